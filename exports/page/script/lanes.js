// The timeline: lanes by event type or by actor, every event as wide as what is known of its date.

const strip = { bars: [], hover: null, row: 20 };
const POINT = 9; // least width of a bar in pixels
const MOST_LANES = 15; // of actors

/**
 * Where an event is drawn: it was surely going on from `sure0` to `sure1` (if at all), possibly from `x0` to `x1`.
 * Ends are mornings after, so that the last day is drawn whole.
 */
function barOf(event) {
  const low = Number.isFinite(event.low) ? event.low : Math.min(axis.from, event.first);
  const high = Number.isFinite(event.high) ? event.high : Math.max(axis.to, event.last);
  const bar = { event, x0: xOf(low), x1: xOf(high + 1), openLeft: !Number.isFinite(event.low), openRight: !Number.isFinite(event.high) };
  const sure0 = event.b1;
  const sure1 = event.e0 ?? (event.b0 === event.b1 ? event.b1 : null);
  if (sure0 !== null && sure1 !== null && sure0 <= sure1) Object.assign(bar, { sure0: xOf(sure0), sure1: xOf(sure1 + 1) });
  if (bar.x1 - bar.x0 < POINT) {
    const middle = (bar.x0 + bar.x1) / 2;
    Object.assign(bar, { x0: middle - POINT / 2, x1: middle + POINT / 2 });
    if (bar.sure0 !== undefined) Object.assign(bar, { sure0: bar.x0, sure1: bar.x1 });
  }
  return bar;
}

/** Where the words of a bar go: beside it, else on it, else cut to what room there is. Returns the ends of both. */
function placeLabel(bar, most) {
  const label = cut(bar.event.label, FONTS.place, most);
  const width = widthOf(label, FONTS.place);
  const [right, left] = [axis.width - bar.x1 - 12, bar.x0 - axis.gutter - 10];
  const own = Math.min(bar.x1, axis.width) - Math.max(bar.x0, axis.gutter) - 12;
  const [room, side] = width <= right ? [width, 'right'] : width <= left ? [width, 'left'] : width <= own ? [width, 'inside']
    : [[right, 'right'], [left, 'left'], [own, 'inside']].sort((a, b) => b[0] - a[0])[0];
  bar.label = room < Math.min(30, width) ? '' : cut(label, FONTS.place, room);
  bar.inside = side === 'inside';
  bar.flip = side === 'left';
  const end = bar.label ? widthOf(bar.label, FONTS.place) + 14 : 3;
  return [bar.x0 - (bar.flip ? end : 0), bar.x1 + (side === 'right' ? end : 4)];
}

/** What the lanes stand for: the lanes of an event, their order, and the name, shape and colour of each. */
const LANES = {
  type: () => ({
    of: (event) => [event.type],
    order: VALUES.type,
    head: (type) => ({ name: DATA.types[type] ?? type, ...sampleOf('type', type) }),
  }),
  actor(events) {
    const uses = new Map();
    for (const event of events) for (const actor of event.actors) uses.set(actor, (uses.get(actor) ?? 0) + 1);
    const order = [...uses.keys()].sort((a, b) => uses.get(b) - uses.get(a) || a.id - b.id).slice(0, MOST_LANES);
    const known = new Set(order);
    return {
      of(event) {
        const here = event.actors.filter((actor) => known.has(actor));
        return here.length ? here : [null];
      },
      order: [...order, null], // the last lane is that of all others
      head: (actor) => (actor ? { name: actor.label, glyph: actor.glyph, family: 'actor' } : { name: t('timeline.others'), glyph: 'disc', family: 'other' }),
    };
  },
};

/** Bars in rows, lane under lane; a label stands beside its bar where few enough are in sight. */
function layOut(events, tall) {
  const { of, order, head } = LANES[state.lanes](events);
  const lanes = new Map();
  for (const event of events) {
    if (!event.dated || event.last + 1 < axis.from || event.first > axis.to) continue;
    for (const lane of of(event)) {
      if (!lanes.has(lane)) lanes.set(lane, []);
      lanes.get(lane).push(event);
    }
  }
  const inSight = [...lanes.values()].reduce((sum, lane) => sum + lane.length, 0);
  const labelled = inSight <= (tall ? 150 : 16);
  strip.row = labelled ? (tall ? 26 : 20) : (tall ? 15 : 9);
  const most = tall ? 40 : labelled ? 8 : 2; // a crowded strip lays bars over each other, see-through
  strip.thin = !labelled && !tall;
  let top = 0;
  const bars = [];
  const heads = [];
  for (const key of order.filter((each) => lanes.has(each))) {
    const lane = lanes.get(key);
    const rows = []; // right end of each
    let extra = 0;
    for (const event of lane) {
      const bar = barOf(event);
      const [left, right] = labelled ? placeLabel(bar, tall ? 420 : 260) : [bar.x0, bar.x1 + 3];
      let row = rows.findIndex((end) => end <= left);
      if (row < 0 && rows.length < most) row = rows.push(0) - 1;
      if (row < 0) { // no row is left: over the others, without words
        row = most - 1;
        extra += 1;
        bar.label = '';
      }
      rows[row] = Math.max(rows[row], right);
      bar.top = top + 3 + row * strip.row;
      bars.push(bar);
    }
    heads.push({ ...head(key), top, height: Math.max(rows.length * strip.row + 6, 19), n: lane.length, extra: tall ? extra : 0 });
    top += Math.max(rows.length * strip.row + 6, 19);
  }
  return { bars, heads, height: top };
}

