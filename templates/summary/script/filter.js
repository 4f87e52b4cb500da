// The filter: shows the rows and texts that hold every word asked for, and says how many there are.
{
  const query = document.getElementById("query");
  const bySection = document.getElementById("filter-section");
  const byOrigin = document.getElementById("filter-origin");
  const byFindings = document.getElementById("filter-findings");
  const matches = document.getElementById("matches");
  let entries = null;

  const plain = (text) => text.toLowerCase().replaceAll(",", "");

  /** What a row or text can be found by: its words, its figures, and the names of its concepts. */
  function entry(place, section) {
    const facts = all("a[href]", place).map((link) => opened(link.getAttribute("href"))?.entry).filter(Boolean);
    const concepts = facts.map((fact) => fact.concept).filter(Boolean);
    const words = [place.textContent, ...facts.map((fact) => fact.value), ...concepts.flatMap(({ label, name }) => [label, name])];
    return {
      place,
      section,
      text: plain(words.join(" ")),
      isStandard: concepts.some((concept) => !concept.extension),
      isExtension: concepts.some((concept) => concept.extension),
      hasFindings: facts.some((fact) => fact.findings),
    };
  }

  function index() {
    entries ??= all(".report-section").flatMap((section) =>
      all("tbody tr:not(.heading), .prose", section).map((place) => entry(place, section)));
    return entries;
  }

  function wanted(words, { text, section, isStandard, isExtension, hasFindings }) {
    if (bySection.value) if (section.id !== bySection.value) return false;
    if (byOrigin.value === "standard") if (!isStandard) return false;
    if (byOrigin.value === "extension") if (!isExtension) return false;
    if (byFindings.checked) if (!hasFindings) return false;
    return words.every((word) => text.includes(word));
  }

  /** A heading stays while a row below it does; a table, its notes and a section stay while anything in them does. */
  function fold() {
    for (const body of all(".report-section tbody")) {
      const heading = one("tr.heading", body);
      if (heading) heading.hidden = !one("tr:not(.heading):not([hidden])", body);
    }
    for (const table of all(".report-section .table")) table.hidden = !one("tbody tr:not([hidden])", table);
    for (const section of all(".report-section")) section.hidden = !one(".table:not([hidden]), .prose:not([hidden])", section);
  }

  function mark(words, shown) {
    if (!globalThis.Highlight) return;
    const ranges = [];
    for (const { place } of words.length ? shown : []) {
      const label = one("th", place)?.firstChild;
      if (label?.nodeType !== Node.TEXT_NODE) continue;
      for (const word of words) {
        const start = label.data.toLowerCase().indexOf(word);
        if (start > -1) ranges.push(new StaticRange({ startContainer: label, startOffset: start, endContainer: label, endOffset: start + word.length }));
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function apply() {
    const words = plain(query.value).split(/\s+/).filter(Boolean);
    const isOn = [words.length, bySection.value, byOrigin.value, byFindings.checked].some(Boolean);
    const shown = index().filter((each) => {
      each.place.hidden = isOn ? !wanted(words, each) : false;
      return !each.place.hidden;
    });
    fold();
    mark(words, shown);
    const folders = [bySection.value, byOrigin.value, byFindings.checked].some(Boolean);
    document.getElementById("filter-mark").hidden = !folders;
    document.getElementById("nothing").hidden = shown.length > 0;
    matches.textContent = isOn ? `${shown.length} of ${entries.length} lines` : "";
    if (isOn !== root.hasAttribute("data-filtered")) scrollTo({ top: 0, behavior: "instant" });
    root.toggleAttribute("data-filtered", isOn);
  }

  function clear() {
    query.value = bySection.value = byOrigin.value = "";
    byFindings.checked = false;
    apply();
  }

  query.addEventListener("input", apply);
  for (const control of [bySection, byOrigin, byFindings]) control.addEventListener("change", apply);
  one(".search").addEventListener("submit", (event) => event.preventDefault());
  for (const button of all("[data-action=clear]")) button.addEventListener("click", clear);
  query.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || isTyping(event.target)) return;
    event.preventDefault();
    query.focus();
  });
}
