// The story as linked items, and the one selection that every view shows.

const S = DATA.strings;
const DAY = 864e5;
const HAPPENED = ['Actual', 'Ongoing'];
const VIEWS = ['graph', 'timeline', 'map', 'table'];
const STATUSES = ['Actual', 'Ongoing', 'Planned', 'Possible', 'Demanded', 'Hypothetical', 'Denied'];

const dayNumber = (iso) => (iso ? Date.parse(`${iso}T00:00:00Z`) / DAY : null);
const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const records = ({ columns, pooled, rows }) => rows.map((row) =>
  Object.fromEntries(columns.map((name, i) => [name, pooled.includes(name) ? S[row[i]] : row[i]])));
const familyOf = new Map(Object.entries(DATA.families).flatMap(([name, { types }]) => types.map((type) => [type, name])));

const DOCUMENTS = DATA.documents.map(([key, title, publisher, day, url], id) => ({
  id, key: S[key], title: S[title], publisher: S[publisher], day: S[day], url: S[url],
}));

function readClaim([document, status, source, rule, confidence = 0, written = 0, when = 0, reason = 0, quotes = [], placed = 0, figures = [], more = 0]) {
  return {
    document: DOCUMENTS[document], status: S[status], source: S[source], rule: S[rule], confidence, written: S[written],
    when: S[when], reason: S[reason], placed: S[placed], figures, more, quotes: quotes.map(([text, ...marks]) => ({ text: S[text], marks })),
  };
}

/** First and last day on which an event can have been going on; infinite where that side is open. */
function extent(event) {
  const { b0, b1, e0, e1 } = event;
  event.dated = [b0, b1, e0, e1].some((day) => day !== null);
  if (!event.dated) return;
  event.low = b0 ?? -Infinity;
  event.high = e1 ?? (event.status === 'Ongoing' || e0 !== null ? Infinity : Math.max(b0 ?? -Infinity, b1 ?? -Infinity));
  event.first = b0 ?? b1 ?? e0 ?? e1; // days to draw from and to: finite
  event.last = e1 ?? e0 ?? b1 ?? b0;
}

function readEvent([key, type, subtype, kindWords, status, b0, b1, e0, e1, edtf, when, confidence = 0, claims = [], figures = [], reasons = []]) {
  const event = {
    kind: 'event', key: S[key], type: S[type], subtype: S[subtype], kindWords: S[kindWords], status: S[status],
    b0: dayNumber(S[b0]), b1: dayNumber(S[b1]), e0: dayNumber(S[e0]), e1: dayNumber(S[e1]), edtf: S[edtf], when: S[when],
    confidence, figures, claims: claims.map(readClaim), reasons: reasons.map((i) => S[i]),
  };
  event.happened = HAPPENED.includes(event.status);
  event.family = familyOf.get(event.type) ?? 'other';
  event.glyph = DATA.families[event.family].glyph;
  event.aside = Boolean(DATA.families[event.family].aside);
  event.sources = [...new Set(event.claims.map((claim) => claim.document.id))];
  extent(event);
  return event;
}

function readActor([key, actorKind, country, sector, aliases = [], links = [], reasons = [], couldBe = []]) {
  return {
    kind: 'actor', key: S[key], actorKind: S[actorKind], country: S[country], sector: S[sector], glyph: ACTOR_GLYPHS[S[actorKind]] ?? 'house',
    aliases: aliases.map((i) => S[i]), links: links.map((i) => S[i]), reasons: reasons.map((i) => S[i]), couldBe: couldBe.map((i) => S[i]),
  };
}

function readPlace([key, placeKind, country, lat = null, lon = null, within = [], links = [], couldBe = []]) {
  return {
    kind: 'place', key: S[key], placeKind: S[placeKind], country: S[country], lat, lon, glyph: 'pin',
    within: within.map((i) => S[i]), links: links.map((i) => S[i]), couldBe: couldBe.map((i) => S[i]),
  };
}

const EVENTS = DATA.events.map(readEvent);
const ACTORS = DATA.actors.map(readActor);
const PLACES = DATA.places.map(readPlace);
const ITEMS = [...EVENTS, ...ACTORS, ...PLACES]; // by node id
const ROLES = ['agent', 'patient', 'participant', 'place'];

const capital = (text) => text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(TEXT.lang));

records(DATA.nodes).forEach(({ label: told, x, y }, id) => {
  const label = ITEMS[id].kind === 'event' ? capital(told) : told; // an event's words are a heading
  Object.assign(ITEMS[id], { id, label, told, x, y, ties: [] });
});
const EDGES = records(DATA.edges).map((edge, id) => ({ ...edge, id: `t${id}`, arrows: DATA.arrows[edge.role] }));
for (const edge of EDGES) {
  ITEMS[edge.from].ties.push({ other: ITEMS[edge.to], edge });
  ITEMS[edge.to].ties.push({ other: ITEMS[edge.from], edge });
}
for (const event of EVENTS) {
  for (const role of ROLES) event[role] = event.ties.filter((tie) => tie.edge.role === role).map((tie) => tie.other);
  event.actors = [...new Set([...event.agent, ...event.patient, ...event.participant])];
  event.text = [event.label, ...event.claims.flatMap((claim) => claim.quotes.map((quote) => quote.text))].join(' ').toLowerCase();
}
for (const item of [...ACTORS, ...PLACES]) {
  item.events = [...new Set(item.ties.map((tie) => tie.other))].sort((a, b) => a.id - b.id);
}
const BY_KEY = new Map(ITEMS.map((item) => [item.key, item]));

