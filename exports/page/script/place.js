// Where the shown nodes lie. The stored layout is that of the whole story; the few that are shown are drawn together from
// there, turned to the shape of the window and moved apart until no box covers another. The same nodes always lie alike.

const SIDEWAYS = [1.2, 1.7, 2.6]; // how much rather aside than down a box goes: tried in turn, for boxes are wide
const EVENNESS = [0, 0.5]; // tried in turn: see spreadOut
const UNIT = 20; // length of an edge in the stored layout
const LARGEST = 1.15; // scale at which boxes are drawn at most
const HIDING = 0.015; // what a line behind a box costs, as a share of the scale
const airOf = (item) => (boxOf(item).width + 30) * (boxOf(item).height + 40); // what a box needs

/** Left, top, right and bottom of all boxes. */
function extentOf(points) {
  const sides = [...points].map(([id, point]) => [point, boxOf(ITEMS[id])]);
  const edge = (axis, size, sign) => Math[sign < 0 ? 'min' : 'max'](...sides.map(([point, box]) => point[axis] + (sign * box[size]) / 2));
  return { left: edge('x', 'width', -1), top: edge('y', 'height', -1), right: edge('x', 'width', 1), bottom: edge('y', 'height', 1) };
}

/** Move boxes apart until none overlap. Changes `points`, a Map of id -> {x, y}. */
function separate(points, gap, sideways) {
  const boxes = [...points.keys()].map((id) => boxOf(ITEMS[id]));
  const at = [...points.values()];
  const [xs, ys] = ['x', 'y'].map((axis) => Float64Array.from(at, (point) => point[axis])); // plain numbers: this is the dearest loop of all
  const [wide, high] = ['width', 'height'].map((size) => Float64Array.from(boxes, (box) => (box[size] + gap) / 2));
  for (let round = 0, moved = true; moved && round < 300; round++) {
    moved = false;
    for (let i = 0; i < at.length; i++) {
      for (let j = i + 1; j < at.length; j++) {
        const [dx, dy] = [xs[j] - xs[i], ys[j] - ys[i]];
        const overX = wide[i] + wide[j] - Math.abs(dx);
        if (overX <= 0) continue;
        const overY = high[i] + high[j] - Math.abs(dy);
        if (overY <= 0) continue;
        moved = true;
        const aside = overX < overY * sideways;
        const by = ((aside ? overX : overY) / 2 + 0.01) * (Math.sign(aside ? dx : dy) || (i % 2 ? 1 : -1));
        const along = aside ? xs : ys;
        along[i] -= by;
        along[j] += by;
      }
    }
  }
  at.forEach((point, i) => Object.assign(point, { x: xs[i], y: ys[i] }));
}

/** The free place nearest to a point for one more box among those of `points`, looked for along a spiral. */
function freePlace(id, near, points) {
  const box = boxOf(ITEMS[id]);
  const others = [...points].map(([other, point]) => [point, boxOf(ITEMS[other])]);
  for (let turn = 0; ; turn++) {
    const angle = turn * 0.5;
    const at = { x: near.x + 13 * angle * Math.cos(angle), y: near.y + 7 * angle * Math.sin(angle) };
    const taken = others.some(([point, other]) => Math.abs(point.x - at.x) < (box.width + other.width) / 2 + 10
      && Math.abs(point.y - at.y) < (box.height + other.height) / 2 + 10);
    if (!taken) return at;
  }
}

/** Steps between each two of the nodes along shown edges; 0 where no path leads. */
function distances(ids) {
  const index = new Map(ids.map((id, i) => [id, i]));
  const next = ids.map((id) => [...new Set(ITEMS[id].ties.map((tie) => index.get(tie.other.id)))].filter((i) => i !== undefined));
  return ids.map((_, source) => {
    const row = new Float64Array(ids.length);
    let front = [source];
    for (let far = 1; front.length; far++) {
      const found = [];
      for (const i of front) {
        for (const j of next[i]) if (j !== source && !row[j]) { row[j] = far; found.push(j); }
      }
      front = found;
    }
    return row;
  });
}

