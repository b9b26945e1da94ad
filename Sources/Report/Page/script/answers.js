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
