// What the data say of facts and computed figures, what the page shows of them, and the addresses that open them.
const details = JSON.parse(document.getElementById("details").textContent);

const numbers = new Map(details.facts.map(([id], number) => [id, number]));
const figures = new Map(Object.entries(details.figures));
const known = [];

/** A fact by its number. */
const factOf = (number) => (known[number] ??= decoded(details.facts[number]));

/** What facts share is written once: an entry names it by numbers, and ends with what is its own. */
function decoded([id, concept, situation, kind, value, source, before, more]) {
  const [period, ...members] = details.situations[situation];
  return {
    id, value, source, before,
    concept: details.concepts[concept],
    period: details.periods[period],
    dimensions: members.map((index) => details.dimensions[index]),
    ...details.kinds[kind],
    ...more,
  };
}

const address = ({ id }) => `#fact-${encodeURIComponent(id)}`;
let links = null;

/** The links to a fact or computed figure, in the order of the page. */
function leading(address) {
  links ??= indexed(all("main a[href], .cover a[href]"));
  return links.get(address) ?? [];
}

function indexed(every) {
  const found = new Map();
  for (const link of every) {
    const address = link.getAttribute("href");
    if (found.has(address)) found.get(address).push(link);
    else found.set(address, [link]);
  }
  return found;
}

const shownAt = (address) => leading(address).filter((link) => link.closest(".table[id] td"));

const rowLabel = (link) => one("th", link.closest("tr")).firstChild?.data;

/** What the issuer calls a fact where it is first shown, else the label of its concept. */
function title(fact) {
  if (fact.title) return fact.title;
  const [first] = shownAt(address(fact));
  return (first ? rowLabel(first) : "") || fact.concept.label;
}

/** A place in the source, whose file is written as a number. */
const place = (text) => text?.replace(/^\d+/, (index) => details.files[index]);

function unquoted(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** The kind and id that an address opens: a fact or a computed figure; null for any other address. */
function opened(address) {
  const found = /^#(fact|figure)-(.+)$/.exec(address);
  if (!found) return null;
  const [, kind, quoted] = found;
  const id = unquoted(quoted);
  const entry = kind === "figure" ? figures.get(id) : numbers.has(id) ? factOf(numbers.get(id)) : null;
  return entry ? { kind, id, entry, address } : null;
}
