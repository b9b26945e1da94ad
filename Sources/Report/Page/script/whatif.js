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
