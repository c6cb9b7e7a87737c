// The events in rows: a list in date order beside the graph, and the complete table. Only rows in sight are built.

/** A scroller that builds the rows in sight; `spacer(height)` makes what fills the place of the others. */
function rowsInSight(holder, body, height, makeRow, spacer) {
  let list = [];
  let drawn = '';
  function draw(force = false) {
    const first = Math.max(0, Math.floor(holder.scrollTop / height) - 8);
    const last = Math.min(list.length, Math.ceil((holder.scrollTop + (holder.clientHeight || 600)) / height) + 8);
    const key = `${first}-${last}`;
    if (!force && key === drawn) return;
    drawn = key;
    const focus = document.activeElement?.closest?.('[data-id]')?.dataset.id;
    body.replaceChildren(spacer(first * height), ...list.slice(first, last).map((event, i) => makeRow(event, first + i)),
      spacer((list.length - last) * height));
    if (focus && body.contains(body.querySelector(`[data-id="${focus}"]`))) body.querySelector(`[data-id="${focus}"] button`)?.focus({ preventScroll: true });
  }
  holder.addEventListener('scroll', () => draw());
  return {
    show(events) { list = events; draw(true); },
    all() { body.replaceChildren(...list.map(makeRow)); drawn = ''; },
    reach(event) {
      const at = list.indexOf(event);
      if (at < 0) return;
      if (at * height < holder.scrollTop) holder.scrollTop = Math.max(0, (at - 1) * height);
      else if ((at + 2) * height > holder.scrollTop + holder.clientHeight) holder.scrollTop = (at + 2) * height - holder.clientHeight;
      draw(true);
    },
  };
}

const sourcesOf = (event) => (event.sources.length === 1 ? DOCUMENTS[event.sources[0]].title : count('sources', event.sources.length));
const statusMark = (event) => (event.happened && event.status !== 'Ongoing' ? '' : el('span', { class: `status ${event.happened ? '' : 'unreal'}` }, t(`status.${event.status}`)));

function listRow(event) {
  const about = [event.kindWords, event.place[0]?.label, event.sources.length > 1 ? sourcesOf(event) : ''].filter(Boolean).join(' · ');
  return el('li', { 'data-id': event.id, class: `row${event.happened ? '' : ' unreal'}${event === state.selected ? ' selected' : ''}` },
    button([
      glyph(event),
      el('span', { class: 'what' },
        el('span', { class: 'under' }, el('span', { class: 'day' }, event.dated ? shortWhen(event) : t('when.unknown')), ' · ', ours(about), ' ', statusMark(event)),
        words(event.label, { class: 'label' })),
    ], (click) => openCard(event, click), { title: event.label }));
}

// Columns of the table: name, what to show, what to sort by. Undated events come last in both directions of the date.
const COLUMNS = [
  ['date', (event) => (event.dated ? shortWhen(event) : t('when.unknown')), (event) => (event.dated ? event.id : Infinity)],
  ['event', (event) => button(words(event.label), (click) => { click.stopPropagation(); openCard(event, click); }, { class: 'cell' }), (event) => event.label],
  ['type', (event) => [glyph(event), event.kindWords], (event) => event.kindWords],
  ['status', (event) => t(`status.${event.status}`), (event) => STATUSES.indexOf(event.status)],
  ['who', (event) => words(event.agent.map((item) => item.label).join(', ')), (event) => event.agent[0]?.label ?? '\uffff'],
  ['whom', (event) => words(event.patient.map((item) => item.label).join(', ')), (event) => event.patient[0]?.label ?? '\uffff'],
  ['where', (event) => words(event.place[0]?.label ?? ''), (event) => event.place[0]?.label ?? '\uffff'],
  ['sources', (event) => words(sourcesOf(event)), (event) => event.sources.length],
  ['confidence', (event) => percent(event.confidence), (event) => event.confidence],
];
const sorting = { column: 'date', down: false };
const rows = {};

