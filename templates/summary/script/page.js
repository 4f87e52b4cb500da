// What all parts of the script share. No sign that HTML and XML read differently occurs in any of them.
"use strict";
const root = document.documentElement;
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

const isTyping = (target) => target.matches("input, select, textarea");
