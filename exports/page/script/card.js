// The right side: what is known of the selected event, actor or place, and the words that say so.

/** A sentence with its triggers and time expression marked. Marks are offsets; the text is never parsed. */
function quotation({ text, marks }) {
  const parts = [];
  let at = 0;
  for (let i = 0; i < marks.length; i += 3) {
    const [start, end, isTime] = marks.slice(i, i + 3);
    parts.push(text.slice(at, start), el('mark', { class: isTime ? 'time' : 'trigger' }, text.slice(start, end)));
    at = end;
  }
  return el('blockquote', { dir: 'auto', ...FOREIGN }, ...parts, text.slice(at));
}

const line = (name, ...content) => (content.flat().filter(Boolean).length ? [el('dt', {}, name), el('dd', {}, ...content)] : []);

/** Buttons that lead to other items. */
const toItems = (items) => items.map((item) => button([glyph(item), words(item.label)], (click) => openCard(item, click), { class: 'item', 'data-key': item.key }));

function figureText([name, least, most]) {
  if (name === 'outcome') return t(`outcome.${least}`);
  if (least === most) return numeral(least);
  if (most === null) return t('figure.least', { n: numeral(least) });
  if (least === null) return t('figure.most', { n: numeral(most) });
  return `${numeral(least)}–${numeral(most)}`;
}

/** The figures of each source, one under the other; a column in which they differ says so. */
function figureTable(event) {
  const telling = event.claims.filter((claim) => claim.figures.length);
  if (!telling.length) return null;
  const names = [...new Set(telling.flatMap((claim) => claim.figures.map(([name]) => name)))];
  const cell = (claim, name) => claim.figures.filter(([each]) => each === name).map(figureText)[0] ?? '–';
  const disputed = new Set(names.filter((name) => new Set(telling.map((claim) => cell(claim, name)).filter((told) => told !== '–')).size > 1));
  const head = (name) => el('th', { scope: 'col' }, t(`figure.${name}`), disputed.has(name) ? el('span', { class: 'note' }, t('figure.disputed')) : null);
  const row = (claim) => el('tr', {}, el('th', { scope: 'row' }, words(nameOf(claim.document)), claim.document.day ? el('span', { class: 'note' }, claim.document.day) : null),
    ...names.map((name) => el('td', { class: disputed.has(name) ? 'disputed' : '' }, cell(claim, name))));
  return el('table', { class: 'figures' }, el('caption', {}, t('card.figures')),
    el('thead', {}, el('tr', {}, el('td', {}), ...names.map(head))), el('tbody', {}, ...telling.map(row)));
}

/** A source by its publisher, or by its title where several have that publisher. */
const nameOf = ({ publisher, title }) => (publisher && DOCUMENTS.filter((each) => each.publisher === publisher).length === 1 ? publisher : title);

function claimCard(claim, event) {
  const { document: source } = claim;
  const named = [source.publisher, source.day].filter(Boolean).join(', ');
  return el('li', { class: 'claim' },
    ...claim.quotes.map(quotation),
    claim.more ? el('p', { class: 'note' }, count('card.mentions', claim.more)) : null,
    el('p', { class: 'source' }, source.url ? link(source.url, source.title) : words(source.title), named ? el('span', {}, ' — ', ours(named)) : null),
    el('dl', { class: 'facts' },
      line(t('card.saidby'), claim.source ? words(claim.source) : ''),
      claim.status === event.status ? [] : line(t('column.status'), t(`status.${claim.status}`)),
      line(t('card.written'), claim.written ? words(`“${claim.written}”`) : ''),
      line(t('card.understood'), claim.written || claim.reason ? [claim.when || event.when, claim.reason ? words(claim.reason, { class: 'note' }) : ''] : ''),
      line(t('card.placed'), claim.placed ? words(claim.placed) : ''),
      line(t('card.rule'), claim.rule ? words(claim.rule) : ''),
      line(t('column.confidence'), percent(claim.confidence))));
}

const reasonList = ({ reasons }) => el('ul', { class: 'reasons' }, ...reasons.map((reason) => el('li', {}, words(reason))));

function relationsOf(event) {
  return event.ties.filter((tie) => tie.other.kind === 'event').flatMap(({ other, edge }) => {
    const name = t(`relation.${edge.role}.${edge.from === event.id ? 'to' : 'from'}`);
    return line(name, toItems([other]));
  });
}

function eventCard(event) {
  const { edge } = state;
  const tie = edge && event.ties.find((each) => each.edge === edge);
  return [
    el('p', { class: 'kind' }, glyph(event), el('span', {}, event.type === event.subtype || !event.subtype ? event.kindWords : `${event.kindWords} · ${DATA.types[event.type]}`)),
    el('h2', { tabindex: -1, id: 'card-title' }, words(event.label)),
    event.happened ? null : el('p', { class: 'warning' }, t(`warning.${event.status}`)),
    tie ? el('p', { class: 'tie' }, t('card.tie'), ' ', toItems([tie.other]), ` (${t(`role.${edge.role}`)})`) : null,
    el('dl', { class: 'facts' },
      line(t('column.date'), el('strong', {}, event.when), event.edtf ? el('code', { title: 'EDTF' }, event.edtf) : ''),
      line(t('column.status'), t(`status.${event.status}`)),
      line(t('column.who'), toItems(event.agent)),
      line(t('column.whom'), toItems(event.patient)),
      line(t('card.participants'), toItems(event.participant)),
      line(t('column.where'), toItems(event.place)),
      line(t('column.confidence'), percent(event.confidence)),
      relationsOf(event)),
    figureTable(event),
    el('h3', {}, count('card.claims', event.claims.length)),
    el('ul', { class: 'claims' }, ...event.claims.map((claim) => claimCard(claim, event))),
    event.reasons.length ? [el('h3', {}, t('card.merged')), reasonList(event)] : null,
    button(t('card.cite'), (click) => copyCitation(event, click.target), { class: 'quiet' }),
  ];
}

