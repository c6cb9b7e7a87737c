// The graph view: vis-network draws the few nodes that are shown; which ones, and where, is decided here.

const graph = {
  network: null,
  nodes: null,
  edges: null,
  points: new Map(), // id -> {x, y} of all that has been shown
  shown: new Set(), // node ids
  added: new Set(), // by expanding
  removed: new Set(), // by hiding
  near: null, // ids of the selected node and its neighbours
  room: 0, // further nodes that "show more" has granted
  share: 1, // of the window that boxes may cover, so that they can be read
  hover: null,
  moved: false, // whether the reader has zoomed or dragged the canvas
};
const STEP = 12; // neighbours shown by one "expand"
const LINKS = ['agent', 'patient', 'participant', 'place', 'causes', 'part_of', 'includes'];

/** Give every shown node a place beside those that have one. */
function fillIn(shown) {
  const kept = new Map([...shown].filter((id) => graph.points.has(id)).map((id) => [id, graph.points.get(id)]));
  const middle = (points) => ({
    x: points.reduce((sum, point) => sum + point.x, 0) / (points.length || 1),
    y: points.reduce((sum, point) => sum + point.y, 0) / (points.length || 1),
  });
  for (const id of [...shown].filter((each) => !kept.has(each))) {
    const around = ITEMS[id].ties.map((tie) => kept.get(tie.other.id)).filter(Boolean);
    kept.set(id, freePlace(id, middle(around.length ? around : [...kept.values()]), kept));
  }
  kept.forEach((point, id) => graph.points.set(id, point));
}

function nodeOf(id) {
  const item = ITEMS[id];
  const { x, y } = graph.points.get(id);
  return {
    id, x, y, shape: 'custom', fixed: false,
    ctxRenderer: ({ ctx, x: cx, y: cy }) => ({
      drawNode: () => drawBox(ctx, item, cx, cy, lookOf(item)),
      nodeDimensions: { width: boxOf(item).width, height: boxOf(item).height },
    }),
  };
}

/** How many visible events of an actor or place are not on the canvas. */
function moreOf(item) {
  const stamp = state.visible;
  if (item.moreFor !== stamp || item.moreShown !== graph.shown) {
    item.moreFor = stamp;
    item.moreShown = graph.shown;
    item.more = item.events.filter((event) => !graph.shown.has(event.id) && graph.allowed.has(event.id)).length;
  }
  return item.more;
}

/** How a node is drawn just now. */
const lookOf = (item) => ({
  selected: state.selected === item,
  hover: graph.hover === item.id,
  dim: graph.near !== null && !graph.near.has(item.id),
  more: item.kind === 'event' ? 0 : moreOf(item),
});

/** Whether no claim names the place itself: it was taken from words near by. */
const isInferred = ({ from, role }) => role === 'place' && ITEMS[from].claims.every((claim) => claim.placed);

/** How an edge is drawn just now. */
function strokeOf(edge) {
  const unreal = [ITEMS[edge.from], ITEMS[edge.to]].some((item) => item.kind === 'event' && !item.happened);
  const near = state.selected && (edge.from === state.selected.id || edge.to === state.selected.id);
  return {
    dash: unreal ? [6, 4] : isInferred(edge) ? [1, 4] : [],
    width: near ? 2 : 1.2,
    colour: near ? INK.accent : INK.soft,
    opacity: graph.near !== null && !near ? 0.45 : 1,
  };
}

function edgeOf(edge) {
  const { dash, width, colour, opacity } = strokeOf(edge);
  return {
    id: edge.id, from: edge.from, to: edge.to, arrows: edge.arrows, dashes: dash.length ? dash : false, width,
    color: { color: colour, highlight: INK.accent, hover: INK.accent, opacity },
  };
}

/** Where the line from the middle of one box to that of another leaves the first. */
function border(id, towards) {
  const [from, to, box] = [graph.points.get(id), graph.points.get(towards), boxOf(ITEMS[id])];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(box.width / 2 / Math.abs(dx || 1e-9), box.height / 2 / Math.abs(dy || 1e-9), 0.5);
  return { x: from.x + dx * share, y: from.y + dy * share };
}

