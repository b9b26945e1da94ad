"use strict";

// Tables sorted by a column, and saved.

function cellNumber(text) {
  const ungrouped = report.comma ? text.replaceAll("\u00a0", "").replace(",", ".") : text.replaceAll(",", "");
  const plain = ungrouped.replace("−", "-").replace(/\s*%$/, "").replace(/^<\s*/, "");
  return plain !== "" && !Number.isNaN(Number(plain)) ? Number(plain) : null;
}
function sortTable(table, column, heading) {
  const isUp = heading.getAttribute("aria-sort") !== "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", isUp ? "ascending" : "descending");
  const rows = [...table.tBodies[0].rows].map((row, place) => ({ row, place, text: row.cells[column].textContent.trim() }));
  for (const entry of rows) entry.number = cellNumber(entry.text);
  rows.sort((a, b) => {
    const gone = (e) => e.text === "–" || e.text === "";
    if (gone(a) !== gone(b)) return gone(a) ? 1 : -1;
    const order = a.number !== null && b.number !== null ? a.number - b.number : a.text.localeCompare(b.text, document.documentElement.lang, { numeric: true });
    return (isUp ? order : -order) || a.place - b.place;
  });
  table.tBodies[0].append(...rows.map((entry) => entry.row));
}
function prepareTables() {
  for (const table of document.querySelectorAll("table")) {
    [...table.tHead.rows[0].cells].forEach((heading, column) => {
      const words = element("button", { type: "button", title: say("Sort by this column"), "aria-label": heading.textContent.trim() ? null : say("Column {0}", column + 1) }, heading.textContent);
      words.addEventListener("click", () => sortTable(table, column, heading));
      heading.replaceChildren(words);
    });
    const tools = element("div", { class: "tools" }, button(say("Table (CSV)"), () => {
      const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
      save(new Blob(["\ufeff" + csv(rows)], { type: "text/csv" }), fileName(table.dataset.name) + ".csv");
    }));
    table.closest(".scroll").after(tools);
  }
}
