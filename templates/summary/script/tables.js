// Tables and the page around them: arrow keys, changes between periods, colours, the place in the contents.
{
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  /** One figure of each table is in the tab order; arrow keys lead from it to the others. */
  for (const table of all(".report-section table")) {
    const figures = all("td a", table);
    for (const figure of figures.slice(1)) figure.tabIndex = -1;
    table.addEventListener("focusin", (event) => {
      if (!event.target.matches("td a")) return;
      for (const figure of all("td a[tabindex='0'], td a:not([tabindex])", table)) figure.tabIndex = -1;
      event.target.tabIndex = 0;
    });
    table.addEventListener("keydown", (event) => {
      const step = steps[event.key];
      const cell = event.target.closest("td");
      if (!step || !cell) return;
      event.preventDefault();
      next(table, cell, step)?.focus();
    });
  }

  /** The nearest figure in a direction; rows and cells without one are passed over. */
  function next(table, cell, [down, right]) {
    if (right) {
      const cells = [...cell.parentElement.cells];
      const beyond = right > 0 ? cells.slice(cell.cellIndex + 1) : cells.slice(0, cell.cellIndex).reverse();
      return beyond.map((each) => one("a", each)).find(Boolean);
    }
    const rows = [...table.rows].filter((row) => !row.hidden);
    const at = rows.indexOf(cell.parentElement);
    const beyond = down > 0 ? rows.slice(at + 1) : rows.slice(0, at).reverse();
    return beyond.map((row) => row.cells[cell.cellIndex]?.querySelector("td > a")).find(Boolean);
  }

  /** Only a table that is wider than its place needs a scroller; the headings of the others can stay in view. */
  const fits = new ResizeObserver((changes) => {
    for (const { target } of changes) target.toggleAttribute("data-fits", target.clientWidth >= one("table", target).scrollWidth);
  });
  for (const scroller of all(".scroll")) fits.observe(scroller);

  addEventListener("beforeprint", () => {
    for (const group of all("details.findings")) group.open = true;
  });

  const compare = document.getElementById("compare");
  if (one(".change")) {
    compare.addEventListener("click", () => {
      const isOn = root.toggleAttribute("data-compare");
      compare.setAttribute("aria-pressed", String(isOn));
    });
  } else compare.hidden = true;

  const theme = document.getElementById("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);
  const describe = () => theme.setAttribute("aria-pressed", String(isDark()));
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    describe();
    try {
      localStorage.setItem("xbrlgen-theme", root.dataset.theme);
    } catch {
      // without storage the choice lasts as long as the page
    }
  });
  prefersDark.addEventListener("change", describe);
  describe();

  const entries = new Map(all(".contents a").map((link) => [link.hash.slice(1), link]));
  const observer = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      const link = entries.get(target.id);
      if (isIntersecting) link?.setAttribute("aria-current", "location");
      else link?.removeAttribute("aria-current");
    }
  }, { rootMargin: "-25% 0px -70% 0px" });
  for (const id of entries.keys()) observer.observe(document.getElementById(id));
}
