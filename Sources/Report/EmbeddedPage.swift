// swift-format-ignore-file
// Written by script/embed-report from Sources/Report/Page; change the files there.

package enum EmbeddedPage {
  package static var templates: [(name: String, text: String)] {
    [
      ("page", #"""
{{% CONTENT_TYPE:PAGE}}<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:">
<meta name="generator" content="mainspring {{version}}">
<meta name="color-scheme" content="light dark">
<title>{{pageTitle}}</title>
<style>
{{{style}}}
</style>
</head>
<body>
<a class="skip" href="#{{skipTo}}">{{skip}}</a>
<header class="top">
<h1>{{pageTitle}}</h1>
<nav aria-label="{{partsLabel}}"><ul>{{#parts}}
<li><a href="#{{id}}">{{heading}}</a></li>{{/parts}}
</ul></nav>
</header>
<div id="controls" class="controls" role="group" aria-label="{{controlsLabel}}" hidden></div>
<noscript><p class="noscript">{{noScript}}</p></noscript>
<main>
{{#parts}}
<section id="{{id}}" class="part" aria-labelledby="heading-{{id}}">
<h2 id="heading-{{id}}">{{heading}}</h2>
{{#opening}}{{> block}}{{/opening}}
{{#views}}
<div class="view" data-view="{{view}}">
{{#viewTitle}}<h3 class="viewtitle">{{viewTitle}}</h3>{{/viewTitle}}
{{#blocks}}{{> block}}{{/blocks}}
</div>
{{/views}}
{{#closing}}{{> block}}{{/closing}}
</section>
{{/parts}}
</main>
<div id="tip" class="tip" role="status" aria-live="off" hidden></div>
<script type="application/json" id="data">{{{data}}}</script>
<script>
{{{script}}}
</script>
</body>
</html>

"""#),
      ("block", #"""
{{% CONTENT_TYPE:PAGE}}{{#lead}}<p class="lead">{{lead}}</p>
{{/lead}}{{#paragraph}}<p>{{paragraph}}</p>
{{/paragraph}}{{#subheading}}<h3>{{subheading}}</h3>
{{/subheading}}{{#table}}{{> table}}{{/table}}{{#details}}<details><summary>{{summary}}</summary>
{{#tables}}{{> table}}{{/tables}}{{#lines}}{{> item}}{{/lines}}</details>
{{/details}}{{#picture}}<figure class="picture" id="picture-{{name}}">{{{svg}}}<figcaption class="hidden">{{alt}}</figcaption></figure>
{{/picture}}{{#figure}}<figure class="drawn" id="figure-{{name}}" data-figure="{{name}}" data-label="{{label}}" hidden></figure>
{{/figure}}{{#list}}{{> list}}{{/list}}{{#terms}}{{> term}}{{/terms}}

"""#),
      ("item", #"""
{{% CONTENT_TYPE:PAGE}}<p class="item">{{.}}</p>

"""#),
      ("list", #"""
{{% CONTENT_TYPE:PAGE}}<ul class="items">{{#lines}}<li>{{.}}</li>
{{/lines}}</ul>

"""#),
      ("term", #"""
{{% CONTENT_TYPE:PAGE}}<dl class="terms">{{#entries}}<dt>{{term}}</dt><dd>{{meaning}}</dd>
{{/entries}}</dl>

"""#),
      ("table", #"""
{{% CONTENT_TYPE:PAGE}}<div class="scroll" role="region" tabindex="0" aria-label="{{title}}">
<table class="{{classes}}" data-name="{{name}}">
<caption>{{title}}</caption>
<thead><tr>{{#headings}}<th scope="col" class="{{kind}}" data-column="{{column}}">{{heading}}</th>{{/headings}}</tr></thead>
<tbody>{{#rows}}
<tr><th scope="row">{{head}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>{{/rows}}
</tbody></table></div>
{{#caption}}<p class="caption">{{caption}}</p>
{{/caption}}

"""#),
    ]
  }
  package static var style: String { #"""
:root {
  --paper: #ffffff; --ink: #1a1a1a; --soft: #555555; --line: #d9d9d9; --field: #f5f6f7; --accent: #15487a;
  --accent-ink: #ffffff; --bar: #6fa3d0; --warm: #b4510b;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
    --paper: #14171a; --ink: #e8e8e8; --soft: #b4b8bd; --line: #3a4046; --field: #1e2226; --accent: #8fc1f0;
    --accent-ink: #14171a; --bar: #4f83b3; --warm: #f0935a;
    color-scheme: dark;
  }
}
:root[data-theme="dark"] {
  --paper: #14171a; --ink: #e8e8e8; --soft: #b4b8bd; --line: #3a4046; --field: #1e2226; --accent: #8fc1f0;
  --accent-ink: #14171a; --bar: #4f83b3; --warm: #f0935a;
  color-scheme: dark;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 7rem; }
body {
  margin: 0 auto; max-width: 68rem; padding: 0 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
}
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.6rem 0 .6rem; }
h2 { font-size: 1.35rem; margin: 2.6rem 0 .6rem; padding-top: .8rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; }
h1, h2, h3, p, dd, caption { overflow-wrap: anywhere; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--accent); }
.lead { font-size: 1.2rem; line-height: 1.4; font-weight: 600; border-left: 4px solid var(--accent); padding-left: .8rem; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; z-index: 20; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
.controls {
  position: sticky; top: 0; z-index: 10; display: flex; flex-wrap: wrap; gap: .4rem .9rem; align-items: end;
  background: var(--paper); border-bottom: 1px solid var(--line); padding: .5rem 0; margin-top: .6rem;
}
.controls[hidden] { display: none; }
.controls label { display: flex; flex-direction: column; font-size: .78rem; color: var(--soft); max-width: 100%; }
select, button, input[type="number"] {
  font: inherit; font-size: .92rem; color: var(--ink); background: var(--field); border: 1px solid var(--soft); border-radius: 4px;
  padding: .2rem .5rem; max-width: 100%; min-height: 2rem;
}
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; margin: .8rem 0 0; }
table { border-collapse: collapse; font-size: .86rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { padding: .22rem .55rem; text-align: right; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody th { font-weight: 400; text-align: left; min-width: 7rem; max-width: 20rem; overflow-wrap: break-word; }
td { white-space: nowrap; }
thead th { border-bottom: 2px solid var(--soft); font-weight: 600; vertical-align: bottom; }
thead th.t, thead th:first-child { text-align: left; }
thead th button { all: unset; cursor: pointer; font-weight: 600; }
thead th button:focus-visible { outline: 3px solid var(--accent); }
thead th[aria-sort="ascending"] button::after { content: " ↑"; }
thead th[aria-sort="descending"] button::after { content: " ↓"; }
.t2 td:nth-child(2), .t3 td:nth-child(3), .t4 td:nth-child(4), .t5 td:nth-child(5), .t6 td:nth-child(6),
.t7 td:nth-child(7), .t8 td:nth-child(8), .t9 td:nth-child(9), .t10 td:nth-child(10), .t11 td:nth-child(11),
.t12 td:nth-child(12), .t13 td:nth-child(13), .t14 td:nth-child(14) {
  text-align: left; white-space: normal; min-width: 6.5rem; max-width: 20rem; overflow-wrap: break-word;
}
.caption, .item { font-size: .84rem; color: var(--soft); max-width: 56rem; }
.item { margin: .3rem 0 .3rem 1rem; }
.items { margin: .4rem 0; padding-left: 1.2rem; font-size: .88rem; max-width: 56rem; }
.items li { margin: .25rem 0; overflow-wrap: anywhere; }
.few { color: var(--soft); }
.terms { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .2rem 1rem; margin: .15rem 0; font-size: .92rem; }
.terms dt { color: var(--soft); }
.terms dd { margin: 0; }
details { margin: .8rem 0; }
summary { cursor: pointer; color: var(--accent); padding: .2rem 0; }
figure { margin: 1rem 0; }
figure.picture { border: 1px solid var(--line); padding: .3rem; overflow-x: auto; }
figure.picture svg { max-width: 100%; height: auto; display: block; min-width: 36rem; }
figure.picture svg.dark, :root[data-theme="dark"] figure.picture svg.light { display: none; }
:root[data-theme="dark"] figure.picture svg.dark { display: block; }
@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) figure.picture svg.light { display: none; }
  :root:not([data-theme="light"]) figure.picture svg.dark { display: block; }
}
figure.drawn svg { display: block; max-width: 100%; height: auto; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.tools { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: .4rem; }
.tools button, .tools label { font-size: .8rem; min-height: 1.7rem; }
.tools output { font-size: .8rem; color: var(--soft); align-self: center; }
.tip {
  position: absolute; z-index: 30; max-width: 20rem; padding: .4rem .6rem; background: var(--ink); color: var(--paper);
  border-radius: 4px; font-size: .82rem; line-height: 1.35; pointer-events: none; white-space: pre-line;
}
.tip[hidden] { display: none; }
.mark:focus { outline: none; }
.mark:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.noscript { background: var(--field); padding: .5rem .8rem; }
.moves { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(9rem, 1fr) 5.2rem minmax(15rem, 1.3fr); gap: .45rem .9rem; align-items: center; }
.moves .head { font-size: .78rem; color: var(--soft); }
.moves input[type="range"] { width: 100%; accent-color: var(--accent); }
.moves .alone { font-size: .86rem; font-variant-numeric: tabular-nums; }
.result { background: var(--field); border: 1px solid var(--line); border-radius: 4px; padding: .7rem 1rem; margin: 1rem 0; }
.result p { margin: .2rem 0; max-width: none; }
.viewtitle { color: var(--soft); }
@media (max-width: 44rem) {
  body { padding: 0 .8rem 3rem; }
  h1 { font-size: 1.5rem; }
  .controls { position: static; }
  html { scroll-padding-top: 0; }
  .moves { grid-template-columns: 1fr 5.2rem; }
  .moves .head { display: none; }
  .moves .name { grid-column: 1 / -1; font-weight: 600; margin-top: .6rem; }
  .moves .alone { grid-column: 1 / -1; }
  .terms { grid-template-columns: 1fr; gap: 0; margin: .4rem 0; }
}
@media print {
  :root, :root[data-theme] {
    --paper: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb; --field: #ffffff; --accent: #15487a; --bar: #6fa3d0; --warm: #b4510b;
    color-scheme: light;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .controls, .tools, .skip, .tip, noscript, #whatif, details:not([open]) { display: none !important; }
  .scroll { overflow: visible; }
  table { font-size: 7pt; }
  th, td, tbody th, [class] td:nth-child(n) { padding: .1rem .22rem; min-width: 0; }
  h2, h3, caption, thead { break-after: avoid; }
  figure.picture svg { min-width: 0; }
  :root figure.picture svg.light, :root[data-theme] figure.picture svg.light { display: block; }
  :root figure.picture svg.dark, :root[data-theme] figure.picture svg.dark { display: none; }
  figure, tr { break-inside: avoid; }
}

"""# }
  package static var script: String { #"""
"use strict";

// What the page knows, what is chosen, and how elements, numbers and colours are made.

const report = JSON.parse(document.getElementById("data").textContent);

// What is kept once is put where it is looked for.
for (const own of report.views) {
  const full = (rows) => rows.map((_, i) => rows.map((__, j) => (j <= i ? rows[i][j] : rows[j][i])));
  const together = own.together ? full(own.together) : null;
  for (const outcome_ of own.outcomes) {
    for (const map of outcome_.maps) map.points = outcome_.places.map((place, k) => ({ ...place, y: map.y[k], odds: map.odds[k] }));
    const model = outcome_.whatif;
    if (!model) continue;
    if (model.covariance) model.covariance = full(model.covariance);
    const at = model.drivers.map((name) => own.moving.indexOf(name));
    model.together = together && model.withOutcome && !at.includes(-1) ? at.map((i) => at.map((j) => together[i][j])) : null;
  }
}

// The words of the page in its language; every message is written as text where it is said, so that a test finds it.
const words = report.words || {};
function say(message, ...values) {
  return (words[message] || message).replace(/\{(\d)\}/g, (_, place) => values[place]);
}

const state = { view: 0, outcome: 0, method: null, rule: report.rule || "mean" };

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
  return node;
}

function element(name, attributes = {}, ...children) {
  const node = set(document.createElement(name), attributes);
  node.append(...children);
  return node;
}

function shape(name, attributes = {}, ...children) {
  const node = set(document.createElementNS("http://www.w3.org/2000/svg", name), attributes);
  node.append(...children);
  return node;
}

// The view, and the outcome of the same name in it: a group may have fewer.
const view = () => report.views[state.view];
const outcomeNames = () => (report.views[0].outcomes.length ? report.views[0] : view()).outcomes.map((o) => o.name);
function outcome() {
  const name = outcomeNames()[state.outcome];
  return view().outcomes.find((o) => o.name === name) || null;
}

// Numbers.

function fixed(value, decimals) {
  const text = value.toFixed(decimals), shown = Number(text) === 0 ? text.replace("-", "") : text;
  return report.comma ? shown.replace(".", ",") : shown;
}
function percent(share) {
  const value = share * 100;
  return fixed(value, Math.abs(value) < 9.95 && value !== 0 ? 1 : 0) + " %";
}
// As many decimals as two digits that are not zero need, at least two.
function digits(value) {
  let decimals = 2;
  while (decimals < 6 && value !== 0 && Math.abs(value) < 0.5 * 10 ** (1 - decimals)) decimals += 1;
  return decimals;
}
function signed(value, decimals = digits(value)) {
  const isBelow = value < 0 && Number(value.toFixed(decimals)) !== 0;
  return (isBelow ? "−" : "+") + fixed(Math.abs(value), decimals);
}
function range(low, high, write) {
  return low === null || high === null || low === undefined || high === undefined
    ? "" : say("{0} to {1}", write(low), write(high));
}
const known = (value) => value !== null && value !== undefined && Number.isFinite(value);

// Colours: as the page, or for a picture that leaves it.

const palettes = {
  light: {
    paper: "#ffffff", ink: "#1a1a1a", soft: "#555555", line: "#d9d9d9", bar: "#6fa3d0", point: "#15487a", warm: "#b4510b",
    series: ["#6fa3d0", "#b4510b", "#e8b54a", "#15487a", "#5fb39b", "#8c5a83", "#b9b9b9", "#3d3d3d"],
    fields: ["#f8d5b8", "#ddecf8", "#fafafa", "#f0f0f0"], names: ["#8a3f08", "#15487a", "#5a5a5a", "#4a4a4a"],
    scale: ["#a84b0a", "#e0935a", "#dedad5", "#7fafd8", "#15487a"], gone: "#9a9a9a",
  },
  dark: {
    paper: "#14171a", ink: "#e8e8e8", soft: "#b4b8bd", line: "#3a4046", bar: "#5b93c6", point: "#a9d0f5", warm: "#f0935a",
    series: ["#6fa3d0", "#e07b35", "#e8b54a", "#b7d7f5", "#5fb39b", "#c592ba", "#8a8f94", "#dcdcdc"],
    fields: ["#46301f", "#1d3448", "#1b1e21", "#24282c"], names: ["#f5b58a", "#a9d0f5", "#b4b8bd", "#b4b8bd"],
    scale: ["#c8661f", "#e8a878", "#85827e", "#8fbbe2", "#3d7ab3"], gone: "#6d7278",
  },
};
function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
const colours = () => palettes[isDark() && !printing ? "dark" : "light"];
let printing = false;

function mixed(a, b, part) {
  const channel = (colour, place) => parseInt(colour.slice(1 + 2 * place, 3 + 2 * place), 16);
  return "#" + [0, 1, 2]
    .map((p) => Math.round(channel(a, p) + (channel(b, p) - channel(a, p)) * part).toString(16).padStart(2, "0")).join("");
}
// Black or white, whichever stands out more (WCAG's contrast).
function inkOn(colour) {
  const linear = (place) => {
    const c = parseInt(colour.slice(1 + 2 * place, 3 + 2 * place), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const light = 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? "#000000" : "#ffffff";
}

// What the pointer or the focus is on.

const tip = document.getElementById("tip");
function showTip(text, box) {
  tip.textContent = text;
  tip.hidden = false;
  const width = tip.offsetWidth, height = tip.offsetHeight;
  const left = Math.max(4, Math.min(box.left + box.width / 2 - width / 2, document.documentElement.clientWidth - width - 4));
  const above = box.top - height - 8;
  tip.style.left = left + scrollX + "px";
  tip.style.top = (above > 0 ? above : box.bottom + 8) + scrollY + "px";
}
function hideTip() { tip.hidden = true; }
addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });

// Makes a shape tell what it stands for; `focus` is whether the keyboard stops at it.
function telling(node, text, focus = true) {
  node.addEventListener("pointerenter", () => showTip(text, node.getBoundingClientRect()));
  node.addEventListener("pointerleave", hideTip);
  if (focus) {
    set(node, { tabindex: 0, role: "img", "aria-label": text.replaceAll("\n", ". ") });
    node.classList.add("mark");
    node.addEventListener("focus", () => showTip(text, node.getBoundingClientRect()));
    node.addEventListener("blur", hideTip);
  }
  return node;
}
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
"use strict";

// Answers about the middle of their scale, and scores of outcomes.

function pointColours(count, palette) {
  return Array.from({ length: count }, (_, k) => {
    const place = count > 1 ? (k / (count - 1)) * (palette.scale.length - 1) : 0;
    const left = Math.min(palette.scale.length - 2, Math.floor(place));
    return mixed(palette.scale[left], palette.scale[left + 1], place - left);
  });
}

// What lies left of the middle: the points below it, and half of those on it.
function leftOf(item) {
  const middle = (item.low + item.high) / 2;
  return item.shares.reduce((sum, share, k) => {
    const value = item.low + k;
    return sum + (share || 0) * (value < middle ? 1 : value === middle ? 0.5 : 0);
  }, 0);
}
const goneShare = (item) =>
  item.shares.includes(null) ? Math.max(0, 1 - item.shares.reduce((sum, share) => sum + (share || 0), 0)) : 0;

function itemText(item) {
  const parts = item.shares.map((share, k) =>
    item.low + k + (item.labels[k] ? " (" + item.labels[k] + ")" : "") + ": " + (share === null ? say("hidden") : percent(share)));
  const mean = known(item.mean[0])
    ? say("Mean {0}", fixed(item.mean[0], 2) + (known(item.mean[1]) ? " (" + range(item.mean[1], item.mean[2], (v) => fixed(v, 2)) + ")" : ""))
    : "";
  return [item.title, mean, parts.join(", ")].filter(Boolean).join("\n");
}

function drawDistribution(width, palette) {
  const items = view().items;
  if (!items.length) return null;
  const labelWidth = Math.min(230, width * 0.34), right = 44;
  const gap = items.some(goneShare) ? 8 : 0;
  const left = Math.max(...items.map(leftOf)), most = Math.max(...items.map((i) => 1 - leftOf(i) - goneShare(i)));
  const rest = Math.max(...items.map(goneShare));
  const scale = (width - labelWidth - right - 12 - gap) / (left + most + rest);
  const middle = labelWidth + 8 + left * scale;
  const named = items.map((item) => lines(item.title, labelWidth - 6, 12.5));
  // Scales of another length have colours, and a legend, of their own.
  const lengths = [...new Set(items.map((item) => item.low + ":" + item.high))];
  let y = 8;
  const nodes = [], row = 26;
  for (const kind of lengths) {
    const own = items.filter((item) => item.low + ":" + item.high === kind);
    const fills = pointColours(own[0].shares.length, palette);
    let x = labelWidth + 8;
    for (const [k, fill] of fills.entries()) {
      nodes.push(shape("rect", { x, y, width: 13, height: 13, fill }),
        write(String(own[0].low + k), x + 17, y + 11, 11.5, palette.soft));
      x += 38;
      if (x + 34 > width - right) { x = labelWidth + 8; y += 18; }
    }
    if (own.some(goneShare)) {
      if (x + 62 > width - right) { x = labelWidth + 8; y += 18; }
      nodes.push(shape("rect", { x, y, width: 13, height: 13, fill: palette.gone }), write(say("hidden"), x + 17, y + 11, 11.5, palette.soft));
    }
    nodes.push(write(say("Mean"), width - right + 8, y + 11, 11.5, palette.soft));
    y += 22;
    for (const item of own) {
      const text = itemText(item);
      const group = telling(shape("g"), text);
      const label = named[items.indexOf(item)];
      group.append(shape("rect", { x: 0, y, width, height: row, fill: palette.paper }));
      label.forEach((line, l) =>
        group.append(write(line, labelWidth, y + row / 2 + 4 + (l - (label.length - 1) / 2) * 13, 12.5, palette.ink, { "text-anchor": "end" })));
      let at = middle - leftOf(item) * scale;
      item.shares.forEach((share, k) => {
        if (!share) return;
        const size = share * scale;
        const bar = shape("rect", { x: at, y: y + 3, width: Math.max(0, size - 0.7), height: row - 6, fill: fills[k] });
        telling(bar, item.title + "\n" + (item.low + k) + (item.labels[k] ? " (" + item.labels[k] + ")" : "") + ": " + percent(share), false);
        group.append(bar);
        const words = fixed(share * 100, 0);
        if (size > textWidth(words, 11) + 6) {
          group.append(write(words, at + size / 2, y + row / 2 + 4, 11, inkOn(fills[k]), { "text-anchor": "middle", "pointer-events": "none" }));
        }
        at += size;
      });
      const gone = goneShare(item);
      if (gone > 0) group.append(shape("rect", { x: at + gap, y: y + 3, width: Math.max(2, gone * scale), height: row - 6, fill: palette.gone }));
      if (known(item.mean[0])) group.append(write(fixed(item.mean[0], 2), width - 4, y + row / 2 + 4, 12, palette.ink, { "text-anchor": "end" }));
      nodes.push(group);
      y += row;
    }
    nodes.push(shape("line", { x1: middle, x2: middle, y1: y - own.length * row, y2: y, stroke: palette.ink, "stroke-width": 1, "stroke-dasharray": "2 3" }));
    y += 12;
  }
  nodes.push(write(say("Per cent of those who answered; the line marks the middle of the scale."), 0, y + 10, 11.5, palette.soft));
  const page = canvas(width, y + 18, say("Answers by point of the scale: {0}", view().title));
  page.append(...nodes);
  return page;
}

function distributionRows() {
  const rows = [["item", "label", "answer", "share"]];
  for (const item of view().items) item.shares.forEach((share, k) => rows.push([item.name, item.title, item.low + k, share]));
  return rows;
}

const measures = {
  nps: say("Net promoter score"), ces: say("Effort: best three"), top_box: say("Top box"), top_two_box: say("Top two"), bottom_box: say("Bottom box"),
};

// Every view of the sample in one drawing, so that they can be compared.
function drawScores(width, palette) {
  const entries = report.views.flatMap((own) => own.scores.map((score) => ({ ...score, view: own.title })));
  if (!entries.length) return null;
  const keys = [...new Set(entries.map((e) => e.name + "\n" + e.measure))];
  const isScore = (e) => e.measure === "nps";
  const labelWidth = Math.min(240, width * 0.4), row = 22;
  const values = entries.flatMap((e) => e.value.filter(known));
  const low = Math.min(0, ...values), high = Math.max(...values, 1);
  const x = linear(low, high, labelWidth + 12, width - 62);
  const nodes = [];
  let y = 6;
  const many = report.views.length > 1;
  for (const key of keys) {
    const own = entries.filter((e) => e.name + "\n" + e.measure === key);
    const withUnit = (text) => (isScore(own[0]) ? say("{0} points", text) : text + " %");
    if (many) {
      nodes.push(write(cut(own[0].title + ": " + (measures[own[0].measure] || own[0].measure), width - 8, 12.5), 0, y + 14, 12.5, palette.ink, { "font-weight": "600" }));
      y += 20;
    }
    const top = y;
    for (const entry of own) {
      const [value, from, to] = entry.value;
      const label = many ? entry.view : entry.title + ": " + (measures[entry.measure] || entry.measure);
      const text = entry.title + ": " + (measures[entry.measure] || entry.measure) + "\n" + entry.view + "\n" + withUnit(fixed(value, 1))
        + (known(from) ? " (" + range(from, to, (v) => fixed(v, 1)) + ")" : "")
        + (known(entry.parts[0]) ? "\n9–10: " + percent(entry.parts[2]) + ", 7–8: " + percent(entry.parts[1]) + ", 0–6: " + percent(entry.parts[0]) : "");
      const group = telling(shape("g"), text);
      const start = Math.min(x(0), x(value));
      group.append(shape("rect", { x: 0, y, width, height: row, fill: palette.paper }),
        write(cut(label, labelWidth - 4, 12.5), labelWidth, y + 15, 12.5, palette.ink, { "text-anchor": "end" }),
        shape("rect", { x: start, y: y + 4, width: Math.abs(x(value) - x(0)), height: row - 8, fill: palette.bar }));
      if (known(from)) group.append(whisker(x(from), x(to), y + row / 2, palette));
      const end = Math.max(x(0), x(value), known(to) ? x(to) : 0);
      group.append(write(fixed(value, 1), end + 6, y + 15, 12, palette.ink));
      nodes.push(group);
      y += row;
    }
    nodes.push(shape("line", { x1: x(0), x2: x(0), y1: top, y2: y, stroke: palette.soft }));
    y += many ? 8 : 0;
  }
  nodes.push(write(say("Points of the net promoter score; per cent of answers for boxes."), 0, y + 16, 11.5, palette.soft));
  const page = canvas(width, y + 24, say("Scores of outcomes with intervals"));
  page.append(...nodes);
  return page;
}
function whisker(from, to, y, palette, colour = palette.ink) {
  return shape("path", { d: "M" + from + " " + (y - 4) + "v8M" + from + " " + y + "H" + to + "M" + to + " " + (y - 4) + "v8", stroke: colour, "stroke-width": 1.4, fill: "none" });
}
function scoreRows() {
  return [["view", "outcome", "label", "measure", "estimate", "low", "high"]].concat(
    report.views.flatMap((own) => own.scores.map((s) => [own.title, s.name, s.title, s.measure, ...s.value])));
}

frame("distribution", { draw: drawDistribution, rows: distributionRows, title: () => say("Answers to the items: {0}", view().title) });
frame("scores", { draw: drawScores, rows: scoreRows, title: () => say("Scores of outcomes") });
"use strict";

// Importance by method, and coefficients, with their intervals.

const chosenMethod = (own) => own.methods.find((m) => m.name === state.method) || own.methods[0];

function axis(nodes, x, values, top, bottom, write_, palette) {
  for (const value of values) {
    nodes.push(shape("line", { x1: x(value), x2: x(value), y1: top, y2: bottom, stroke: palette.line }),
      write(write_(value), x(value), bottom + 15, 11.5, palette.soft, { "text-anchor": "middle" }));
  }
}

function drawImportance(width, palette) {
  const own = outcome();
  if (!own || !own.methods.length) return null;
  const first = chosenMethod(own);
  const order = own.drivers.map((_, k) => k).filter((k) => own.methods.some((m) => known(m.shares[k][0])))
    .sort((a, b) => (first.ranks[a] ?? 1e9) - (first.ranks[b] ?? 1e9) || a - b);
  const labelWidth = Math.min(240, width * 0.34), right = 58;
  const all = own.methods.flatMap((m) => m.shares.flat()).filter(known);
  const low = Math.min(0, ...all), high = Math.max(...all);
  const x = linear(low, high, labelWidth + 12, width - right);
  const bar = own.methods.length > 3 ? 11 : 15, block = own.methods.length * bar + 12;
  const nodes = [];
  let lx = labelWidth + 12, y = 4;
  own.methods.forEach((method, m) => {
    const size = textWidth(method.name, 12) + 34;
    if (lx + size > width && lx > labelWidth + 12) { lx = labelWidth + 12; y += 18; }
    nodes.push(shape("rect", { x: lx, y, width: 12, height: 12, fill: palette.series[m % 8] }),
      write(method.name, lx + 17, y + 11, 12, palette.ink, method === first ? { "font-weight": "bold" } : {}));
    lx += size;
  });
  const top = y + 22, bottom = top + order.length * block;
  axis(nodes, x, ticks(low, high, width < 500 ? 3 : 6), top, bottom, (v) => fixed(v * 100, 0) + " %", palette);
  order.forEach((k, place) => {
    const y0 = top + place * block + 5;
    const described = own.methods.filter((m) => known(m.shares[k][0])).map((m) =>
      m.name + ": " + percent(m.shares[k][0]) + (known(m.shares[k][1]) ? " (" + range(m.shares[k][1], m.shares[k][2], percent) + ")" : ""));
    const group = telling(shape("g"), [own.negative[k] ? say("{0} (negative coefficient)", own.drivers[k]) : own.drivers[k], ...described].join("\n"));
    group.append(shape("rect", { x: 0, y: y0 - 5, width, height: block, fill: palette.paper, "fill-opacity": 0 }));
    const label = lines(own.drivers[k] + (own.negative[k] ? " (−)" : ""), labelWidth - 4, 13, own.methods.length > 1 ? 2 : 1);
    label.forEach((line, l) => group.append(write(line, labelWidth, y0 + (own.methods.length * bar) / 2 + 4 + (l - (label.length - 1) / 2) * 14, 13, palette.ink, { "text-anchor": "end" })));
    own.methods.forEach((method, m) => {
      const [value, from, to] = method.shares[k];
      if (!known(value)) return;
      const at = y0 + m * bar, start = Math.min(x(0), x(value));
      group.append(telling(shape("rect", { x: start, y: at + 1, width: Math.abs(x(value) - x(0)), height: bar - 2, fill: palette.series[m % 8] }),
        own.drivers[k] + "\n" + method.title + "\n" + described.find((d) => d.startsWith(method.name + ":")), false));
      if (known(from)) group.append(whisker(x(from), x(to), at + bar / 2, palette));
      if (own.methods.length < 3 || method === first) {
        group.append(write(percent(value), Math.max(x(value), known(to) ? x(to) : 0) + 6, at + bar / 2 + 4, 11, palette.ink));
      }
    });
    nodes.push(group);
  });
  nodes.push(shape("line", { x1: x(0), x2: x(0), y1: top, y2: bottom, stroke: palette.soft }),
    write(say("Share of importance, ordered by {0}", first.name), x(low), bottom + 32, 12, palette.soft));
  const page = canvas(width, bottom + 40, say("Importance for {0}, {1}", own.title, view().title));
  page.append(...nodes);
  return page;
}
function importanceRows() {
  const own = outcome();
  const rows = [["outcome", "driver", "method", "share", "low", "high"]];
  for (const m of own.methods) own.drivers.forEach((d, k) => rows.push([own.title, d, m.name, ...m.shares[k]]));
  return rows;
}

function drawCoefficients(width, palette) {
  const own = outcome();
  const terms = own ? own.terms.filter((t) => known(t.b[0])) : [];
  if (!terms.length) return null;
  const labelWidth = Math.min(240, width * 0.36), row = 26;
  const all = terms.flatMap((t) => t.b).filter(known);
  const low = Math.min(0, ...all), high = Math.max(0, ...all);
  const x = linear(low, high, labelWidth + 16, width - 24);
  const top = 6, bottom = top + terms.length * row;
  const nodes = [], marks = ticks(low, high, width < 500 ? 3 : 7);
  axis(nodes, x, marks, top, bottom, tickText(marks), palette);
  nodes.push(shape("line", { x1: x(0), x2: x(0), y1: top, y2: bottom, stroke: palette.ink, "stroke-dasharray": "3 3" }));
  terms.forEach((term, k) => {
    const [value, from, to] = term.b, y = top + k * row + row / 2;
    const group = telling(shape("g"), term.name + "\nb " + fixed(value, digits(value))
      + (known(from) ? " (" + range(from, to, (v) => fixed(v, digits(value))) + ")" : "") + (known(term.beta) ? "\nβ " + fixed(term.beta, 3) : ""));
    group.append(shape("rect", { x: 0, y: y - row / 2, width, height: row, fill: palette.paper, "fill-opacity": 0 }),
      write(cut(term.name, labelWidth - 4, 13), labelWidth, y + 4, 13, palette.ink, { "text-anchor": "end" }));
    if (known(from)) group.append(whisker(x(from), x(to), y, palette));
    group.append(shape("circle", { cx: x(value), cy: y, r: 5, fill: palette.point }));
    nodes.push(group);
  });
  nodes.push(write(say("Points of {0} per point of the term", own.title), x(low), bottom + 32, 12, palette.soft));
  const page = canvas(width, bottom + 40, say("Coefficients for {0}, {1}", own.title, view().title));
  page.append(...nodes);
  return page;
}
function coefficientRows() {
  const own = outcome();
  return [["outcome", "term", "estimate", "low", "high", "beta"]].concat(own.terms.map((t) => [own.title, t.name, ...t.b, t.beta]));
}

frame("importance", { draw: drawImportance, rows: importanceRows, title: () => say("What drives {0}", outcome().title) + (report.views.length > 1 ? " (" + view().title + ")" : "") });
frame("coefficients", { draw: drawCoefficients, rows: coefficientRows, title: () => say("Coefficients: {0}", outcome().title) + (report.views.length > 1 ? " (" + view().title + ")" : "") });
"use strict";

// The importance–performance matrix.

// As saved data have them, and as people read them.
const fields = ["Concentrate here", "Keep up the good work", "Low priority", "Possible overkill"];
const fieldNames = [say("Concentrate here"), say("Keep up the good work"), say("Low priority"), say("Possible overkill")];

const chosenMap = (own) => own.maps.find((m) => m.method === state.method) || own.maps[0];
const crosshair = (map) => map.lines[state.rule] || map.lines.given;

// A value on a line counts as high, and so does one that rounding has put just below it.
function field(point, lines_) {
  const isHigh = (value, line) => value >= line - 3e-7 * Math.abs(line);
  const up = isHigh(point.y[0], lines_[1]), right = isHigh(point.x[0], lines_[0]);
  return up ? (right ? 1 : 0) : right ? 3 : 2;
}

function pointText(own, map, k) {
  const point = map.points[k];
  const share = map.stated ? (v) => fixed(v, 1) : percent;
  const parts = [own.drivers[k]];
  parts.push(say("Performance {0}", fixed(point.x[0], 1) + (known(point.x[1]) ? " (" + range(point.x[1], point.x[2], (v) => fixed(v, 1)) + ")" : "")));
  const importance = share(point.y[0]) + (known(point.y[1]) ? " (" + range(point.y[1], point.y[2], share) + ")" : "");
  parts.push(map.stated ? say("Stated importance {0}", importance) : say("Importance {0}", importance));
  if (point.against) {
    parts.push(say("In no field: more of it goes with less of the outcome"));
  } else {
    parts.push(fieldNames[field(point, crosshair(map))]);
    // How often resamples agree is known of the crosshair of the run.
    if (state.rule === report.rule && point.odds.some(known)) {
      parts.push(say("In resamples: {0}", point.odds.map((odd, f) => (odd > 0 ? fieldNames[f] + " " + fixed(odd * 100, 0) + " %" : "")).filter(Boolean).join(", ")));
    }
  }
  if (known(point.potential[0])) {
    const potential = signed(point.potential[0]);
    parts.push(known(point.priority) ? say("Potential {0}, priority {1}", potential, point.priority) : say("Potential {0}", potential));
  }
  return parts.join("\n");
}

function padded(values, least, most) {
  const low = Math.min(...values), high = Math.max(...values), room = (high - low || Math.abs(high) || 1) * 0.14;
  return [Math.max(least, low - room), Math.min(most, high + room)];
}

function drawMatrix(width, palette) {
  const own = outcome();
  const map = own && own.maps.length ? chosenMap(own) : null;
  if (!map) return null;
  const placed = map.points.map((_, k) => k).filter((k) => known(map.points[k].x[0]) && known(map.points[k].y[0]));
  const lines_ = crosshair(map);
  const height = Math.round(Math.max(360, Math.min(620, width * 0.66)));
  const margin = { left: 62, right: 14, top: 10, bottom: 44 };
  const [x0, x1] = padded(placed.flatMap((k) => map.points[k].x).concat(lines_[0]).filter(known), 0, 100);
  const [y0, y1] = padded(placed.flatMap((k) => map.points[k].y).concat(lines_[1]).filter(known), map.stated ? 0 : -Infinity, map.stated ? 100 : Infinity);
  const x = linear(x0, x1, margin.left, width - margin.right), y = linear(y0, y1, height - margin.bottom, margin.top);
  const cx = x(lines_[0]), cy = y(lines_[1]), nodes = [];
  const [l, r, t, b] = [margin.left, width - margin.right, margin.top, height - margin.bottom];
  const boxes = [[l, t, cx - l, cy - t], [cx, t, r - cx, cy - t], [l, cy, cx - l, b - cy], [cx, cy, r - cx, b - cy]];
  boxes.forEach(([bx, by, bw, bh], f) => nodes.push(shape("rect", { x: bx, y: by, width: Math.max(0, bw), height: Math.max(0, bh), fill: palette.fields[f] })));
  const xs = ticks(x0, x1, width < 500 ? 4 : 8), ys = ticks(y0, y1, 6);
  for (const v of xs) nodes.push(shape("line", { x1: x(v), x2: x(v), y1: b, y2: b + 4, stroke: palette.soft }), write(tickText(xs)(v), x(v), b + 17, 11.5, palette.soft, { "text-anchor": "middle" }));
  for (const v of ys) nodes.push(shape("line", { x1: l - 4, x2: l, y1: y(v), y2: y(v), stroke: palette.soft }), write(map.stated ? fixed(v, 0) : tickText(ys.map((s) => s * 100))(v * 100) + " %", l - 7, y(v) + 4, 11.5, palette.soft, { "text-anchor": "end" }));
  nodes.push(shape("line", { x1: cx, x2: cx, y1: t, y2: b, stroke: palette.soft, "stroke-width": 1.3 }), shape("line", { x1: l, x2: r, y1: cy, y2: cy, stroke: palette.soft, "stroke-width": 1.3 }));
  nodes.push(write(say("Performance (0–100 of the scale)"), (l + r) / 2, height - 8, 12.5, palette.soft, { "text-anchor": "middle" }));
  const side = map.stated ? say("Stated importance (0–100)") : say("Importance (share, {0})", map.method);
  nodes.push(write(side, 0, 0, 12.5, palette.soft, { "text-anchor": "middle", transform: "translate(13 " + (t + b) / 2 + ") rotate(-90)" }));

  // Everything that a label must not lie on.
  const taken = [];
  const corners = [[l + 6, t + 17, "start"], [r - 6, t + 17, "end"], [l + 6, b - 8, "start"], [r - 6, b - 8, "end"]];
  corners.forEach(([px, py, anchor], f) => {
    const name = cut(fieldNames[f], Math.max(24, boxes[f][2] - 12), 13);
    const size = textWidth(name, 13, true);
    if (boxes[f][2] < 40 || boxes[f][3] < 20) return;
    nodes.push(write(name, px, py, 13, palette.names[f], { "text-anchor": anchor, "font-weight": "bold" }));
    taken.push([anchor === "end" ? px - size : px, py - 12, size, 15]);
  });
  for (const k of placed) {
    const p = map.points[k], px = x(p.x[0]), py = y(p.y[0]);
    taken.push([px - 7, py - 7, 14, 14]);
    if (known(p.x[1])) taken.push([x(p.x[1]), py - 2, x(p.x[2]) - x(p.x[1]), 4]);
    if (known(p.y[1])) taken.push([px - 2, y(p.y[2]), 4, y(p.y[1]) - y(p.y[2])]);
  }
  for (const k of placed) {
    const p = map.points[k], px = x(p.x[0]), py = y(p.y[0]);
    if (known(p.x[1])) nodes.push(whisker(x(p.x[1]), x(p.x[2]), py, palette, palette.soft));
    if (known(p.y[1])) nodes.push(shape("path", { d: "M" + (px - 4) + " " + y(p.y[1]) + "h8M" + px + " " + y(p.y[1]) + "V" + y(p.y[2]) + "M" + (px - 4) + " " + y(p.y[2]) + "h8", stroke: palette.soft, "stroke-width": 1.4, fill: "none" }));
  }
  const labels = [];
  for (const k of placed) {
    const p = map.points[k], px = x(p.x[0]), py = y(p.y[0]);
    const text = cut(own.drivers[k], width < 500 ? 120 : 200, 12.5);
    // Beside the crosshair where there is room, over it where there is none.
    const size = textWidth(text, 12.5), limits = [l, t, r, b];
    const spot = labelSpot(px, py, size, limits, taken.concat([[cx - 1, t, 2, b - t], [l, cy - 1, r - l, 2]])) || labelSpot(px, py, size, limits, taken);
    if (spot) {
      taken.push(spot.box);
      if (spot.away > 22) labels.push(shape("line", { x1: px, y1: py, x2: spot.hook[0], y2: spot.hook[1], stroke: palette.soft, "stroke-width": 0.8 }));
      labels.push(write(text, spot.box[0], spot.box[1] + 12, 12.5, palette.ink, { "pointer-events": "none" }));
    }
  }
  nodes.push(...labels);
  for (const k of placed) {
    const p = map.points[k], px = x(p.x[0]), py = y(p.y[0]);
    const group = telling(shape("g"), pointText(own, map, k));
    if (p.first) group.append(shape("circle", { cx: px, cy: py, r: 10, fill: "none", stroke: palette.warm, "stroke-width": 2 }));
    group.append(shape("circle", { cx: px, cy: py, r: 6, fill: own.negative[k] ? palette.paper : palette.point, stroke: palette.point, "stroke-width": 2 }));
    nodes.push(group);
  }
  const first = placed.some((k) => map.points[k].first);
  const page = canvas(width, height + (first ? 20 : 0), say("Importance and performance for {0}, {1}", own.title, view().title));
  if (first) nodes.push(shape("circle", { cx: l + 8, cy: height + 8, r: 7, fill: "none", stroke: palette.warm, "stroke-width": 2 }), write(say("to work on first"), l + 20, height + 12, 12, palette.soft));
  page.append(...nodes);
  return page;
}

function labelSpot(px, py, size, [l, t, r, b], taken) {
  const tall = 15;
  for (const away of [10, 16, 24, 36, 52, 72]) {
    for (const turn of [0, 180, 315, 45, 225, 135, 270, 90]) {
      const dx = Math.cos((turn * Math.PI) / 180), dy = Math.sin((turn * Math.PI) / 180);
      const ax = px + dx * away, ay = py + dy * away;
      const left = dx > 0.3 ? ax : dx < -0.3 ? ax - size : ax - size / 2;
      const top = dy > 0.3 ? ay : dy < -0.3 ? ay - tall : ay - tall / 2;
      const box = [left, top, size, tall];
      if (left < l + 2 || left + size > r - 2 || top < t + 2 || top + tall > b - 2) continue;
      if (taken.some((o) => box[0] < o[0] + o[2] + 2 && o[0] < box[0] + size + 2 && top < o[1] + o[3] + 1 && o[1] < top + tall + 1)) continue;
      return { box, away, hook: [Math.max(left, Math.min(ax, left + size)), Math.max(top, Math.min(ay, top + tall))] };
    }
  }
  return null;
}

function matrixRows() {
  const own = outcome(), map = chosenMap(own);
  return [["outcome", "driver", "method", "performance", "performance_low", "performance_high", "importance", "importance_low", "importance_high", "quadrant"]].concat(
    own.drivers.map((d, k) => {
      const p = map.points[k];
      const isPlaced = known(p.x[0]) && known(p.y[0]) && !p.against;
      return [own.title, d, map.method, ...p.x, ...p.y, isPlaced ? fields[field(p, crosshair(map))] : ""];
    }));
}

frame("matrix", { draw: drawMatrix, rows: matrixRows, title: () => say("Importance and performance: {0}", outcome().title) + (report.views.length > 1 ? " (" + view().title + ")" : "") });
"use strict";

// What goes with moving drivers. The floor holds the others where they are; the ceiling lets those that are not moved go along.

// x of A x = b for a symmetric positive definite A; null where it is none.
function solve(a, b) {
  const n = b.length, l = a.map((row) => row.slice()), x = b.slice();
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i][j];
      for (let k = 0; k < j; k += 1) sum -= l[i][k] * l[j][k];
      if (i === j) {
        if (!(sum > 1e-10 * Math.abs(a[i][i]))) return null;
        l[i][i] = Math.sqrt(sum);
      } else {
        l[i][j] = sum / l[j][j];
      }
    }
  }
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] -= l[i][k] * x[k];
    x[i] /= l[i][i];
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i] -= l[k][i] * x[k];
    x[i] /= l[i][i];
  }
  return x;
}
const dot = (a, b) => a.reduce((sum, value, k) => sum + value * b[k], 0);
const form = (matrix, v) => dot(v, matrix.map((row) => dot(row, v)));

// Points of the outcome with the ends of their interval, for moves in points of performance.
function floorOf(model, moves) {
  const tens = moves.map((move) => move / 10);
  const value = dot(tens, model.effects), moved = tens.map((_, k) => k).filter((k) => tens[k] !== 0);
  if (!moved.length) return { value: 0, low: 0, high: 0 };
  // Of one driver its own interval, which need not be symmetric.
  if (moved.length === 1 && known(model.intervals[moved[0]][0])) {
    const ends = model.intervals[moved[0]].map((end) => end * tens[moved[0]]);
    return { value, low: Math.min(...ends), high: Math.max(...ends) };
  }
  const spread = spreadOf(model, tens);
  return spread === null ? { value, low: null, high: null } : { value, low: value - spread, high: value + spread };
}
function spreadOf(model, tens) {
  if (!model.covariance || !known(model.quantile)) return null;
  const moved = tens.map((_, k) => k).filter((k) => tens[k] !== 0);
  const part = moved.map((i) => moved.map((j) => model.covariance[i][j]));
  const variance = form(part, moved.map((k) => tens[k]));
  return Number.isFinite(variance) && variance >= 0 ? model.quantile * Math.sqrt(variance) : null;
}

// The regression of the outcome on the moved drivers alone.
function ceilingOf(model, moves) {
  if (!model.together) return null;
  const moved = moves.map((_, k) => k).filter((k) => moves[k] !== 0);
  if (!moved.length) return { value: 0, low: 0, high: 0 };
  const own = classical(model, moves, moved);
  if (!own) return null;
  const all = classical(model, moves, moves.map((_, k) => k));
  const spread = spreadOf(model, moves.map((move) => move / 10));
  if (!all || spread === null || !(all.variance > 0)) return { value: own.value, low: null, high: null };
  const width = spread * Math.sqrt(own.variance / all.variance);
  return { value: own.value, low: own.value - width, high: own.value + width };
}
// With errors of equal variance: the value and its variance, but for a factor that all sets of drivers share.
function classical(model, moves, set_) {
  const together = set_.map((i) => set_.map((j) => model.together[i][j]));
  const with_ = set_.map((k) => model.withOutcome[k]), by = set_.map((k) => moves[k]);
  const b = solve(together, with_), weights = solve(together, by);
  if (!b || !weights) return null;
  const left = Math.max(0, model.ofOutcome - dot(b, with_));
  return { value: dot(by, b), variance: (left * dot(by, weights)) / Math.max(1, model.n - set_.length - 1) };
}

// A change from the mean, no further than the ends of the scale.
function within(model, change) {
  if (!change) return null;
  const stop = (value) => (value === null ? null
    : Math.max(known(model.low) ? model.low - model.mean : -Infinity, Math.min(known(model.high) ? model.high - model.mean : Infinity, value)));
  const value = stop(change.value);
  return { value, low: stop(change.low), high: stop(change.high), isStopped: value !== change.value };
}

// Performance that was asked for stays with its view when another outcome is looked at.
const whatif = { figure: document.getElementById("figure-whatif"), kept: {}, rows: [], result: null, model: null };

function changeText(change, decimals) {
  if (!change) return "–";
  const ends = known(change.low) && known(change.high) ? " (" + say("{0} to {1}", signed(change.low, decimals), signed(change.high, decimals)) + ")" : "";
  return signed(change.value, decimals) + ends;
}

function buildWhatIf() {
  if (!whatif.figure) return;
  const own = outcome(), model = own && own.whatif;
  whatif.figure.hidden = !model;
  if (model && model === whatif.model) return;
  whatif.model = model;
  whatif.rows = [];
  if (!model) return;
  const grid = element("div", { class: "moves" }, ...[say("Driver"), say("Performance"), "0–100", say("Its own move: floor; ceiling")].map((head) => element("div", { class: "head" }, head)));
  model.drivers.forEach((name, k) => {
    const base = Number(model.performance[k].toFixed(1)), id = "move-" + k;
    const slider = element("input", { type: "range", id, min: 0, max: 100, step: 0.1, value: base, "aria-describedby": id + "-alone" });
    const box = element("input", { type: "number", min: 0, max: 100, step: 1, value: base, "aria-label": say("{0}, performance", name), inputmode: "decimal" });
    const alone = element("div", { class: "alone", id: id + "-alone" });
    const row = { k, base, slider, box, alone };
    slider.addEventListener("input", () => move(row, Number(slider.value)));
    // Arrows by a point, page keys by ten: a tenth is for the pointer.
    slider.addEventListener("keydown", (event) => {
      const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
      if (!(event.key in steps)) return;
      event.preventDefault();
      move(row, Number(slider.value) + steps[event.key] * (event.shiftKey ? 0.1 : 1));
    });
    box.addEventListener("change", () => move(row, box.value === "" ? base : Number(box.value)));
    whatif.rows.push(row);
    grid.append(element("label", { class: "name", for: id }, name), slider, box, alone);
  });
  whatif.result = element("div", { class: "result", role: "status", "aria-live": "polite", "aria-atomic": "true" });
  const start = button(say("Back to the start"), () => {
    for (const row of whatif.rows) setRow(row, row.base);
    tellMoves();
  });
  const all = button(say("All ten points up"), () => {
    for (const row of whatif.rows) setRow(row, Math.min(100, row.base + 10));
    tellMoves();
  });
  whatif.figure.replaceChildren(grid, whatif.result, element("div", { class: "tools" }, start, all));
  const kept = whatif.kept[state.view] || {};
  for (const row of whatif.rows) setRow(row, kept[model.drivers[row.k]] ?? row.base);
  tellMoves();
}
function setRow(row, value) {
  row.value = Math.max(0, Math.min(100, Number.isFinite(value) ? Number(value.toFixed(1)) : row.base));
  row.slider.value = row.value;
  row.box.value = row.value;
  row.slider.setAttribute("aria-valuetext", row.value === row.base ? say("{0} of 100, as it is", fixed(row.value, 1))
    : say("{0} of 100, {1} points", fixed(row.value, 1), signed(row.value - row.base, 1)));
}
function move(row, value) {
  setRow(row, value);
  tellMoves();
}
// What the sliders ask for, exact to the tenth.
const currentMoves = () => whatif.rows.map((row) => Number((row.value - row.base).toFixed(1)));

function tellMoves() {
  const model = whatif.model, moves = currentMoves();
  whatif.kept[state.view] = Object.fromEntries(whatif.rows.map((row) => [model.drivers[row.k], row.value]));
  for (const row of whatif.rows) {
    const only = moves.map((move_, k) => (k === row.k ? move_ : 0));
    const isMoved = only[row.k] !== 0;
    // Without a move: what ten points would go with.
    const asked = isMoved ? only : only.map((_, k) => (k === row.k ? 10 : 0));
    const floor = within(model, floorOf(model, asked)), ceiling = within(model, ceilingOf(model, asked));
    const ends = [changeText(floor, 2), changeText(ceiling, 2)];
    row.alone.textContent = isMoved ? say("{0} points: {1}; {2}", signed(only[row.k], 1), ...ends) : say("Ten points: {0}; {1}", ...ends);
  }
  const floor = within(model, floorOf(model, moves)), ceiling = within(model, ceilingOf(model, moves));
  const title = outcome().title, now = fixed(model.mean, 2);
  const isMoved = moves.some((move_) => move_ !== 0);
  const told = (change, going, stopped) => {
    if (!change) return "";
    const ends = known(change.low) ? " (" + say("{0} to {1}", fixed(model.mean + change.low, 2), fixed(model.mean + change.high, 2)) + ")" : "";
    return (change.isStopped ? stopped : going)(fixed(model.mean + change.value, 2) + ends, changeText(change, 2));
  };
  const floorText = told(floor, (to, by) => say("Floor, the others held where they are: {0}, a change of {1}.", to, by),
    (to, by) => say("Floor, the others held where they are: {0}, a change of {1}; it stops at the end of the scale.", to, by));
  const ceilingText = told(ceiling, (to, by) => say("Ceiling, the others moving along: {0}, a change of {1}.", to, by),
    (to, by) => say("Ceiling, the others moving along: {0}, a change of {1}; it stops at the end of the scale.", to, by));
  whatif.result.replaceChildren(element("p", {}, element("strong", {}, known(model.high) ? say("{0} stands at {1} on a scale from {2} to {3}.", title, now, model.low, model.high) : say("{0} stands at {1}.", title, now))),
    ...(isMoved ? [element("p", { class: "floor" }, floorText), element("p", { class: "ceiling" }, ceilingText)]
      : [element("p", {}, say("Nothing is moved yet."))]));
}
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

"""# }
  /// What the script says, in English.
  package static var messages: [String] {
    [
      "All ten points up",
      "Answers by point of the scale: {0}",
      "Answers to the items: {0}",
      "Back to the start",
      "Bottom box",
      "Ceiling, the others moving along: {0}, a change of {1}.",
      "Ceiling, the others moving along: {0}, a change of {1}; it stops at the end of the scale.",
      "Coefficients for {0}, {1}",
      "Coefficients: {0}",
      "Colours",
      "Column {0}",
      "Concentrate here",
      "Copied.",
      "Copy picture",
      "Copying is not allowed here; saved instead.",
      "Crosshair at",
      "Data (CSV)",
      "Driver",
      "Effort: best three",
      "Floor, the others held where they are: {0}, a change of {1}.",
      "Floor, the others held where they are: {0}, a change of {1}; it stops at the end of the scale.",
      "Importance (share, {0})",
      "Importance and performance for {0}, {1}",
      "Importance and performance: {0}",
      "Importance for {0}, {1}",
      "Importance {0}",
      "Importance",
      "In no field: more of it goes with less of the outcome",
      "In resamples: {0}",
      "Its own move: floor; ceiling",
      "Keep up the good work",
      "Low priority",
      "Mean {0}",
      "Mean",
      "Net promoter score",
      "Nothing is moved yet.",
      "Outcome",
      "Per cent of those who answered; the line marks the middle of the scale.",
      "Performance (0–100 of the scale)",
      "Performance {0}",
      "Performance",
      "Points of the net promoter score; per cent of answers for boxes.",
      "Points of {0} per point of the term",
      "Possible overkill",
      "Potential {0}",
      "Potential {0}, priority {1}",
      "Respondents",
      "Save picture (PNG)",
      "Scores of outcomes with intervals",
      "Scores of outcomes",
      "Share of importance, ordered by {0}",
      "Sort by this column",
      "Stated importance (0–100)",
      "Stated importance {0}",
      "Table (CSV)",
      "Ten points: {0}; {1}",
      "Top box",
      "Top two",
      "What drives {0}",
      "as given",
      "as the system",
      "dark",
      "hidden",
      "light",
      "means",
      "medians",
      "middle of the scale",
      "to work on first",
      "{0} (negative coefficient)",
      "{0} of 100, as it is",
      "{0} of 100, {1} points",
      "{0} points",
      "{0} points: {1}; {2}",
      "{0} stands at {1} on a scale from {2} to {3}.",
      "{0} stands at {1}.",
      "{0} to {1}",
      "{0}, performance",
    ]
  }
}
