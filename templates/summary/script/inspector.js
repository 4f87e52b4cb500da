// The inspector follows the address: a link to #fact-… opens the fact, going back closes it.
{
  const panel = document.getElementById("inspector");
  let opener = null;

  const property = (name, ...content) => (content.flat().some((part) => part) ? [element("dt", null, name), element("dd", null, ...content)] : []);
  /** A name or path that may break where a word of it ends. */
  const code = (text) => (text ? element("code", null, text.match(/[A-Z]*[^A-Z/:]*[/:]?/g).flatMap((word) => [word, element("wbr")])) : "");
  const aside = (text) => (text ? element("span", { className: "printed" }, text) : "");

  function factProperties(fact) {
    const { concept, dimensions } = fact;
    const [period, length] = fact.period;
    const [identifier, scheme] = details.entity;
    return element("dl", { className: "properties" },
      property("Concept", concept.label, element("br"), code(concept.name)),
      property("Meaning", concept.documentation),
      property("Type", concept.kind),
      property("Period", period, length ? [element("br"), aside(length)] : ""),
      dimensions.flatMap(dimension),
      property("Unit", fact.unit),
      property("Accuracy", fact.accuracy),
      property("Language", fact.language),
      property("Formula", code(fact.formula)),
      property("Entity", identifier, element("br"), aside(scheme)),
      property("Source", code(place(fact.source))),
      property("Fact id", code(fact.id)));
  }

  const dimension = ([axis, axisName, member, memberName]) => property(axis, member, element("br"), code(memberName || axisName));

  function before(fact) {
    if (!fact.before) return [];
    const [number, change, rate] = fact.before;
    const earlier = factOf(number);
    const [period] = earlier.period;
    return [element("h3", null, "Compared with the period before"),
      element("dl", { className: "properties" },
        property("Period", period),
        property("Value", element("a", { href: address(earlier) }, earlier.value)),
        property("Change", change, rate ? aside(` (${rate})`) : ""))];
  }

  /** How the cell with the most digits prints a number. */
  function printed(fact) {
    const cells = shownAt(address(fact));
    if (!fact.accuracy || !cells.length) return "";
    const text = cells[fact.finest ?? 0].textContent;
    const isFigure = /\d/.test(text);
    const figure = [text, isFigure ? fact.printed : ""].filter(Boolean).join(" ");
    const turned = isFigure ? (fact.negated ?? "") : "";
    return element("p", { className: "printed" }, `Printed as ${figure}${turned ? ", with the opposite sign" : ""}`);
  }

  function spots({ entry, address }) {
    const items = shownAt(address).map((link, index) => {
      const cell = link.closest("td");
      const table = details.tables[cell.closest(".table").id.replace("table-", "")];
      const where = [table.title, table.columns[cell.cellIndex - 1]].filter(Boolean).join(", ");
      const from = entry.places?.[index] ?? entry.source;
      const go = element("button", { type: "button" }, rowLabel(link), element("span", null, where), from === entry.source ? "" : code(place(from)));
      go.addEventListener("click", () => reveal(link));
      return element("li", null, go);
    });
    if (!items.length) return [];
    return [element("h3", null, items.length > 1 ? `Shown in ${items.length} places` : "Shown in"), element("ul", { className: "spots" }, items)];
  }

  function calculation(index, self) {
    const { kind, formula, unit, lines, sum, total, difference, explained, status } = details.equations[index];
    const line = ([sign, number, figure]) => {
      const fact = factOf(number);
      return element("tr", { className: fact === self ? "self" : "" },
        element("td", { className: "sign" }, sign),
        element("th", { scope: "row" }, fact === self ? title(fact) : element("a", { href: address(fact) }, title(fact))),
        element("td", null, figure));
    };
    const words = {
      agrees: "Agrees exactly.",
      rounding: `Differs by ${difference}; rounding explains up to ${explained}.`,
      differs: `Differs by ${difference}, more than the ${explained} that rounding explains.`,
    };
    return element("div", { className: "calculation" },
      element("table", null,
        element("caption", null, [kind, unit].filter(Boolean).join(", ")),
        element("tbody", null, lines.map(line)),
        element("tfoot", null,
          element("tr", null, element("td", { className: "sign" }), element("th", { scope: "row" }, "Sum"), element("td", null, sum)),
          line(["", ...total]))),
      element("p", { className: `status ${status}` }, words[status]),
      code(details.formulas[formula]));
  }

  function findings(entry) {
    if (!entry.findings) return [];
    const copies = entry.findings.map((index) => {
      const copy = document.getElementById(`finding-${index}`).cloneNode(true);
      copy.removeAttribute("id");
      one(".links", copy)?.remove();
      return copy;
    });
    return [element("h3", null, copies.length > 1 ? "Findings" : "Finding"), element("ul", null, copies)];
  }

  function factView(target) {
    const { entry } = target;
    const isTotal = (index) => factOf(details.equations[index].total[0]) === entry;
    const equations = (entry.equations ?? []).toSorted((one, other) => isTotal(other) - isTotal(one));
    return [
      element("p", { className: "origin-kind" }, entry.concept.extension ? "Fact, own extension concept" : "Fact, standard concept"),
      element("h2", { id: "inspector-title", tabIndex: -1 }, title(entry)),
      element("p", { className: entry.language ? "value text" : "value" }, entry.value, entry.unit ? element("span", null, ` ${entry.unit}`) : ""),
      printed(entry),
      findings(entry),
      factProperties(entry),
      before(entry),
      equations.length ? element("h3", null, "Calculations") : "",
      equations.map((index) => calculation(index, entry)),
      entry.footnotes ? [element("h3", null, "Footnotes"), entry.footnotes.map((note) => element("p", null, note))] : "",
      spots(target),
    ];
  }

  function figureView(target) {
    const { entry } = target;
    const parts = (entry.facts ?? []).map((number) => {
      const fact = factOf(number);
      return property(fact.period[0], element("a", { href: address(fact) }, [fact.value, fact.unit].filter(Boolean).join(" ")), element("br"), aside(title(fact)));
    });
    return [
      element("p", { className: "origin-kind" }, "Computed figure, not a fact"),
      element("h2", { id: "inspector-title", tabIndex: -1 }, entry.title),
      element("p", { className: "value" }, entry.value),
      element("p", { className: "printed" }, entry.typed ? `${entry.column}; the source prints ${entry.typed}` : entry.column),
      findings(entry),
      element("dl", { className: "properties" }, property("Formula", code(entry.formula)), property("Source", code(place(entry.source)))),
      parts.length ? [element("h3", null, "Worked out from"), element("dl", { className: "properties" }, parts)] : "",
      spots(target),
    ];
  }

  function select(hash) {
    for (const link of all("main a[aria-current], .cover a[aria-current]")) link.removeAttribute("aria-current");
    const selected = leading(hash);
    for (const link of selected) link.setAttribute("aria-current", "true");
    return selected;
  }

  function reveal(link) {
    if (!link) return;
    link.scrollIntoView({ block: "center", inline: "center" });
    link.focus({ preventScroll: true });
  }

  /** A change of the layout must not carry the figure away that the reader looks at. */
  function steadily(change) {
    const top = opener?.getBoundingClientRect().top;
    change();
    if (top !== undefined) scrollBy({ top: opener.getBoundingClientRect().top - top, behavior: "instant" });
  }

  /** On a narrow screen the sheet must not hide the figure that it is about. */
  function uncover(link) {
    if (!link) return;
    const { top, left, bottom } = panel.getBoundingClientRect();
    const place = link.getBoundingClientRect();
    if (left > 0 || top > place.bottom || place.top > bottom) return;
    scrollBy({ top: place.top - top / 2, behavior: "instant" });
  }

  function show(target) {
    const close = element("button", { type: "button", className: "close" }, "Close");
    close.addEventListener("click", dismiss);
    panel.replaceChildren(close, ...(target.kind === "fact" ? factView(target) : figureView(target)).flat(3).filter(Boolean));
    steadily(() => {
      panel.hidden = false;
      root.dataset.inspecting = "on";
    });
    panel.scrollTop = 0;
    one("#inspector-title").focus({ preventScroll: true });
    const selected = select(target.address);
    uncover(selected.includes(opener) ? opener : selected[0]);
    return selected;
  }

  function hide() {
    if (panel.hidden) return;
    const wasReading = panel.contains(document.activeElement);
    steadily(() => {
      panel.hidden = true;
      delete root.dataset.inspecting;
    });
    select("");
    if (wasReading) opener?.focus({ preventScroll: true });
  }

  /** Close without moving the page: the address loses its fragment, and going back opens the fact again. */
  function dismiss() {
    history.pushState(null, "", location.href.split("#")[0]);
    hide();
  }

  function follow() {
    const target = opened(location.hash);
    if (target) return show(target);
    hide();
    return [];
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("main a, .cover a");
    if (link) opener = link;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (one("#filters").open) one("#filters").open = false;
    else if (!panel.hidden) dismiss();
  });
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  const [first] = follow();
  if (first) {
    opener = first;
    first.scrollIntoView({ block: "center", behavior: "instant" });
  }
}