function drawLanes() {
  const holder = $('lanes');
  const tall = state.view === 'timeline';
  axis.width = Math.max(300, holder.clientWidth);
  axis.gutter = axis.width < 480 ? 104 : 176;
  const laid = layOut(state.visible, tall);
  strip.bars = laid.bars;
  const full = Math.max(laid.height, holder.clientHeight - 2);
  paintLanes(sharp($('lanes-canvas'), axis.width, full), laid, full);
  drawRuler();
  edgeCounts();
}

/** How many events lie before, after, or nowhere on the line. */
function edgeCounts() {
  const dated = state.visible.filter((event) => event.dated);
  const before = dated.filter((event) => event.last + 1 < axis.from).length;
  const after = dated.filter((event) => event.first > axis.to).length;
  const undated = state.visible.length - dated.length;
  $('before').hidden = !before;
  $('before').textContent = t('timeline.before', { n: numeral(before) });
  $('after').hidden = !after;
  $('after').textContent = t('timeline.after', { n: numeral(after) });
  $('undated').hidden = !undated;
  $('undated').textContent = count('timeline.undated', undated);
}

function barAt(event) {
  const box = $('lanes-canvas').getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  const inRow = strip.bars.filter((bar) => y >= bar.top - 2 && y <= bar.top + strip.row - 3);
  const labelEnd = (bar) => (bar.label ? widthOf(bar.label, FONTS.place) + 8 : 0);
  return inRow.findLast((bar) => x >= bar.x0 - 3 && x <= bar.x1 + 3)
    ?? inRow.find((bar) => x >= bar.x0 - (bar.flip ? labelEnd(bar) : 0) && x <= bar.x1 + (bar.flip ? 0 : labelEnd(bar)));
}

views.push((what) => {
  if (what.view) for (const name of Object.keys(LANES)) $(`lanes-${name}`).setAttribute('aria-pressed', String(state.lanes === name));
});

function bindLanes() {
  const canvas = $('lanes-canvas');
  let drag = null;
  canvas.addEventListener('pointerdown', (event) => { drag = { x: event.clientX, from: axis.from, to: axis.to, moved: false }; });
  canvas.addEventListener('pointermove', (event) => {
    if (drag && event.buttons) {
      const days = ((event.clientX - drag.x) * (drag.to - drag.from)) / (axis.width - axis.gutter - 10);
      if (Math.abs(event.clientX - drag.x) > 4) drag.moved = true;
      if (drag.moved) { Object.assign(axis, { from: drag.from - days, to: drag.to - days }); drawTime(); }
      return;
    }
    const hit = barAt(event);
    canvas.classList.toggle('pointing', Boolean(hit));
    if (hit?.event !== strip.hover) { strip.hover = hit?.event ?? null; drawLanes(); }
    canvas.title = hit ? `${hit.event.when}\n${hit.event.label}` : '';
  });
  canvas.addEventListener('pointerup', (event) => {
    if (drag && !drag.moved) { const hit = barAt(event); if (hit) select(hit.event); }
    drag = null;
  });
  canvas.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.25 : 0.8, dayAt(event.clientX - canvas.getBoundingClientRect().left));
    drawTime();
  }, { passive: false });
  const whole = () => { setSight(...(rangeOf(state.visible) ?? [0, 1])); drawTime(); };
  $('before').addEventListener('click', whole);
  $('after').addEventListener('click', whole);
  $('whole').addEventListener('click', whole);
  $('closer').addEventListener('click', () => { zoom(0.5); drawTime(); });
  $('wider').addEventListener('click', () => { zoom(2); drawTime(); });
  $('lanes').addEventListener('keydown', (event) => {
    const far = (axis.to - axis.from) / 8;
    const by = { ArrowLeft: -far, ArrowRight: far }[event.key];
    if (by) Object.assign(axis, { from: axis.from + by, to: axis.to + by });
    else if (event.key === '+' || event.key === '-') zoom(event.key === '+' ? 0.5 : 2);
    else return;
    event.preventDefault();
    drawTime();
  });
  for (const name of Object.keys(LANES)) {
    $(`lanes-${name}`).addEventListener('click', () => { state.lanes = name; changed({ view: true }); });
  }
  $('undated').addEventListener('click', () => { const event = state.visible.find((each) => !each.dated); if (event) select(event); });
}