/** The roles on the edges of what is selected, above everything, where they cover neither a box nor each other. */
function drawRoles(ctx) {
  if (!state.selected || !graph.shown.has(state.selected.id)) return;
  const taken = [...graph.shown].map((id) => ({ id, ...graph.points.get(id), ...boxOf(ITEMS[id]) }));
  ctx.save();
  ctx.font = FONTS.head;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  for (const { edge, other } of state.selected.ties) {
    if (!graph.shown.has(other.id) || !LINKS.includes(edge.role)) continue;
    const [a, b] = [border(edge.from, edge.to), border(edge.to, edge.from)];
    const label = t(`role.${edge.role}`);
    const width = widthOf(label, FONTS.head) + 8;
    if (Math.hypot(b.x - a.x, b.y - a.y) < 22) continue; // no room beside the arrow: the card tells it
    const spot = [0.5, 0.35, 0.65, 0.2, 0.8].map((share) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }))
      .find((point) => !taken.some((box) => {
        const over = box.id === edge.from || box.id === edge.to ? 8 : 0; // it may touch the frames that it joins
        return Math.abs(point.x - box.x) < (width + box.width) / 2 - over && Math.abs(point.y - box.y) < (16 + box.height) / 2 - over;
      }));
    if (!spot) continue;
    taken.push({ ...spot, width, height: 16 });
    const [x, y] = [spot.x - width / 2, spot.y];
    ctx.fillStyle = INK.accent;
    ctx.beginPath();
    ctx.roundRect(x, y - 8, width, 16, 4);
    ctx.fill();
    ctx.fillStyle = INK['accent-ink'];
    ctx.fillText(label, x + 4, y + 0.5);
  }
  ctx.restore();
}

/** The edges to draw between the shown nodes. */
function linksAmong(shown) {
  const links = new Set();
  for (const id of shown) {
    for (const { edge } of ITEMS[id].ties) if (shown.has(edge.from) && shown.has(edge.to) && LINKS.includes(edge.role)) links.add(edge);
  }
  return [...links];
}

/** The graph without vis-network, which draws on its own canvas only: for a picture to save. */
function paintGraph(ctx) {
  for (const edge of linksAmong(graph.shown)) {
    const { dash, width, colour, opacity } = strokeOf(edge);
    const [a, b] = [border(edge.from, edge.to), border(edge.to, edge.from)];
    ctx.save();
    Object.assign(ctx, { globalAlpha: opacity, strokeStyle: colour, fillStyle: colour, lineWidth: width });
    ctx.setLineDash(dash);
    ctx.beginPath();
    ctx.moveTo(a.x, a.y);
    ctx.lineTo(b.x, b.y);
    ctx.stroke();
    if (edge.arrows) {
      const turn = Math.atan2(b.y - a.y, b.x - a.x);
      ctx.beginPath();
      for (const [far, aside] of [[0, 0], [9, 0.4], [9, -0.4]]) {
        ctx[far ? 'lineTo' : 'moveTo'](b.x - far * Math.cos(turn + aside), b.y - far * Math.sin(turn + aside));
      }
      ctx.fill();
    }
    ctx.restore();
  }
  for (const id of graph.shown) drawBox(ctx, ITEMS[id], graph.points.get(id).x, graph.points.get(id).y, lookOf(ITEMS[id]));
  drawRoles(ctx);
}

