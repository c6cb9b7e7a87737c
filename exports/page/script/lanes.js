// The timeline: lanes by event type, every event as wide as what is known of its date.

const strip = { bars: [], hover: null, row: 20 };
const POINT = 9; // least width of a bar in pixels

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
  const [right, left] = [axis.width - bar.x1 - 12, bar.x0 - GUTTER - 10];
  const own = Math.min(bar.x1, axis.width) - Math.max(bar.x0, GUTTER) - 12;
  const [room, side] = width <= right ? [width, 'right'] : width <= left ? [width, 'left'] : width <= own ? [width, 'inside']
    : [[right, 'right'], [left, 'left'], [own, 'inside']].sort((a, b) => b[0] - a[0])[0];
  bar.label = room < 30 ? '' : cut(label, FONTS.place, room);
  bar.inside = side === 'inside';
  bar.flip = side === 'left';
  const end = bar.label ? widthOf(bar.label, FONTS.place) + 14 : 3;
  return [bar.x0 - (bar.flip ? end : 0), bar.x1 + (side === 'right' ? end : 4)];
}

/** Bars in rows, lane under lane; a label stands beside its bar where few enough are in sight. */
function layOut(events, tall) {
  const lanes = new Map();
  for (const event of events) {
    if (!event.dated || event.last + 1 < axis.from || event.first > axis.to) continue;
    if (!lanes.has(event.type)) lanes.set(event.type, []);
    lanes.get(event.type).push(event);
  }
  const inSight = [...lanes.values()].reduce((sum, lane) => sum + lane.length, 0);
  const labelled = inSight <= (tall ? 150 : 16);
  strip.row = labelled ? (tall ? 26 : 20) : (tall ? 15 : 9);
  const most = tall ? 40 : labelled ? 8 : 2; // a crowded strip lays bars over each other, see-through
  strip.thin = !labelled && !tall;
  const order = VALUES.type.filter((type) => lanes.has(type));
  let top = 0;
  const bars = [];
  const heads = [];
  for (const type of order) {
    const rows = []; // right end of each
    let extra = 0;
    for (const event of lanes.get(type)) {
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
    heads.push({ type, top, height: Math.max(rows.length * strip.row + 6, 19), n: lanes.get(type).length, extra: tall ? extra : 0 });
    top += Math.max(rows.length * strip.row + 6, 19);
  }
  return { bars, heads, height: top };
}

function drawLanes() {
  const holder = $('lanes');
  const tall = state.view === 'timeline';
  axis.width = Math.max(300, holder.clientWidth);
  const laid = layOut(state.visible, tall);
  strip.bars = laid.bars;
  const full = Math.max(laid.height, holder.clientHeight - 2);
  paintLanes(sharp($('lanes-canvas'), axis.width, full), laid, full);
  drawRuler();
  edgeCounts();
}

function paintLanes(ctx, { bars, heads }, full) {
  for (const [start] of unitsInSight(unitFor(TICK)[0])) {
    ctx.fillStyle = INK.line;
    if (xOf(start) >= GUTTER) ctx.fillRect(Math.round(xOf(start)), 0, 1, full);
  }
  for (const head of heads) drawHead(ctx, head);
  ctx.save();
  ctx.beginPath();
  ctx.rect(GUTTER - 6, 0, axis.width, full);
  ctx.clip();
  const last = (bar) => (bar.event === state.selected || bar.event === strip.hover ? -1 : bar.x1 - bar.x0);
  for (const bar of [...bars].sort((a, b) => last(b) - last(a))) drawBar(ctx, bar); // short ones over long ones
  ctx.restore();
}

function drawHead(ctx, { type, top, height, n, extra }) {
  const family = familyOf.get(type) ?? 'other';
  ctx.fillStyle = INK.line;
  ctx.fillRect(0, top + height - 1, axis.width, 1);
  const middle = top + Math.min(13, height / 2);
  traceGlyph(ctx, DATA.families[family].glyph, 14, middle, 5);
  ctx.fillStyle = INK[family];
  ctx.fill();
  ctx.strokeStyle = INK.ink;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = INK.ink;
  ctx.font = FONTS.place;
  ctx.textBaseline = 'middle';
  const number = extra ? `${n} (+${extra})` : `${n}`;
  const name = cut(DATA.types[type] ?? type, ctx.font, GUTTER - 38 - widthOf(number, ctx.font));
  ctx.fillText(name, 26, middle);
  ctx.fillStyle = INK.muted;
  ctx.fillText(number, 30 + widthOf(name, ctx.font), middle);
}

/** Solid where it was surely going on, fading out where it may have been; open sides run out of sight. */
function drawBar(ctx, bar) {
  const { event, x0, x1, top } = bar;
  const height = strip.row - (strip.thin ? 3 : 7);
  const colour = INK[event.family];
  const clear = `${colour}00`;
  const width = x1 - x0;
  ctx.save();
  if (bar.sure0 === undefined) {
    const fade = ctx.createLinearGradient(x0, 0, x1, 0);
    fade.addColorStop(0, bar.openLeft ? colour : clear);
    fade.addColorStop(0.5, colour);
    fade.addColorStop(1, bar.openRight ? colour : clear);
    ctx.fillStyle = fade;
    ctx.globalAlpha = 0.55;
    ctx.fillRect(x0, top + 2, width, height);
    ctx.globalAlpha = 1;
    ctx.setLineDash([2, 3]);
    ctx.strokeStyle = INK.muted;
    ctx.beginPath();
    ctx.moveTo(x0, top + 2 + height);
    ctx.lineTo(x1, top + 2 + height);
    ctx.stroke();
  } else {
    const sharpEnds = bar.sure0 <= x0 && bar.sure1 >= x1;
    const fade = sharpEnds ? null : ctx.createLinearGradient(x0, 0, x1, 0);
    const at = (x) => Math.min(1, Math.max(0, (x - x0) / width));
    fade?.addColorStop(0, at(bar.sure0) > 0 ? clear : colour);
    fade?.addColorStop(at(bar.sure0), colour);
    fade?.addColorStop(at(bar.sure1), colour);
    fade?.addColorStop(1, at(bar.sure1) < 1 ? clear : colour);
    ctx.fillStyle = fade ?? colour;
    if (strip.thin) ctx.globalAlpha = 0.6;
    if (event.happened) ctx.fillRect(x0, top + 2, width, height);
    ctx.strokeStyle = event.happened ? INK.ink : colour;
    ctx.lineWidth = 1;
    if (!event.happened) ctx.setLineDash([4, 3]);
    if (bar.sure1 > bar.sure0) ctx.strokeRect(bar.sure0 + 0.5, top + 2.5, bar.sure1 - bar.sure0 - 1, height - 1);
  }
  ctx.setLineDash([]);
  if (!event.happened && bar.sure0 === undefined) {
    ctx.strokeStyle = INK.ink;
    ctx.setLineDash([4, 3]);
    ctx.strokeRect(x0 + 0.5, top + 2.5, width - 1, height - 1);
    ctx.setLineDash([]);
  }
  ctx.globalAlpha = 1;
  if (state.selected === event || strip.hover === event) {
    ctx.strokeStyle = INK.accent;
    ctx.lineWidth = 2.5;
    ctx.strokeRect(x0 - 2.5, top - 0.5, width + 5, height + 5);
  }
  if (bar.label) {
    ctx.font = event.happened ? FONTS.place : `italic ${FONTS.place}`;
    ctx.textBaseline = 'middle';
    const x = bar.inside ? Math.max(GUTTER + 2, x0 + 6) : bar.flip ? x0 - 6 - widthOf(bar.label, ctx.font) : x1 + 6;
    const onBar = bar.inside && event.happened && bar.sure0 <= x && x + widthOf(bar.label, ctx.font) + 4 < bar.sure1;
    if (bar.inside && !onBar) { // on a chip of its own, where the bar fades
      ctx.fillStyle = INK.panel;
      ctx.fillRect(x - 4, top + 3, widthOf(bar.label, ctx.font) + 8, height - 2);
    }
    ctx.fillStyle = onBar ? inkOn(colour) : INK.ink;
    ctx.fillText(bar.label, x, top + 2.5 + height / 2);
  }
  ctx.restore();
}

/** Black or white, whichever can be read on a colour "#rrggbb" (relative luminance after WCAG). */
function inkOn(colour) {
  const [r, g, b] = [1, 3, 5].map((i) => (parseInt(colour.slice(i, i + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? '#000000' : '#ffffff';
}

/** How many events lie before, after, or nowhere on the line. */
function edgeCounts() {
  const dated = state.visible.filter((event) => event.dated);
  const before = dated.filter((event) => event.last + 1 < axis.from).length;
  const after = dated.filter((event) => event.first > axis.to).length;
  const undated = state.visible.length - dated.length;
  $('before').hidden = !before;
  $('before').textContent = t('timeline.before', { n: before });
  $('after').hidden = !after;
  $('after').textContent = t('timeline.after', { n: after });
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

function bindLanes() {
  const canvas = $('lanes-canvas');
  let drag = null;
  canvas.addEventListener('pointerdown', (event) => { drag = { x: event.clientX, from: axis.from, to: axis.to, moved: false }; });
  canvas.addEventListener('pointermove', (event) => {
    if (drag && event.buttons) {
      const days = ((event.clientX - drag.x) * (drag.to - drag.from)) / (axis.width - GUTTER - 10);
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
  $('undated').addEventListener('click', () => { const event = state.visible.find((each) => !each.dated); if (event) select(event); });
}
