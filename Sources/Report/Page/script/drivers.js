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
