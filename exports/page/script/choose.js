// Which nodes the graph shows: few enough to read, those first that tell the story.

const MOST = 50; // nodes at first sight
const CROWD = 1; // at first sight, boxes with their air may cover so many times the window
const READABLE = 0.88; // least scale at first sight: words of eleven pixels
const COST = { event: 20000, actor: 10000, place: 10000 }; // square pixels of a box with its air, about: measuring is slow
const HIDDEN = 0.08; // of the lines may run behind boxes at first sight
const EACH = 4; // events of one actor at first sight
const HEADLINE = 3; // weight of a word that an event shares with a headline

/** All that the filters let through: events, and who and where they name. */
function candidates() {
  const ids = new Set();
  for (const event of state.visible) {
    ids.add(event.id);
    for (const tie of event.ties) if (tie.other.kind !== 'event') ids.add(tie.other.id);
  }
  return ids;
}

const wordsOf = (text) => new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 4))); // "vote", "voted"
const HEADLINES = DOCUMENTS.map((document) => wordsOf(document.title));

/** How many words of an event's label stand in the headline of a source: what a report is about, its headline says. */
function inHeadline(event) {
  event.headline ??= Math.max(0, ...event.sources.map((id) => [...wordsOf(event.label)].filter((word) => HEADLINES[id].has(word)).length));
  return event.headline;
}

/** The same events, first those that begin what a source has to tell: all have their say, the loudest does not have all. */
function eachSourceFirst(events) {
  const heard = new Set();
  const first = events.filter((event) => {
    const fresh = event.actors.length > 0 && event.sources.some((id) => !heard.has(id));
    if (fresh) event.sources.forEach((id) => heard.add(id));
    return fresh;
  });
  return [...new Set([...first, ...events])];
}

/** Events in the order in which the graph takes them up; worked out once for the same filters. */
function ranking(events) {
  if (ranking.of === events) return ranking.found;
  const degree = new Map();
  for (const event of events) {
    for (const other of [...event.actors, ...event.place.slice(0, 1)]) degree.set(other.id, (degree.get(other.id) ?? 0) + 1);
  }
  const weight = (event) => event.actors.reduce((sum, actor) => sum + Math.log2(1 + degree.get(actor.id)), 0)
    + 2 * event.sources.length + HEADLINE * inHeadline(event) + event.confidence;
  const ranked = events.map((event) => [weight(event), event]).sort((a, b) => b[0] - a[0] || a[1].id - b[1].id);
  Object.assign(ranking, { of: events, found: eachSourceFirst(ranked.map(([, event]) => event)) });
  return ranking.found;
}

/**
 * The most connected of them, those of the headlines first: whole events with their actors, so that no node stands without its reason; few events
 * of each actor, so that not all are about the same two; as many as can be read at `area` square pixels.
 */
function opening(allowed, most, area) {
  const needed = [...allowed].slice(0, most + 1).reduce((sum, id) => sum + COST[ITEMS[id].kind], 0);
  if (allowed.size <= most && needed < area * 1.3) return new Set(allowed);
  const ranked = ranking(state.visible);
  const chosen = new Set();
  const events = new Map(); // of each actor
  let left = area;
  const limit = EACH + Math.floor(most / MOST) * 2;
  for (const event of ranked) {
    if (event.actors.some((actor) => events.get(actor.id) >= limit)) continue;
    const fresh = [event, ...event.actors].filter((item) => !chosen.has(item.id));
    const cost = fresh.reduce((sum, item) => sum + COST[item.kind], 0);
    if (chosen.size + fresh.length > most || cost > left) continue;
    left -= cost;
    fresh.forEach((item) => chosen.add(item.id));
    event.actors.forEach((actor) => events.set(actor.id, (events.get(actor.id) ?? 0) + 1));
    if (chosen.size >= most - 1 || left < COST.event) break;
  }
  for (const id of [...chosen]) { // places that several of the chosen events share
    for (const place of ITEMS[id].place ?? []) {
      const shared = place.events.filter((event) => chosen.has(event.id)).length;
      if (shared > 1 && chosen.size < most) chosen.add(place.id);
    }
  }
  return chosen;
}

function windowSize() {
  const { clientWidth, clientHeight } = $('canvas');
  return { width: Math.max(320, clientWidth), height: Math.max(240, clientHeight) };
}

/** Where boxes may lie: in the window, with some air and a number on their corners. */
function room() {
  const { width, height } = windowSize();
  return { width: width - 44, height: height - 44 };
}

function choose() {
  const { width, height } = windowSize();
  const shown = opening(graph.allowed, MOST + graph.room, width * height * CROWD * graph.share * (1 + graph.room / MOST));
  for (const id of graph.added) if (graph.allowed.has(id)) shown.add(id);
  for (const id of graph.removed) shown.delete(id);
  if (state.selected) shown.add(state.selected.id); // whatever is looked at can be seen
  return shown;
}

/** Choose and lay out afresh; fewer where boxes could not be read or hide lines, unless more were asked for. */
function layOutAnew() {
  graph.share = 1;
  for (let round = 0; ; round++) {
    const shown = choose();
    graph.points = arrange([...shown], room());
    if (shown.size < 2 || graph.room || round === 2) return shown;
    const scale = scaleOf(graph.points, room());
    const links = linksAmong(shown);
    if (scale >= READABLE && hiddenLines(graph.points, links) <= HIDDEN * links.length) return shown;
    graph.share *= Math.min(0.9, scale / READABLE);
  }
}
