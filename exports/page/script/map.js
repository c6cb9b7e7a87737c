// The map: the outline of the world and a mark for each place with events; no tiles, no request.

const WORLD = readJson('world'); // rings and lines as steps of 1 / WORLD.unit degrees
const PRECISE = ['point', 'city']; // the coordinates of other kinds of place are only the middle of an area
const SLIP = 4; // pixels that a hand may move in a click
const globe = { lon: 0, lat: 0, scale: 3, width: 600, height: 400, marks: [], fitted: false }; // scale: pixels to a degree of latitude
const [FAR, NEAR] = [1.5, 4000]; // least and largest scale
const SPAN = 12; // degrees that are in sight at least when marks are fitted: enough to see where on earth they are

function readLine(steps) {
  const line = { points: [], west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    const [lon, lat] = [x / WORLD.unit, y / WORLD.unit];
    line.points.push([lon, lat]);
    Object.assign(line, { west: Math.min(line.west, lon), east: Math.max(line.east, lon), south: Math.min(line.south, lat), north: Math.max(line.north, lat) });
  }
  return line;
}
const LAND = WORLD.land.map(readLine);
const BORDERS = WORLD.borders.map(readLine);

// Plate carrée, true to shape in the middle of the window.
const narrowing = () => Math.cos((Math.min(70, Math.abs(globe.lat)) * Math.PI) / 180);
const onMap = (lon, lat) => [
  globe.width / 2 + (lon - globe.lon) * globe.scale * narrowing(),
  globe.height / 2 - (lat - globe.lat) * globe.scale,
];

/** Where an event was, as far as coordinates tell: not also the country of a city that is named with it. */
const spotsOf = (event) => event.place.filter((place) => place.lat !== null
  && !event.place.some((other) => other !== place && other.lat !== null && other.within.includes(place.label)));

/** Each place with coordinates and its visible events, the one with most events first. */
function placesInUse() {
  const uses = new Map();
  for (const event of state.visible) {
    for (const place of spotsOf(event)) {
      if (!uses.has(place)) uses.set(place, []);
      uses.get(place).push(event);
    }
  }
  return [...uses].sort((a, b) => b[1].length - a[1].length || a[0].id - b[0].id);
}

/** Places in sight as marks; those that would cover each other share one, exact and inexact ones apart. */
function marksOf(uses) {
  const marks = [];
  for (const [place, events] of uses) {
    const [x, y] = onMap(place.lon, place.lat);
    const exact = PRECISE.includes(place.placeKind);
    const radius = Math.min(24, 6 + 2 * Math.sqrt(events.length)) + (exact ? 0 : 4);
    if (x < 0 || y < 0 || x > globe.width || y > globe.height) continue;
    const near = marks.find((mark) => mark.exact === exact && Math.hypot(mark.x - x, mark.y - y) < (mark.radius + radius) * 0.8);
    if (near) {
      near.places.push(place);
      events.forEach((event) => near.events.add(event));
    } else marks.push({ x, y, exact, radius, places: [place], events: new Set(events) });
  }
  return marks;
}

const markName = ({ exact, places: [place, ...others] }) => {
  const name = exact ? place.label : t('map.somewhere', { name: place.label });
  return others.length ? t('map.others', { name, n: others.length }) : name;
};

function traceLine(ctx, { points }) {
  ctx.beginPath();
  points.forEach(([lon, lat], i) => ctx[i ? 'lineTo' : 'moveTo'](...onMap(lon, lat)));
}

