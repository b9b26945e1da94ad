"use strict";

// What can be chosen, and everything drawn anew when it is.

function choice(words, entries, value, change) {
  const select = element("select", {}, ...entries.map(([key, text]) => element("option", { value: key, selected: String(key) === String(value) }, text)));
  select.addEventListener("change", () => { change(select.value); refresh(); });
  return element("label", {}, words, select);
}

function methodEntries() {
  const own = outcome() || report.views.flatMap((v) => v.outcomes)[0];
  if (!own) return [];
  const titles = Object.fromEntries(own.methods.map((m) => [m.name, m.title]));
  const names = [...new Set([...own.methods.map((m) => m.name), ...own.maps.map((m) => m.method)])];
  return names.map((name) => [name, titles[name] ? name + ": " + titles[name] : name]);
}

function buildControls() {
  const controls = document.getElementById("controls"), parts = [];
  const names = outcomeNames();
  const first = report.views.flatMap((v) => v.outcomes);
  if (names.length > 1) parts.push(choice(say("Outcome"), names.map((name, k) => [k, first.find((o) => o.name === name).title]), state.outcome, (v) => { state.outcome = Number(v); }));
  if (report.views.length > 1) parts.push(choice(say("Respondents"), report.views.map((v, k) => [k, v.title]), state.view, (v) => { state.view = Number(v); }));
  const methods = methodEntries();
  if (methods.length) state.method = methods[0][0];
  if (methods.length > 1) parts.push(choice(say("Importance"), methods, state.method, (v) => { state.method = v; }));
  if (first.some((o) => o.maps.length)) {
    const rules = [["mean", say("means")], ["median", say("medians")], ["scale", say("middle of the scale")]];
    if (report.rule === "given") rules.unshift(["given", say("as given")]);
    parts.push(choice(say("Crosshair at"), rules, state.rule, (v) => { state.rule = v; }));
  }
  const theme = choice(say("Colours"), [["", say("as the system")], ["light", say("light")], ["dark", say("dark")]], document.documentElement.dataset.theme || "", (v) => {
    if (v) document.documentElement.dataset.theme = v; else delete document.documentElement.dataset.theme;
  });
  parts.push(theme);
  controls.replaceChildren(...parts);
  controls.hidden = false;
}

function drawAll() {
  for (const name of Object.keys(drawings)) redraw(name);
}
// Of tables with an outcome or a method those rows are seen that are chosen; what is saved holds all of them.
function filterTables() {
  const own = outcome(), methods = new Set(methodEntries().map(([name]) => name));
  const titles = new Set(report.views.flatMap((v) => v.outcomes.map((o) => o.title)));
  for (const table of document.querySelectorAll(".view table")) {
    const columns = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.column);
    const byOutcome = columns.indexOf("outcome"), byMethod = columns.indexOf("method");
    if (!own || (byOutcome < 0 && byMethod < 0)) continue;
    const rows = [...table.tBodies[0].rows], cell = (row, place) => row.cells[place].textContent;
    const isOwn = (row) => byOutcome < 0 || !titles.has(cell(row, byOutcome)) || cell(row, byOutcome) === own.title;
    const isChosen = (row) => byMethod < 0 || !methods.has(cell(row, byMethod)) || cell(row, byMethod) === state.method;
    // Stated importance is in the matrix alone: other tables then show every method.
    const hasMethod = rows.some(isChosen);
    for (const row of rows) row.hidden = !isOwn(row) || (hasMethod && !isChosen(row));
  }
}
function refresh() {
  hideTip();
  filterTables();
  for (const part of document.querySelectorAll(".view")) part.hidden = Number(part.dataset.view) !== state.view;
  drawAll();
  buildWhatIf();
}

buildControls();
prepareTables();
refresh();
let lastWidth = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === lastWidth) return;
  lastWidth = innerWidth;
  drawAll();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
addEventListener("beforeprint", () => { printing = true; drawAll(); });
addEventListener("afterprint", () => { printing = false; drawAll(); });
