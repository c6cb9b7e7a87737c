// Under the timeline: how many events each stretch of time has, and a brush with two handles that filters by date.

const CHART = 40; // height of the columns in pixels
const AXIS = 22;

/** Events for each unit in sight; one that may lie in several units counts as a share in each. */
function columns(events) {
  const units = [...unitsInSight(unitFor(7)[0])];
  const heights = new Float64Array(units.length);
  for (const event of events) {
    if (!event.dated) continue;
    const [first, last] = [event.first, event.last + 1];
    let [low, high] = [0, units.length];
    while (low < high) { // first unit that ends after the event's first day
      const middle = (low + high) >> 1;
      if (units[middle][1] <= first) low = middle + 1; else high = middle;
    }
    for (let i = low; i < units.length && units[i][0] < last; i++) {
      heights[i] += (Math.min(last, units[i][1]) - Math.max(first, units[i][0])) / (last - first);
    }
  }
  return { units, heights };
}

function drawRuler() {
  const canvas = $('ruler-canvas');
  const height = AXIS + CHART;
  const ctx = sharp(canvas, axis.width, height);
  drawAxis(ctx, height);
  const all = columns(state.inAllBut);
  const top = Math.max(1e-9, ...all.heights);
  const now = columns(state.visible);
  all.units.forEach(([start, next], i) => {
    const x = Math.max(GUTTER, xOf(start));
    const width = Math.max(1, xOf(next) - x - 1);
    for (const [heights, colour] of [[all.heights, INK.line], [now.heights, INK.soft]]) {
      const h = (heights[i] / top) * (CHART - 4);
      ctx.fillStyle = colour;
      if (h && xOf(next) > GUTTER) ctx.fillRect(x, height - h, width, h);
    }
  });
  ctx.fillStyle = INK.muted;
  ctx.font = `11px ${FONT}`;
  ctx.fillText(t('timeline.perday'), 10, height - 18, GUTTER - 16);
  placeHandles();
}

/** The brush lies where the dates in force are; without any, the handles wait at the ends. */
function placeHandles() {
  const clamp = (x) => Math.min(axis.width - 10, Math.max(GUTTER, x));
  const left = clamp(state.from === null ? GUTTER : xOf(state.from));
  const right = clamp(state.to === null ? Infinity : xOf(state.to + 1));
  const set = (id, x) => { $(id).style.left = `${x}px`; };
  set('brush-from', left);
  set('brush-to', right);
  $('brush-area').style.left = `${left}px`;
  $('brush-area').style.width = `${Math.max(0, right - left)}px`;
  $('brush-area').classList.toggle('active', state.from !== null || state.to !== null);
  const range = rangeOf(EVENTS) ?? [0, 0];
  for (const [id, day, fallback] of [['brush-from', state.from, range[0]], ['brush-to', state.to, range[1]]]) {
    $(id).setAttribute('aria-valuemin', String(range[0]));
    $(id).setAttribute('aria-valuemax', String(range[1]));
    $(id).setAttribute('aria-valuenow', String(day ?? fallback));
    $(id).setAttribute('aria-valuetext', shortDay(day ?? fallback));
  }
}

let brushWaiting = false;
/** Filter by days `from` to `to`; while dragging, at most once a frame. */
function brushTo(from, to) {
  state.from = from === null ? null : Math.round(from);
  state.to = to === null ? null : Math.round(to);
  if (state.from !== null && state.to !== null && state.from > state.to) [state.from, state.to] = [state.to, state.from];
  if (brushWaiting) return;
  brushWaiting = true;
  requestAnimationFrame(() => { brushWaiting = false; changed({ filters: true, brush: true }); });
}

function bindBrush() {
  const ruler = $('ruler');
  const dayOf = (event) => dayAt(event.clientX - ruler.getBoundingClientRect().left);
  let drag = null;
  ruler.addEventListener('pointerdown', (event) => {
    if (event.clientX - ruler.getBoundingClientRect().left < GUTTER) return;
    const start = Math.floor(dayOf(event));
    drag = { part: event.target.id, start, from: state.from, to: state.to, moved: false };
    ruler.setPointerCapture(event.pointerId);
  });
  ruler.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const day = Math.floor(dayOf(event));
    drag.moved ||= day !== drag.start;
    if (!drag.moved) return;
    if (drag.part === 'brush-from') brushTo(day, drag.to);
    else if (drag.part === 'brush-to') brushTo(drag.from, day);
    else if (drag.part === 'brush-area' && drag.from !== null && drag.to !== null) brushTo(drag.from + day - drag.start, drag.to + day - drag.start);
    else brushTo(Math.min(day, drag.start), Math.max(day, drag.start));
  });
  ruler.addEventListener('pointerup', () => {
    if (drag && !drag.moved && !drag.part.startsWith('brush-') && (state.from !== null || state.to !== null)) brushTo(null, null);
    drag = null;
  });
  for (const [id, key] of [['brush-from', 'from'], ['brush-to', 'to']]) {
    $(id).addEventListener('keydown', (event) => {
      const range = rangeOf(EVENTS) ?? [0, 0];
      const day = state[key] ?? (key === 'from' ? range[0] : range[1]);
      const [start, next] = unitAround(unitFor(7)[0], day);
      const jump = { ArrowLeft: start - next, ArrowDown: start - next, ArrowRight: next - start, ArrowUp: next - start }[event.key];
      const to = { Home: range[0], End: range[1] }[event.key] ?? (jump ? Math.min(range[1], Math.max(range[0], day + jump)) : null);
      if (to === null) return;
      event.preventDefault();
      brushTo(key === 'from' ? to : state.from, key === 'to' ? to : state.to);
    });
  }
}

/** Everything that shares the axis. */
function drawTime() {
  if (state.view !== 'table') drawLanes();
}

views.push((what) => {
  const lost = (event) => !event.dated || event.last + 1 < axis.from || event.first > axis.to;
  if (what.filters && !what.brush && state.visible.every(lost)) usualSight(state.visible);
  if (what.selection && state.selected?.kind === 'event' && state.selected.dated) {
    if (lost(state.selected)) usualSight(state.visible);
    if (lost(state.selected)) { // far from the others: move so far that it stands at the edge
      const { first, last } = state.selected;
      const length = axis.to - axis.from;
      const from = first < axis.from ? first - length * 0.08 : last + 1 - length * 0.92;
      Object.assign(axis, { from, to: from + length });
    }
  }
  drawTime();
});