function paintWorld(ctx) {
  const [wide, high] = [globe.width / 2 / globe.scale / narrowing(), globe.height / 2 / globe.scale];
  const inSight = (line) => line.east > globe.lon - wide && line.west < globe.lon + wide && line.north > globe.lat - high && line.south < globe.lat + high;
  ctx.fillStyle = INK.water;
  ctx.fillRect(0, 0, globe.width, globe.height);
  ctx.lineWidth = 1;
  ctx.strokeStyle = INK.soft;
  ctx.fillStyle = INK.land;
  for (const ring of LAND.filter(inSight)) {
    traceLine(ctx, ring);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
  }
  ctx.globalAlpha = 0.55;
  for (const line of BORDERS.filter(inSight)) {
    traceLine(ctx, line);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** A filled disc for a place, a dashed ring for somewhere within an area; the number of its events inside. */
function paintMark(ctx, mark) {
  const selected = mark.places.includes(state.selected) || mark.events.has(state.selected);
  const happened = [...mark.events].some((event) => event.happened);
  ctx.save();
  ctx.beginPath();
  ctx.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
  ctx.globalAlpha = mark.exact ? 0.92 : 0.75;
  ctx.fillStyle = mark.exact && happened ? INK.actor : INK.page;
  ctx.fill();
  ctx.globalAlpha = 1;
  if (!mark.exact || !happened) ctx.setLineDash([4, 3]);
  ctx.strokeStyle = selected ? INK.accent : mark.exact && happened ? INK.panel : INK.ink;
  ctx.lineWidth = selected ? 4 : 1.5;
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.font = FONTS.head;
  ctx.textBaseline = 'middle';
  ctx.fillStyle = mark.exact && happened ? INK['actor-ink'] : INK.ink;
  const told = numeral(mark.events.size);
  ctx.fillText(told, mark.x - widthOf(told, ctx.font) / 2, mark.y + 0.5);
  ctx.restore();
}

/** Names beside their marks, where they cover neither a mark nor another name. */
function paintNames(ctx) {
  const taken = globe.marks.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  const free = ([left, top, right, bottom]) => left > 2 && right < globe.width - 2
    && !taken.some(([l, u, r, d]) => left < r && right > l && top < d && bottom > u);
  ctx.textBaseline = 'middle';
  ctx.lineWidth = 3;
  ctx.strokeStyle = INK.land;
  ctx.lineJoin = 'round';
  for (const mark of globe.marks) {
    const font = mark.exact ? FONTS.place : `italic ${FONTS.place}`;
    const name = cut(markName(mark), font, 200);
    const width = widthOf(name, font);
    const out = mark.radius + 4;
    const box = [[out, -7], [-out - width, -7], [-width / 2, out], [-width / 2, -out - 14]]
      .map(([dx, dy]) => [mark.x + dx, mark.y + dy, mark.x + dx + width, mark.y + dy + 14]).find(free);
    if (!box) continue;
    taken.push(box);
    ctx.font = font;
    ctx.strokeText(name, box[0], box[1] + 7);
    ctx.fillStyle = INK.ink;
    ctx.fillText(name, box[0], box[1] + 7);
  }
}

function paintMap(ctx) {
  paintWorld(ctx);
  for (const mark of [...globe.marks].reverse()) paintMark(ctx, mark);
  paintNames(ctx);
}

/** What the marks are to the keyboard and to screen readers: buttons that lie on them. */
function placeButtons() {
  const at = [...$('marks').children].indexOf(document.activeElement);
  $('marks').replaceChildren(...globe.marks.map((mark) => {
    const name = `${markName(mark)}: ${count('map.events', mark.events.size)}`;
    const spot = button('', (click) => openMark(mark, click), { 'aria-label': name, title: name });
    const size = 2 * Math.max(12, mark.radius);
    Object.assign(spot.style, { left: `${mark.x - size / 2}px`, top: `${mark.y - size / 2}px`, width: `${size}px`, height: `${size}px` });
    return spot;
  }));
  $('marks').children[at]?.focus();
}

/** The card of a place; several that share a mark are drawn apart, and the first is opened where that cannot be. */
function openMark(mark, click) {
  const apart = mark.places.some((place) => place.lat !== mark.places[0].lat || place.lon !== mark.places[0].lon);
  if (!apart || globe.scale >= NEAR) return openCard(mark.places[0], click);
  sight(mark.places.map((place) => [place, 1]), 0, 0);
  return drawMap();
}

/** Put places, each with a weight, into sight, and `least` degrees; `share` of the weight on every side may stay out. */
function sight(weighed, share, least = SPAN) {
  const total = weighed.reduce((sum, [, weight]) => sum + weight, 0);
  const at = (axis, wanted) => {
    let sum = 0;
    return [...weighed].sort((a, b) => a[0][axis] - b[0][axis]).find(([, weight]) => (sum += weight) >= wanted)[0][axis];
  };
  const [south, north, west, east] = ['lat', 'lon'].flatMap((axis) => [at(axis, Math.max(1e-9, total * share)), at(axis, total * (1 - share))]);
  Object.assign(globe, { lat: (south + north) / 2, lon: (west + east) / 2 });
  const room = [(globe.width - 160) / Math.max(least, (east - west) * narrowing()), (globe.height - 130) / Math.max(least, north - south)];
  globe.scale = Math.min(NEAR, Math.max(FAR, Math.min(...room)));
}

function fitMap(share = 0) {
  const uses = placesInUse();
  if (uses.length) sight(uses.map(([place, events]) => [place, events.length]), share);
  else Object.assign(globe, { lon: 0, lat: 20, scale: Math.max(FAR, globe.width / 360) });
}

function zoomMap(factor, x = globe.width / 2, y = globe.height / 2) {
  const scale = Math.min(NEAR, Math.max(FAR, globe.scale * factor));
  const kept = 1 / globe.scale - 1 / scale; // what lies under x, y stays there
  moveMap(((x - globe.width / 2) * kept) / narrowing(), -(y - globe.height / 2) * kept);
  globe.scale = scale;
}

function moveMap(lon, lat) {
  globe.lon = Math.min(180, Math.max(-180, globe.lon + lon));
  globe.lat = Math.min(85, Math.max(-60, globe.lat + lat));
}

function drawMap() {
  globe.marks = marksOf(placesInUse());
  const canvas = $('map-canvas');
  paintMap(sharp(canvas, globe.width, globe.height));
  placeButtons();
  const lost = state.visible.filter((event) => !spotsOf(event).length).length;
  $('unplaced').hidden = !lost;
  $('unplaced').textContent = count('map.unplaced', lost);
}

function bindMap() {
  const panel = $('map');
  let drag = null;
  panel.addEventListener('pointerdown', (event) => { drag = { x: event.clientX, y: event.clientY }; });
  panel.addEventListener('pointermove', (event) => {
    if (!drag || !event.buttons) return;
    if (!drag.moved && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLIP) return;
    moveMap((drag.x - event.clientX) / globe.scale / narrowing(), (event.clientY - drag.y) / globe.scale);
    drag = { x: event.clientX, y: event.clientY, moved: true };
    drawMap();
  });
  panel.addEventListener('wheel', (event) => {
    event.preventDefault();
    const box = panel.getBoundingClientRect();
    zoomMap(event.deltaY > 0 ? 0.8 : 1.25, event.clientX - box.left, event.clientY - box.top);
    drawMap();
  }, { passive: false });
  panel.addEventListener('keydown', (event) => {
    const far = 60 / globe.scale;
    const act = {
      ArrowLeft: () => moveMap(-far, 0), ArrowRight: () => moveMap(far, 0), ArrowUp: () => moveMap(0, far), ArrowDown: () => moveMap(0, -far),
      '+': () => zoomMap(1.5), '-': () => zoomMap(1 / 1.5),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    drawMap();
  });
  $('map-closer').addEventListener('click', () => { zoomMap(1.5); drawMap(); });
  $('map-wider').addEventListener('click', () => { zoomMap(1 / 1.5); drawMap(); });
  $('map-whole').addEventListener('click', () => { fitMap(); drawMap(); });
  $('unplaced').addEventListener('click', () => {
    const lost = state.visible.filter((event) => !spotsOf(event).length);
    select(lost[(lost.indexOf(state.selected) + 1) % lost.length]);
  });
}

views.push((what) => {
  if (what.filters) globe.fitted = false;
  if (state.view !== 'map') return;
  Object.assign(globe, { width: Math.max(240, $('map').clientWidth), height: Math.max(160, $('map').clientHeight) });
  if (!globe.fitted) fitMap(0.06);
  globe.fitted = true;
  const spots = !what.selection || !state.selected ? [] : state.selected.kind === 'event' ? spotsOf(state.selected)
    : state.selected.kind === 'place' && state.selected.lat !== null ? [state.selected] : [];
  if (spots.length) {
    const [x, y] = onMap(spots[0].lon, spots[0].lat);
    if (x < 30 || y < 30 || x > globe.width - 30 || y > globe.height - 30) Object.assign(globe, { lon: spots[0].lon, lat: spots[0].lat });
  }
  drawMap();
});
