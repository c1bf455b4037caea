// Clicks through a report in a browser. `.ci/deep` puts it behind the page's own script, and reads what it writes.
"use strict";
(() => {
  const failures = [];
  const check = (what, is) => { if (!is) failures.push(what); };
  const $ = (id) => document.getElementById(id);
  const rows = () => [...document.querySelectorAll("tbody tr")];
  const shown = () => rows().filter((row) => !row.hidden);
  const type = (element, value) => {
    element.value = value;
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const all = rows().length;
  const name = (row) => row.cells[0].querySelector("bdi").textContent;

  check("nothing is wider than the window", document.documentElement.scrollWidth <= window.innerWidth);
  check("one cell is in the order of the tab key", document.querySelectorAll('.cell[tabindex="0"]').length === 1);

  // Search: every word, and the way back.
  type($("search"), "POST /pets");
  check("the search finds one operation", shown().length === 1 && name(shown()[0]) === "POST /pets");
  check("it says how many", $("shown").textContent === `1 of ${all} shown`);
  type($("search"), "nothing has this");
  check("nothing is found, and it says so", shown().length === 0 && !$("none").hidden);
  $("reset").click();
  check("everything is back", shown().length === all && $("none").hidden);
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
  check("the slash goes to the search", document.activeElement === $("search"));

  // What needs a look.
  type($("show"), "undocumented");
  check("only operations with an undocumented status", shown().length === 1 && name(shown()[0]) === "POST /pets");
  type($("show"), "");
  type($("sort"), "look");
  check("it comes first", name(rows()[0]) === "POST /pets");
  type($("sort"), "name");
  check("names are sorted", name(rows()[0]) === "DELETE /pets/{petId}");
  type($("sort"), "");
  check("the order of the document is back", name(rows()[0]) === "GET /pets");
  const header = document.querySelector("thead th");
  for (const [order, first] of [["ascending", "DELETE /pets/{petId}"], ["descending", "POST /pets"], ["none", "GET /pets"]]) {
    header.querySelector("button").click();
    check(`a heading sorts: ${order}`, header.getAttribute("aria-sort") === order && name(rows()[0]) === first);
  }

  // Without a mouse.
  document.querySelector('.cell[tabindex="0"]').focus();
  press("Home");
  const start = document.activeElement;
  check("home is the first cell", start.closest("tr") === rows()[0]);
  press("ArrowDown");
  check("an arrow goes to the row below", document.activeElement.closest("tr") === rows()[1]);
  press("ArrowUp");
  check("and back", document.activeElement === start);
  press("End");
  check("to the end", document.activeElement.closest("tr") === rows()[all - 1]);
  press("Home");
  check("and to the start", document.activeElement === start);
  check("one cell is still in the order of the tab key", document.querySelectorAll('.cell[tabindex="0"]').length === 1);

  // The facts of a cell.
  const cell = [...document.querySelectorAll(".cell")].find((cell) => cell.getAttribute("aria-label").startsWith("POST /pets, 409"));
  cell.click();
  const text = $("details-body").innerText;
  check("the details are open", $("details").open && $("details-title").textContent === "POST /pets, 409");
  for (const part of ["openapi.yaml:18", "AddPetError", "src/error.rs", "PET.0001", "never"]) check(`the details say ${part}`, text.includes(part));
  check("the details fit", $("details").getBoundingClientRect().right <= window.innerWidth);
  $("details").querySelector("form button").click();
  check("the details close", !$("details").open);

  // The page is in a frame: a window of the browser is never as narrow as a phone.
  parent.postMessage(failures.length ? `FAILED at ${window.innerWidth} px: ${failures.join("; ")}` : `PASSED at ${window.innerWidth} px`, "*");
})();