function sorted(events) {
  if (sorting.column === 'date' && !sorting.down) return events; // they come in date order
  const key = COLUMNS.find(([name]) => name === sorting.column)[2];
  const sign = sorting.down ? -1 : 1;
  const keyed = events.map((event) => [key(event), event]);
  keyed.sort(([a, x], [b, y]) => {
    if (a === b) return x.id - y.id;
    if (a === Infinity || b === Infinity) return a === Infinity ? 1 : -1;
    return sign * (typeof a === 'string' ? a.localeCompare(b, TEXT.lang) : a - b);
  });
  return keyed.map(([, event]) => event);
}

function tableRow(event, i) {
  return el('tr', { 'data-id': event.id, 'aria-rowindex': i + 2, class: `${event.happened ? '' : 'unreal'}${event === state.selected ? ' selected' : ''}`,
    on: { click: () => select(event) } }, ...COLUMNS.map(([name, cell]) => el('td', { class: `c-${name}` }, el('div', {}, cell(event)))));
}

function drawHeads() {
  $('heads').replaceChildren(...COLUMNS.map(([name]) => el('th', {
    scope: 'col', class: `c-${name}`,
    'aria-sort': sorting.column === name ? (sorting.down ? 'descending' : 'ascending') : false,
  }, button([t(`column.${name}`), el('span', { 'aria-hidden': 'true' }, sorting.column === name ? (sorting.down ? ' ▼' : ' ▲') : '')], () => {
    sorting.down = sorting.column === name && !sorting.down;
    sorting.column = name;
    drawHeads();
    rows.table.show(sorted(state.visible));
    $('table-holder').scrollTop = 0;
  }, { class: 'head' }))));
}

/** An empty row in the place of those out of sight. */
function filler(tag, height) {
  const row = el(tag, { 'aria-hidden': 'true', class: 'gap' });
  row.style.height = `${height}px`;
  return row;
}

function startRows() {
  rows.list = rowsInSight($('list-holder'), $('list'), 72, listRow, (height) => filler('li', height));
  rows.table = rowsInSight($('table-holder'), $('table-body'), 46, tableRow, (height) => filler('tr', height));
  drawHeads();
  window.addEventListener('beforeprint', () => { rows.table.show(sorted(state.visible)); rows.table.all(); });
  window.addEventListener('afterprint', () => rows.table.show(sorted(state.visible)));
}

views.push((what) => {
  $('list-holder').hidden = state.view === 'table';
  if (what.filters || what.view) {
    if (what.filters) $('list-holder').scrollTop = $('table-holder').scrollTop = 0;
    $('table').setAttribute('aria-rowcount', String(state.visible.length + 1));
  }
  if (state.view === 'table') rows.table.show(sorted(state.visible));
  else rows.list.show(state.visible);
  if (what.selection && state.selected?.kind === 'event') rows[state.view === 'table' ? 'table' : 'list'].reach(state.selected);
});

// The table of what is shown, as the command line writes it.
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
function csvCell(value) {
  if (value === null || value === undefined) return '';
  let text = String(value);
  if (typeof value === 'string' && FORMULA.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvRow(event) {
  const iso = (day) => (day === null ? '' : isoDay(day));
  const where = event.place[0];
  const names = (items) => items.map((item) => item.label).join('; ');
  const cells = {
    id: DATA.base + event.key, happened: event.happened, status: event.status, date: event.edtf, begin_earliest: iso(event.b0),
    begin_latest: iso(event.b1), end_earliest: iso(event.e0), end_latest: iso(event.e1), type: event.type, subtype: event.subtype,
    label: event.told, agents: names(event.agent), patients: names(event.patient), participants: names(event.participant),
    place: where?.label, country: where?.country, lat: where?.lat, lon: where?.lon, confidence: event.confidence,
    sources: event.sources.map((id) => DOCUMENTS[id].title).join('; '), quote: event.claims.find((claim) => claim.quotes.length)?.quotes[0].text,
  };
  for (const [name, least, most] of event.figures) {
    if (DATA.ranges.includes(name)) Object.assign(cells, { [`${name}_min`]: least, [`${name}_max`]: most });
    else cells[name] = least;
  }
  return DATA.csv.map((column) => csvCell(cells[column])).join(',');
}

const csvText = () => `\ufeff${[DATA.csv.join(','), ...state.visible.map(csvRow)].join('\r\n')}\r\n`;