/** Bring the drawn distances near to the steps between nodes: stress majorization (Gansner, Koren and North 2004). */
function relax(points, steps, rounds) {
  const n = points.length;
  const apart = 1.2 + Math.sqrt(n) / 2; // for nodes that nothing joins
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) {
      let [x, y, total] = [0, 0, 0];
      for (let j = 0; j < n; j++) {
        if (i === j) continue;
        const joined = steps[i][j] > 0;
        const want = joined ? steps[i][j] : apart;
        const weight = joined ? 1 / (want * want) : 0.02;
        const [dx, dy] = [points[i].x - points[j].x, points[i].y - points[j].y];
        const now = Math.hypot(dx, dy) || 1e-6;
        x += weight * (points[j].x + (dx / now) * want);
        y += weight * (points[j].y + (dy / now) * want);
        total += weight;
      }
      points[i].x = x / total;
      points[i].y = y / total;
    }
  }
}

/** Turn points so that they spread most from left to right, as windows do. */
function level(points) {
  const mean = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [mx, my] = [mean('x'), mean('y')];
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map(({ x, y }) => ({ x: (x - mx) * cos + (y - my) * sin, y: (y - my) * cos - (x - mx) * sin }));
}

/**
 * Points drawn out over a rectangle of 1 by 1: by `evenness` from their own distances (0) to the same step from each to
 * the next (1), which leaves no corner empty.
 */
function spreadOut(points, evenness) {
  const scaled = (axis) => {
    const order = points.map((_, i) => i).sort((a, b) => points[a][axis] - points[b][axis]);
    const [low, high] = [points[order[0]][axis], points[order[order.length - 1]][axis]];
    const values = [];
    order.forEach((i, rank) => {
      values[i] = evenness * (rank / (points.length - 1)) + (1 - evenness) * ((points[i][axis] - low) / (high - low || 1));
    });
    return values;
  };
  const [xs, ys] = [scaled('x'), scaled('y')];
  return points.map((_, i) => ({ x: xs[i], y: ys[i] }));
}

/** How large boxes at `points` can be drawn in a window of that size, 1 being the size they are meant to have. */
function scaleOf(points, { width, height }) {
  const { left, top, right, bottom } = extentOf(points);
  return Math.min(width / (right - left), height / (bottom - top));
}

/** Whether the line from a to b meets a box round the point c (after Liang and Barsky 1984). */
function meets(a, b, c, box) {
  let [from, to] = [0, 1];
  for (const [axis, size] of [['x', 'width'], ['y', 'height']]) {
    const step = b[axis] - a[axis];
    const [low, high] = [c[axis] - box[size] / 2 - a[axis], c[axis] + box[size] / 2 - a[axis]];
    if (!step && (low > 0 || high < 0)) return false;
    if (!step) continue;
    from = Math.max(from, Math.min(low / step, high / step));
    to = Math.min(to, Math.max(low / step, high / step));
  }
  return from < to;
}

/** How many lines run behind boxes that are not theirs, where one would take them for another's. */
function hiddenLines(points, links) {
  const boxes = [...points].map(([id, point]) => [id, point, boxOf(ITEMS[id])]);
  return links.reduce((sum, { from, to }) => sum + boxes.filter(([id, point, box]) => id !== from && id !== to
    && meets(points.get(from), points.get(to), point, box)).length, 0);
}

/** Fresh places for nodes, as a Map of id -> {x, y}: large in the window, and few lines behind boxes. */
function arrange(ids, size) {
  if (ids.length < 2) return new Map(ids.map((id) => [id, { x: 0, y: 0 }]));
  const start = ids.map((id) => ({ x: ITEMS[id].x / UNIT, y: ITEMS[id].y / UNIT }));
  if (ids.length <= 400) relax(start, distances(ids), 60);
  const flat = level(start);
  const area = ids.reduce((sum, id) => sum + airOf(ITEMS[id]), 0) * 0.7;
  const tall = Math.sqrt((area * size.height) / size.width);
  const links = ids.length <= 150 ? linksAmong(new Set(ids)) : [];
  const tries = [];
  for (const places of [flat, flat.map(({ x, y }) => ({ x: y, y: x }))]) {
    if (tries.some(([good]) => good >= READABLE)) break; // no need to lay it down
    for (const evenness of EVENNESS) {
      const spread = spreadOut(places, evenness);
      for (const sideways of SIDEWAYS) {
        const points = new Map(ids.map((id, i) => [id, { x: (spread[i].x * tall * size.width) / size.height, y: spread[i].y * tall }]));
        separate(points, 18, sideways);
        tries.push([Math.min(LARGEST, scaleOf(points, size)) - HIDING * hiddenLines(points, links), points]);
      }
    }
  }
  return tries.sort((a, b) => b[0] - a[0])[0][1];
}
