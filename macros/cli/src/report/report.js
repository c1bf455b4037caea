"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const body = document.querySelector("tbody");
  const original = [...body.rows];
  const headers = [...document.querySelectorAll("thead th")];
  const details = $("details");

  // Details of a cell.
  const open = (button) => {
    const row = button.closest("tr");
    $("details-title").textContent = row.cells[0].querySelector("bdi").textContent + ", " + button.querySelector(".code").textContent;
    const facts = button.nextElementSibling.cloneNode(true);
    facts.hidden = false;
    $("details-body").replaceChildren(facts);
    details.showModal();
  };
  details.addEventListener("click", (event) => { if (event.target === details) details.close(); });

  // One cell of the table takes part in the order of the tab key; arrows move between cells.
  const cells = () => [...body.querySelectorAll("tr:not([hidden]) .cell")];
  const make_current = (button) => {
    body.querySelectorAll('.cell[tabindex="0"]').forEach((old) => { old.tabIndex = -1; });
    if (button) button.tabIndex = 0;
  };
  const column = (button) => button.closest("td").cellIndex;
  const below = (button, step) => {
    const rows = [...body.rows].filter((row) => !row.hidden);
    for (let at = rows.indexOf(button.closest("tr")) + step; rows[at]; at += step) {
      const found = [...rows[at].querySelectorAll(".cell")];
      const distance = (other) => Math.abs(column(other) - column(button));
      found.sort((one, other) => distance(one) - distance(other));
      if (found.length) return found[0];
    }
    return null;
  };
  body.addEventListener("keydown", (event) => {
    const button = event.target.closest(".cell");
    if (!button || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = cells();
    const at = all.indexOf(button);
    const to = {
      ArrowRight: () => all[at + 1], ArrowLeft: () => all[at - 1], ArrowDown: () => below(button, 1), ArrowUp: () => below(button, -1),
      Home: () => all[0], End: () => all[all.length - 1],
    }[event.key];
    if (!to) return;
    event.preventDefault();
    const next = to();
    if (next) { make_current(next); next.focus(); }
  });
  body.addEventListener("click", (event) => {
    const button = event.target.closest(".cell");
    if (button) { make_current(button); open(button); }
  });

  // Search and filter. All words must be found.
  const texts = new Map(original.map((row) => [row, row.textContent.toLowerCase()]));
  const filter = () => {
    const words = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const state = $("show").value;
    let count = 0;
    for (const row of original) {
      const fits = words.every((word) => texts.get(row).includes(word)) && (!state || row.querySelector(`td[data-state="${state}"]`));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const cell of body.querySelectorAll("td[data-state]")) {
      cell.firstElementChild.style.opacity = state && cell.dataset.state !== state ? "0.35" : "";
    }
    $("none").hidden = count > 0;
    $("shown").textContent = count === original.length ? "" : `${count} of ${original.length} shown`;
    const current = body.querySelector('tr:not([hidden]) .cell[tabindex="0"]');
    if (!current) make_current(cells()[0]);
  };
  $("search").addEventListener("input", filter);
  $("show").addEventListener("change", filter);
  $("reset").addEventListener("click", () => { $("search").value = ""; $("show").value = ""; filter(); $("search").focus(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !details.open && !/^(INPUT|SELECT)$/.test(event.target.tagName)) { event.preventDefault(); $("search").focus(); }
  });

  // Sorting: ascending, descending, as in the document. A column of a status brings those to the top that need a look.
  const order = ["undocumented", "untested", "documented", "complete"];
  const key = (row, at) => {
    if (at === 0) return row.cells[0].textContent;
    const rank = order.indexOf(row.cells[at].dataset.state);
    return rank < 0 ? order.length : rank;
  };
  const sort = (compare) => {
    const rows = [...original];
    if (compare) rows.sort(compare);
    body.replaceChildren(...rows);
  };
  const by_name = (one, other) => key(one, 0).localeCompare(key(other, 0));
  const worst = (row) => Math.min(...[...row.querySelectorAll("td[data-state]")].map((cell) => order.indexOf(cell.dataset.state)));
  headers.forEach((header, at) => header.firstElementChild.addEventListener("click", () => {
    const next = { none: "ascending", ascending: "descending", descending: "none" }[header.getAttribute("aria-sort")];
    headers.forEach((other) => other.setAttribute("aria-sort", "none"));
    header.setAttribute("aria-sort", next);
    $("sort").value = "";
    const sign = next === "descending" ? -1 : 1;
    const compare = at === 0 ? by_name : (one, other) => key(one, at) - key(other, at);
    sort(next === "none" ? null : (one, other) => sign * compare(one, other));
  }));
  $("sort").addEventListener("change", () => {
    headers.forEach((header) => header.setAttribute("aria-sort", "none"));
    sort({ name: by_name, look: (one, other) => worst(one) - worst(other) }[$("sort").value]);
  });
  filter();
})();
