"use strict";

// Axes, texts and their places, and the frame of a drawing with its tools.

const font = '"Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif';
const measure = document.createElement("canvas").getContext("2d");
function textWidth(text, size, bold = false) {
  measure.font = (bold ? "bold " : "") + size + "px " + font;
  return measure.measureText(text).width;
}
function cut(text, width, size) {
  if (textWidth(text, size) <= width) return text;
  let short = Array.from(text);
  while (short.length > 1 && textWidth(short.join("") + "…", size) > width) short = short.slice(0, -1);
  return short.join("").trimEnd() + "…";
}
// At most `most` lines; the last is cut.
function lines(text, width, size, most = 2) {
  const found = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? line + " " + word : word;
    if (line && textWidth(longer, size) > width) {
      found.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  found.push(line);
  const kept = found.slice(0, most);
  if (found.length > most) kept[most - 1] = kept[most - 1] + " " + found.slice(most).join(" ");
  return kept.map((part) => cut(part, width, size));
}
function write(text, x, y, size, colour, more = {}) {
  const node = shape("text", { x, y, "font-size": size, fill: colour, "font-family": font, ...more });
  node.textContent = text;
  return node;
}

function linear(from, to, a, b) {
  return (value) => a + ((value - from) / (to - from || 1)) * (b - a);
}
function ticks(low, high, count) {
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough) || power * 10;
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k += 1) found.push(k * step);
  return found;
}
// Numbers beside one another have as many decimals as their step asks for.
function tickText(values) {
  const step = values.length > 1 ? values[1] - values[0] : 1;
  const decimals = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9) + (/[25]$/.test(String(step)) && String(step).includes("25") ? 1 : 0)));
  return (value) => fixed(value, decimals);
}

function canvas(width, height, label) {
  return shape("svg", { viewBox: "0 0 " + width + " " + height, width, height, role: "group", "aria-label": label });
}

// Drawings by name: `draw(width, palette)` gives an SVG or nothing, `rows()` the data behind it, `title()` its words.

const drawings = {};
function frame(name, drawing) {
  const figure = document.getElementById("figure-" + name);
  if (!figure) return;
  const area = element("div", { class: "area" });
  const message = element("output", { "aria-live": "polite" });
  figure.append(area, element("div", { class: "tools" },
    button(say("Data (CSV)"), () => saveCSV(name)),
    button(say("Save picture (PNG)"), () => picture(name, message, false)),
    button(say("Copy picture"), () => picture(name, message, true)), ...(drawing.tools || []), message));
  drawings[name] = { ...drawing, figure, area };
}
function button(words, action) {
  const node = element("button", { type: "button" }, words);
  node.addEventListener("click", action);
  return node;
}
function redraw(name) {
  const drawing = drawings[name];
  if (!drawing) return;
  drawing.figure.hidden = false;
  const width = Math.max(300, Math.min(1080, drawing.figure.clientWidth || 900));
  const drawn = drawing.draw(printing ? 680 : width, colours());
  drawing.figure.hidden = drawn === null;
  drawing.area.replaceChildren(...(drawn ? [drawn] : []));
}

function save(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
}
const fileName = (name) => [report.title, name, state.view ? view().title : ""].filter(Boolean).join(" ")
  .toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 80);

// A text that a spreadsheet would take for a formula has an apostrophe before it.
function csv(rows) {
  const cell = (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    const text = (/^[=+\-@\t\r]/.test(value) ? "'" : "") + value;
    return /[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  return rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}
function saveCSV(name) {
  save(new Blob(["\ufeff" + csv(drawings[name].rows())], { type: "text/csv" }), fileName(name) + ".csv");
}

// The drawing in light colours on white, with its title, twice as many pixels as it has points.
async function bitmap(name) {
  const drawn = drawings[name].draw(960, palettes.light);
  const height = Number(drawn.getAttribute("height")) + 52;
  const page = shape("svg", { xmlns: "http://www.w3.org/2000/svg", width: 960, height, viewBox: "0 0 960 " + height });
  const inner = shape("g", { transform: "translate(0 40)" });
  inner.append(...drawn.childNodes);
  page.append(shape("rect", { width: 960, height, fill: "#ffffff" }),
    write(cut(drawings[name].title(), 930, 18), 12, 26, 18, "#1a1a1a", { "font-weight": "bold" }), inner);
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(page)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const board = element("canvas", { width: 1920, height: 2 * height });
    board.getContext("2d").drawImage(image, 0, 0, 1920, 2 * height);
    return await new Promise((done) => board.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}
async function picture(name, message, copies) {
  const blob = await bitmap(name);
  if (copies && navigator.clipboard && window.ClipboardItem) {
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
      message.textContent = say("Copied.");
      return;
    } catch {
      message.textContent = say("Copying is not allowed here; saved instead.");
    }
  }
  save(blob, fileName(name) + ".png");
}
