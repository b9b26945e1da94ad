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
