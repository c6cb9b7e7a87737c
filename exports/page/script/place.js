// Where the shown nodes lie. The stored layout is that of the whole story; the few that are shown are drawn together from
// there, turned to the shape of the window and moved apart until no box covers another. The same nodes always lie alike.

const SIDEWAYS = [1.2, 1.7, 2.6]; // how much rather aside than down a box goes: tried in turn, for boxes are wide
const UNIT = 20; // length of an edge in the stored layout
const airOf = (item) => (boxOf(item).width + 30) * (boxOf(item).height + 40); // what a box needs

/** Left, top, right and bottom of all boxes. */
function extentOf(points) {
  const sides = [...points].map(([id, point]) => [point, boxOf(ITEMS[id])]);
  const edge = (axis, size, sign) => Math[sign < 0 ? 'min' : 'max'](...sides.map(([point, box]) => point[axis] + (sign * box[size]) / 2));
  return { left: edge('x', 'width', -1), top: edge('y', 'height', -1), right: edge('x', 'width', 1), bottom: edge('y', 'height', 1) };
}

/** Move boxes apart until none overlap. Changes `points`, a Map of id -> {x, y}. */
function separate(points, gap, sideways) {
  const ids = [...points.keys()];
  const boxes = ids.map((id) => boxOf(ITEMS[id]));
  for (let round = 0; round < 300; round++) {
    let moved = false;
    for (let i = 0; i < ids.length; i++) {
      for (let j = i + 1; j < ids.length; j++) {
        const [a, b] = [points.get(ids[i]), points.get(ids[j])];
        const dx = b.x - a.x || (i % 2 ? 0.5 : -0.5);
        const dy = b.y - a.y || 0.5;
        const overX = (boxes[i].width + boxes[j].width) / 2 + gap - Math.abs(dx);
        const overY = (boxes[i].height + boxes[j].height) / 2 + gap - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        if (overX < overY * sideways) { a.x -= (Math.sign(dx) * overX) / 2; b.x += (Math.sign(dx) * overX) / 2; }
        else { a.y -= (Math.sign(dy) * overY) / 2; b.y += (Math.sign(dy) * overY) / 2; }
      }
    }
    if (!moved) return;
  }
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

/** Fresh places for nodes, as a Map of id -> {x, y}, such that they are seen as large as can be in the window. */
function arrange(ids, { width, height }) {
  if (ids.length < 2) return new Map(ids.map((id) => [id, { x: 0, y: 0 }]));
  const start = ids.map((id) => ({ x: ITEMS[id].x / UNIT, y: ITEMS[id].y / UNIT }));
  if (ids.length <= 400) relax(start, distances(ids), 60);
  const places = level(start);
  const spread = (axis) => Math.max(...places.map((point) => point[axis])) - Math.min(...places.map((point) => point[axis])) || 1;
  const area = ids.reduce((sum, id) => sum + airOf(ITEMS[id]), 0) * 0.85;
  const tall = Math.sqrt((area * height) / width);
  const [sx, sy] = [(tall * width) / height / spread('x'), tall / spread('y')];
  const tries = SIDEWAYS.map((sideways) => {
    const points = new Map(ids.map((id, i) => [id, { x: places[i].x * sx, y: places[i].y * sy }]));
    separate(points, 18, sideways);
    const { left, top, right, bottom } = extentOf(points);
    return [Math.min(width / (right - left), height / (bottom - top)), points];
  });
  return tries.sort((a, b) => b[0] - a[0])[0][1];
}
