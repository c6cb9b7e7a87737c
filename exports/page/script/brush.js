// Under the timeline: how many events each stretch of time has, and a brush with two handles that filters by date.

const CHART = 40; // height of the columns in pixels
const AXIS = 22;
const COLUMN = 7; // least width of a column in pixels

/** Events for each unit in sight; one that may lie in several units counts as a share in each. */
function columns(events) {
  const units = [...unitsInSight(unitFor(COLUMN)[0])];
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
    const x = Math.max(axis.gutter, xOf(start));
    const width = Math.max(1, xOf(next) - x - 1);
    for (const [heights, colour] of [[all.heights, INK.line], [now.heights, INK.soft]]) {
      const h = (heights[i] / top) * (CHART - 4);
      ctx.fillStyle = colour;
      if (h && xOf(next) > axis.gutter) ctx.fillRect(x, height - h, width, h);
    }
  });
  ctx.fillStyle = INK.muted;
  ctx.font = `11px ${FONT}`;
  ctx.fillText(t('timeline.perday'), 10, height - 18, axis.gutter - 16);
  placeHandles();
}

/** The brush lies where the dates in force are; without any, the handles wait at the ends. */
function placeHandles() {
  const clamp = (x) => Math.min(axis.width - 10, Math.max(axis.gutter, x));
  const left = clamp(state.from === null ? axis.gutter : xOf(state.from));
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

/** The unit of the columns that a day lies in: its first and last day. */
function columnAround(day) {
  const [start, next] = unitAround(unitFor(COLUMN)[0], day);
  return [start, next - 1];
}

/** Drag: a handle moves its end, the brush itself moves whole, anywhere else draws a new one, in whole columns. */
function bindPointer() {
  const ruler = $('ruler');
  const dayOf = (event) => Math.floor(dayAt(event.clientX - ruler.getBoundingClientRect().left));
  let drag = null;
  ruler.addEventListener('pointerdown', (event) => {
    if (event.clientX - ruler.getBoundingClientRect().left < axis.gutter - 6) return;
    drag = { part: event.target.id, start: dayOf(event), from: state.from, to: state.to, moved: false };
    ruler.setPointerCapture(event.pointerId);
  });
  ruler.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const day = dayOf(event);
    drag.moved ||= day !== drag.start;
    if (!drag.moved) return;
    if (drag.part === 'brush-from') brushTo(columnAround(day)[0], drag.to);
    else if (drag.part === 'brush-to') brushTo(drag.from, columnAround(day)[1]);
    else if (drag.part === 'brush-area' && drag.from !== null && drag.to !== null) brushTo(drag.from + day - drag.start, drag.to + day - drag.start);
    else brushTo(columnAround(Math.min(day, drag.start))[0], columnAround(Math.max(day, drag.start))[1]);
  });
  ruler.addEventListener('pointerup', () => {
    if (drag && !drag.moved) {
      if (drag.part === 'brush-area') brushTo(null, null);
      else if (!drag.part.startsWith('brush-')) brushTo(...columnAround(drag.start));
    }
    drag = null;
  });
}

/** Keys: arrows move a handle by a column, Page Up and Down by the unit above; Home and End take its end away. */
function bindHandle(id, key) {
  $(id).addEventListener('keydown', (event) => {
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      return brushTo(key === 'from' ? null : state.from, key === 'to' ? null : state.to);
    }
    const by = { ArrowLeft: -1, ArrowDown: -1, PageDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 1 }[event.key];
    if (!by) return undefined;
    event.preventDefault();
    const [unit, , above] = unitFor(COLUMN);
    const steps = event.key.startsWith('Page') ? above ?? unit : unit;
    const [low, high] = rangeOf(EVENTS) ?? [0, 0];
    const morning = key === 'from' ? state.from ?? Math.max(low, Math.ceil(axis.from)) : (state.to ?? Math.min(high, Math.floor(axis.to))) + 1;
    const moved = by > 0 ? unitAround(steps, morning)[1] : unitAround(steps, morning - 1)[0];
    return key === 'from' ? brushTo(Math.min(moved, state.to ?? high), state.to) : brushTo(state.from, Math.max(moved - 1, state.from ?? low));
  });
}

function bindBrush() {
  bindPointer();
  bindHandle('brush-from', 'from');
  bindHandle('brush-to', 'to');
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
