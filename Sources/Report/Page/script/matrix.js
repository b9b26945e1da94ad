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