function drawGraph(refit) {
  graph.allowed = candidates();
  let shown = choose();
  const anew = [...shown].filter((id) => !graph.points.has(id)).length > shown.size / 2; // else what has a place keeps it
  if (anew) shown = layOutAnew();
  else fillIn(shown);
  graph.shown = shown;
  graph.hidden = [...graph.allowed].filter((id) => !shown.has(id)).length;
  graph.near = state.selected?.ties.some((tie) => shown.has(tie.other.id))
    ? new Set([state.selected.id, ...state.selected.ties.map((tie) => tie.other.id)]) : null;
  const gone = graph.nodes.getIds().filter((id) => !shown.has(id));
  graph.nodes.remove(gone);
  graph.nodes.update([...shown].map((id) => (graph.nodes.get(id) ? { id, ...graph.points.get(id) } : nodeOf(id))));
  const links = linksAmong(shown);
  const keep = new Set(links.map((edge) => edge.id));
  graph.edges.remove(graph.edges.getIds().filter((id) => !keep.has(id)));
  graph.edges.update(links.map(edgeOf));
  $('hidden').textContent = graph.hidden ? t('graph.hidden', { n: numeral(graph.hidden) }) : shown.size ? t('graph.all') : '';
  $('more').hidden = !graph.hidden;
  if (refit || anew) fitGraph();
}

/** Show all boxes, as large as they were meant at most. */
function fitGraph() {
  if (!graph.shown.size) return;
  const { left, top, right, bottom } = extentOf([...graph.shown].map((id) => [id, graph.points.get(id)]));
  const { width, height } = room();
  const scale = Math.min(LARGEST, width / (right - left), height / (bottom - top));
  graph.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
  graph.moved = false;
}

/** Bring a node into sight without losing what is round it. */
function reveal(id) {
  const point = graph.points.get(id);
  const { width, height } = windowSize();
  const at = graph.network.canvasToDOM(point);
  if (at.x < 60 || at.y < 40 || at.x > width - 60 || at.y > height - 40) {
    if (graph.moved) graph.network.moveTo({ position: point, animation: false });
    else fitGraph();
  }
}

/** Show the next hidden neighbours of an item. */
function expand(item) {
  if (!item) return;
  const hidden = item.ties.map((tie) => tie.other).filter((other) => graph.allowed.has(other.id) && !graph.shown.has(other.id));
  for (const other of [...new Set(hidden)].slice(0, STEP)) {
    graph.removed.delete(other.id);
    graph.added.add(other.id);
  }
  drawGraph(false);
}

function hide(item) {
  if (!item) return;
  graph.removed.add(item.id);
  graph.added.delete(item.id);
  select(null);
  drawGraph(false);
}

function startGraph() {
  graph.nodes = new vis.DataSet();
  graph.edges = new vis.DataSet();
  graph.network = new vis.Network($('canvas'), { nodes: graph.nodes, edges: graph.edges }, { ...DATA.options, autoResize: true });
  graph.network.on('click', ({ nodes, edges }) => {
    if (nodes.length) return select(ITEMS[nodes[0]]);
    const edge = edges.length ? EDGES[Number(edges[0].slice(1))] : null;
    if (!edge) return select(null);
    const ends = [ITEMS[edge.from], ITEMS[edge.to]];
    return select(ends.find((item) => item.kind === 'event'), edge);
  });
  graph.network.on('doubleClick', ({ nodes }) => expand(ITEMS[nodes[0]]));
  graph.network.on('dragEnd', ({ nodes }) => {
    for (const id of nodes) graph.points.set(id, graph.network.getPosition(id));
  });
  graph.network.on('zoom', () => { graph.moved = true; });
  graph.network.on('dragStart', ({ nodes }) => { graph.moved ||= !nodes.length; });
  graph.network.on('afterDrawing', drawRoles);
  graph.network.on('hoverNode', ({ node }) => { graph.hover = node; graph.network.redraw(); });
  graph.network.on('blurNode', () => { graph.hover = null; graph.network.redraw(); });
  $('fit').addEventListener('click', fitGraph);
  $('more').addEventListener('click', () => { graph.room += 25; drawGraph(true); });
}

views.push((what) => {
  if (state.view !== 'graph' || !graph.network) return;
  if (what.theme || what.view || what.filters) drawGraph(Boolean(what.view || what.filters));
  else if (what.selection) {
    drawGraph(false);
    if (state.selected) reveal(state.selected.id);
  }
});
