// Time on a line: which days are in sight, where they lie, and what the axis says. Days are counted from 1970.

const TICK = 52; // least pixels between two labels of the axis
const axis = { from: 0, to: 1, width: 600, gutter: 136 }; // `to` is the morning after the last day; the gutter has the names of the lanes

const xOf = (day) => axis.gutter + ((day - axis.from) / (axis.to - axis.from)) * (axis.width - axis.gutter - 10);
const dayAt = (x) => axis.from + ((x - axis.gutter) / (axis.width - axis.gutter - 10)) * (axis.to - axis.from);

/** First and last day that the dated events among `events` touch. */
function rangeOf(events) {
  let [first, last] = [Infinity, -Infinity];
  for (const event of events) {
    if (!event.dated) continue;
    first = Math.min(first, event.first);
    last = Math.max(last, event.last);
  }
  return first <= last ? [first, last] : null;
}

/** Put days `first` to `last` in sight, with a little air. */
function setSight(first, last) {
  const air = Math.max(1, (last - first) * 0.03);
  axis.from = first - air;
  axis.to = last + 1 + air;
}

/** Where most events lie: a few that are far away must not squeeze all others into one corner. */
function usualSight(events) {
  const dated = events.filter((event) => event.dated);
  if (!dated.length) return setSight(...(rangeOf(EVENTS) ?? [0, 1]));
  const days = dated.map((event) => event.first).sort((a, b) => a - b);
  const first = days[farAway(days)];
  const last = -days.map((day) => -day).reverse()[farAway(days.map((day) => -day).reverse())];
  return setSight(...rangeOf(dated.filter((event) => event.first >= first && event.first <= last)));
}

/** How many of the first sorted numbers, at most a quarter, a gap sets apart that is thrice as wide as all the rest. */
function farAway(sorted) {
  const last = sorted[sorted.length - 1];
  for (let i = Math.floor(sorted.length / 4); i > 0; i--) {
    if (sorted[i] - sorted[i - 1] > 3 * Math.max(30, last - sorted[i])) return i;
  }
  return 0;
}

function zoom(factor, at = (axis.from + axis.to) / 2) {
  const range = rangeOf(EVENTS) ?? [0, 1];
  const length = Math.min(Math.max(2, (axis.to - axis.from) * factor), (range[1] - range[0] + 2) * 1.5);
  const share = (at - axis.from) / (axis.to - axis.from);
  axis.from = at - length * share;
  axis.to = axis.from + length;
}

const UNITS = [ // name of the step, its length in days, the one above
  ['day', 1, 'month'], ['week', 7, 'month'], ['month', 30.4, 'year'], ['quarter', 91.3, 'year'], ['year', 365.25, null],
  ['5 years', 1826, null], ['decade', 3652, null], ['50 years', 18262, null], ['century', 36524, null],
];
const utc = (year, month = 0, day = 1) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / DAY);
};

/** First day of the calendar unit that `day` lies in, and of the next. */
function unitAround(name, day) {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const years = { year: 1, '5 years': 5, decade: 10, '50 years': 50, century: 100 }[name];
  if (years) {
    const start = Math.floor(year / years) * years;
    return [utc(start), utc(start + years)];
  }
  if (name === 'quarter') return [utc(year, month - (month % 3)), utc(year, month - (month % 3) + 3)];
  if (name === 'month') return [utc(year, month), utc(year, month + 1)];
  if (name === 'week') {
    const monday = Math.floor(day) - ((Math.floor(day) + 3) % 7);
    return [monday, monday + 7];
  }
  return [Math.floor(day), Math.floor(day) + 1];
}

/** The finest unit whose steps are at least `pixels` wide. */
function unitFor(pixels) {
  const each = (axis.width - axis.gutter - 10) / (axis.to - axis.from);
  return UNITS.find(([, days]) => days * each >= pixels) ?? UNITS[UNITS.length - 1];
}

/** Starts of the units in sight. */
function* unitsInSight(name) {
  let [start, next] = unitAround(name, axis.from);
  for (let guard = 0; start < axis.to && guard < 4000; guard++) {
    yield [start, next];
    [start, next] = unitAround(name, next);
  }
}

function tickLabel(name, day) {
  const date = new Date(day * DAY);
  if (name === 'day' || name === 'week') return date.getUTCDate() === 1 || name === 'week' ? dayMonth(day) : String(date.getUTCDate());
  if (name === 'month' || name === 'quarter') return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : monthShort(day);
  return String(date.getUTCFullYear());
}

/** A canvas of the given size in sharp pixels, cleared. */
function sharp(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const ctx = canvas.getContext('2d');
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = 'left'; // also where the page reads from right to left
  return ctx;
}

/** Draw the axis into the top 22 pixels of a canvas. */
function drawAxis(ctx, height) {
  if (!rangeOf(EVENTS)) return; // no event has a date
  const [name, , above] = unitFor(TICK);
  ctx.font = `11px ${FONT}`;
  ctx.textBaseline = 'middle';
  let free = -Infinity;
  for (const [start] of unitsInSight(name)) {
    const x = Math.round(xOf(start)) + 0.5;
    if (x < axis.gutter) continue;
    ctx.strokeStyle = INK.line;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x, 0);
    ctx.lineTo(x, height);
    ctx.stroke();
    const label = tickLabel(name, start);
    if (x < free) continue;
    ctx.fillStyle = INK.muted;
    ctx.fillText(label, x + 4, 11);
    free = x + widthOf(label, ctx.font) + 10;
  }
  if (!above) return;
  ctx.fillStyle = INK.ink;
  ctx.font = FONTS.head;
  const middle = (axis.from + axis.to) / 2;
  const [first, last] = [isoDay(Math.ceil(axis.from)), isoDay(Math.floor(axis.to - 1e-6))];
  const year = first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : `${first.slice(0, 4)}–${last.slice(0, 4)}`;
  ctx.fillText(above === 'month' && first.slice(0, 7) === last.slice(0, 7) ? monthYear(middle) : year, 10, 11);
}
