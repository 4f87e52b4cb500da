// What all parts of the script share. No sign that HTML and XML read differently occurs in any of them.
"use strict";
const root = document.documentElement;
const details = JSON.parse(document.getElementById("details").textContent);

const numbers = new Map(details.facts.map(([id], number) => [id, number]));
const figures = new Map(Object.entries(details.figures));
const known = [];

/** A fact by its number. What facts share is written once: an entry names it by numbers, and ends with what is its own. */
function factOf(number) {
  const [id, concept, situation, kind, value, source, before, more] = details.facts[number];
  const [period, ...members] = details.situations[situation];
  known[number] ??= {
    id, value, source, before,
    concept: details.concepts[concept],
    period: details.periods[period],
    dimensions: members.map((index) => details.dimensions[index]),
    ...details.kinds[kind],
    ...more,
  };
  return known[number];
}

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/** An element with properties and children; texts among the children become text, empty ones are left out. */
function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child));
  return made;
}

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

const isTyping = (target) => target.matches("input, select, textarea");