// The state. `only` are filters: an empty set lets everything through.
const state = {
  view: 'graph',
  lanes: 'type', // what the timeline's lanes stand for
  selected: null, // an item
  edge: null, // the edge that was clicked, of the selected event
  only: { type: new Set(), status: new Set(HAPPENED), actor: new Set(), place: new Set(), source: new Set() },
  from: null, // day numbers, both days included
  to: null,
  sure: 0,
  asides: false, // whether mere statements are shown too
  text: '',
  visible: EVENTS, // the events that pass, in date order
  counts: {},
};

const FACETS = {
  type: (event) => [event.type],
  status: (event) => [event.status],
  actor: (event) => event.actors,
  place: (event) => event.place,
  source: (event) => event.sources,
};
const within = (event) => {
  if (state.from === null && state.to === null) return true;
  return event.dated && event.low <= (state.to ?? Infinity) && event.high >= (state.from ?? -Infinity);
};

/** Recompute what passes, and for each value of each facet how many events it would show. */
function applyFilters() {
  const names = Object.keys(FACETS);
  const counts = Object.fromEntries(names.map((name) => [name, new Map()]));
  const needle = state.text.toLowerCase();
  state.visible = [];
  state.undatable = 0; // hidden by the dates alone, since nothing dates them
  state.inAllBut = []; // passes all but the dates: the histogram's context
  for (const event of EVENTS) {
    if (event.confidence < state.sure || (needle && !event.text.includes(needle))) continue;
    const failed = names.filter((name) => state.only[name].size && !FACETS[name](event).some((value) => state.only[name].has(value)));
    if (failed.length > 1) continue;
    if (event.aside && !state.asides && !state.only.type.has(event.type)) { // counted, so that it can be found
      if (within(event) && (!failed.length || failed[0] === 'type')) counts.type.set(event.type, (counts.type.get(event.type) ?? 0) + 1);
      continue;
    }
    if (!failed.length) state.inAllBut.push(event);
    if (!within(event)) {
      if (!failed.length && !event.dated) state.undatable += 1;
      continue;
    }
    if (!failed.length) state.visible.push(event);
    for (const name of failed.length ? failed : names) {
      for (const value of FACETS[name](event)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  state.counts = counts;
}

const views = []; // functions that draw; each gets what has changed: {filters, selection, theme, view}

/** Draw everything that depends on `what`; the only way from a change of state to the screen. */
function changed(what) {
  if (what.filters) applyFilters();
  for (const draw of views) draw(what);
  writeHash();
}

function select(item, edge = null) {
  state.selected = item;
  state.edge = edge;
  changed({ selection: true });
}

function toggle(facet, value) {
  const set = state.only[facet];
  if (!set.delete(value)) set.add(value);
  changed({ filters: true });
}

function resetFilters() {
  for (const set of Object.values(state.only)) set.clear();
  HAPPENED.forEach((status) => state.only.status.add(status));
  Object.assign(state, { from: null, to: null, sure: 0, asides: false, text: '' });
  changed({ filters: true });
}

/** The next or previous visible event, counted from the selected one. */
function step(by) {
  const list = state.visible;
  if (!list.length) return;
  const at = list.indexOf(state.selected);
  const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
  select(list[next]);
}

// The state in the address, so that a view can be passed on.
function writeHash() {
  const q = new URLSearchParams();
  if (state.view !== 'graph') q.set('view', state.view);
  if (state.lanes !== 'type') q.set('lanes', state.lanes);
  if (state.selected) q.set('show', state.selected.key);
  for (const [name, set] of Object.entries(state.only)) {
    const usual = name === 'status' && set.size === HAPPENED.length && HAPPENED.every((status) => set.has(status));
    if (!usual) for (const value of set) q.append(name, value.key ?? (name === 'source' ? DOCUMENTS[value].key : value));
    if (name === 'status' && !set.size) q.append(name, 'all');
  }
  if (state.from !== null) q.set('from', isoDay(state.from));
  if (state.to !== null) q.set('to', isoDay(state.to));
  if (state.sure) q.set('sure', state.sure);
  if (state.asides) q.set('statements', '1');
  if (state.text) q.set('text', state.text);
  if (document.documentElement.dataset.theme) q.set('theme', document.documentElement.dataset.theme);
  const hash = q.size ? `#${q}` : ' ';
  if (hash.trim() !== location.hash) {
    try {
      history.replaceState(null, '', hash.trim() || location.href.split('#')[0]);
    } catch { /* a frame without an address of its own keeps its state to itself */ }
  }
}

function readHash() {
  const q = new URLSearchParams(location.hash.slice(1));
  const day = (text) => (/^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text)) ? dayNumber(text) : null);
  if (VIEWS.includes(q.get('view'))) state.view = q.get('view');
  state.lanes = q.get('lanes') === 'actor' ? 'actor' : 'type';
  state.selected = BY_KEY.get(q.get('show')) ?? null;
  const status = q.getAll('status');
  if (status.length) state.only.status = new Set(status.filter((value) => STATUSES.includes(value)));
  state.only.type = new Set(q.getAll('type'));
  for (const name of ['actor', 'place']) {
    state.only[name] = new Set(q.getAll(name).map((key) => BY_KEY.get(key)).filter((item) => item?.kind === name));
  }
  state.only.source = new Set(q.getAll('source').map((key) => DOCUMENTS.findIndex((each) => each.key === key)).filter((id) => id >= 0));
  state.from = day(q.get('from'));
  state.to = day(q.get('to'));
  state.sure = Math.min(1, Math.max(0, Number(q.get('sure')) || 0));
  state.asides = q.get('statements') === '1';
  state.text = q.get('text') ?? '';
  if (['light', 'dark'].includes(q.get('theme'))) document.documentElement.dataset.theme = q.get('theme');
}