/** How others can refer to the event: what, when, who says so, and its address in the graph. */
function copyCitation(event, target) {
  const sources = event.sources.map((id) => [DOCUMENTS[id].title, DOCUMENTS[id].publisher, DOCUMENTS[id].day, DOCUMENTS[id].url].filter(Boolean).join(', '));
  const text = `${event.label} (${t(`status.${event.status}`)}; ${event.when}). ${sources.join('; ')}. ${DATA.base}${event.key}`;
  const area = el('textarea', { class: 'offscreen' });
  area.value = text;
  target.after(area);
  area.select();
  const copied = document.execCommand('copy'); // works from file:// too, where navigator.clipboard does not
  area.remove();
  target.textContent = copied ? t('card.copied') : text;
}

function neighboursOf(item) {
  const shared = new Map();
  for (const event of item.events) {
    for (const other of event.actors) if (other !== item) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared].sort((a, b) => b[1] - a[1] || a[0].id - b[0].id).slice(0, 12);
}

const eventList = (events) => el('ul', { class: 'events' }, ...events.slice(0, 200).map((event) =>
  el('li', { class: event.happened ? '' : 'unreal' },
    el('span', { class: 'day' }, event.dated ? shortWhen(event) : t('when.unknown')),
    el('span', {}, toItems([event]), ' ', statusMark(event)))));

function nameCard(item) {
  const isActor = item.kind === 'actor';
  const visible = new Set(state.visible);
  const here = item.events.filter((event) => visible.has(event));
  const kindName = isActor ? TEXT[`kind.${item.actorKind}`] ?? item.actorKind : TEXT[`kind.place.${item.placeKind}`] ?? item.placeKind;
  const away = item.events.filter((event) => !visible.has(event));
  const neighbours = neighboursOf(item);
  const filter = state.only[item.kind].has(item);
  return [
    el('p', { class: 'kind' }, glyph(item), ours(kindName)),
    el('h2', { tabindex: -1, id: 'card-title' }, words(item.label)),
    el('p', { class: 'actions' },
      button(filter ? t('card.unfilter') : t('card.filter'), () => toggle(item.kind, item)),
      button(t('card.expand'), () => { state.view === 'graph' ? expand(item) : null; })),
    el('dl', { class: 'facts' },
      line(t('card.aliases'), isActor ? item.aliases.flatMap((alias, i) => [i ? ', ' : '', words(alias)]) : ''),
      line(t('card.country'), item.country),
      line(t('card.sector'), item.sector),
      line(t('card.within'), isActor ? '' : words(item.within.join(', '))),
      line(t('card.coordinates'), !isActor && item.lat !== null ? `${item.lat}, ${item.lon}` : ''),
      line(t('card.links'), item.links.flatMap((url, i) => [i ? ', ' : '', link(url, url)])),
      line(t('card.open'), item.couldBe.length ? words(item.couldBe.join('; ')) : '')),
    item.reasons?.length ? [el('h3', {}, t('card.same')), reasonList(item)] : null,
    neighbours.length ? [el('h3', {}, t('card.neighbours')),
      el('ul', { class: 'neighbours' }, ...neighbours.map(([other, n]) => el('li', {}, toItems([other]), el('span', { class: 'n' }, numeral(n)))))] : null,
    el('h3', {}, t('card.events', { n: numeral(here.length), all: numeral(item.events.length) })),
    eventList(here),
    away.length ? el('details', {}, el('summary', {}, count('card.away', away.length)), eventList(away)) : null,
  ];
}

/** Whether the window is so narrow that all stands one under the other. */
const isNarrow = () => getComputedStyle($('card')).position === 'static';

/** Select an item; who did so by keyboard goes on reading in its card. */
function openCard(item, click) {
  select(item);
  if (!click.detail) $('card-title').focus();
}

/** Back to the list, where the card was opened. */
function closeCard() {
  const item = state.selected;
  select(null);
  document.querySelector(`:is(#list, #table-body) [data-id="${item.id}"] button`)?.focus();
}

views.push((what) => {
  const item = state.selected;
  document.body.classList.toggle('with-card', Boolean(item));
  $('card').hidden = !item;
  $('list-holder').inert = Boolean(item); // it lies under the card
  if (!item || !(what.selection || what.filters)) return;
  $('card-body').replaceChildren(...(item.kind === 'event' ? eventCard(item) : nameCard(item)).flat(2).filter(Boolean));
  if (what.selection) $('card').scrollTop = 0;
  if (what.selection && isNarrow()) $('card').scrollIntoView();
  const at = state.visible.indexOf(item);
  $('position').textContent = at < 0 ? '' : t('card.position', { n: numeral(at + 1), all: numeral(state.visible.length) });
});
