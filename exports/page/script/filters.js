// The left side: what may be filtered, with counts, and chips for what is.

const SHOWN_VALUES = 8; // of a long facet, before "more"
const open = new Set(); // facets shown in full

const LABELS = {
  type: (type) => DATA.types[type] ?? type,
  status: (status) => t(`status.${status}`),
  actor: (actor) => actor.label,
  place: (place) => place.label,
  source: (id) => DOCUMENTS[id].title,
};

/** Whether a value is off unless asked for, and comes last: a type of mere statements. */
const isAside = (facet, value) => Number(facet === 'type' && Boolean(DATA.families[familyOf.get(value)]?.aside));

/** Values of a facet in the order to show them: by how many events of the whole story have them. */
const VALUES = Object.fromEntries(Object.entries(FACETS).map(([name, of]) => {
  const totals = new Map();
  for (const event of EVENTS) for (const value of of(event)) totals.set(value, (totals.get(value) ?? 0) + 1);
  const values = [...totals.keys()];
  if (name === 'status') return [name, STATUSES.filter((status) => totals.has(status))];
  return [name, values.sort((a, b) => isAside(name, a) - isAside(name, b) || totals.get(b) - totals.get(a) || LABELS[name](a).localeCompare(LABELS[name](b), TEXT.lang))];
}));

function sampleOf(facet, value) {
  if (facet === 'type') return { kind: 'event', happened: true, family: familyOf.get(value) ?? 'other', glyph: DATA.families[familyOf.get(value) ?? 'other'].glyph };
  if (facet === 'status') return { kind: 'event', happened: HAPPENED.includes(value), family: 'other', glyph: 'square' };
  return facet === 'source' ? null : value;
}

function facetRow(facet, value) {
  const n = state.counts[facet].get(value) ?? 0;
  const box = el('input', { type: 'checkbox', on: { change: () => toggle(facet, value) } });
  box.checked = state.only[facet].has(value);
  const sample = sampleOf(facet, value);
  return el('label', { class: n || box.checked ? 'value' : 'value none' },
    box, sample && glyph(sample), (['type', 'status'].includes(facet) ? ours : words)(LABELS[facet](value), { class: 'name', title: LABELS[facet](value) }), el('span', { class: 'n' }, numeral(n)));
}

function drawFacet(facet) {
  const all = VALUES[facet];
  const section = $(`facet-${facet}`);
  section.hidden = all.length < 2;
  const focused = [...section.querySelectorAll('input')].indexOf(document.activeElement);
  const picked = all.filter((value) => state.only[facet].has(value));
  const ordered = facet === 'status' ? all : [...all].sort((a, b) => isAside(facet, a) - isAside(facet, b) || (state.counts[facet].get(b) ?? 0) - (state.counts[facet].get(a) ?? 0));
  const limit = open.has(facet) ? 200 : SHOWN_VALUES;
  const shown = facet === 'status' ? all : [...new Set([...picked, ...ordered])].slice(0, Math.max(limit, picked.length));
  const rest = all.length - shown.length;
  section.querySelector('.values').replaceChildren(...shown.map((value) => facetRow(facet, value)),
    rest > 0 || open.has(facet) ? button(open.has(facet) ? t('filter.fewer') : t('filter.more', { n: numeral(rest) }), () => {
      if (!open.delete(facet)) open.add(facet);
      drawFacet(facet);
    }, { class: 'quiet' }) : '');
  if (focused >= 0) section.querySelectorAll('input')[focused]?.focus();
}

/** What is filtered away from the usual, each with a way to undo it. */
function chips() {
  const list = [];
  for (const [facet, set] of Object.entries(state.only)) {
    if (facet === 'status') continue;
    for (const value of set) list.push([LABELS[facet](value), () => toggle(facet, value)]);
  }
  for (const status of STATUSES) {
    if (!HAPPENED.includes(status) && state.only.status.has(status)) list.push([t(`status.${status}`), () => toggle('status', status)]);
  }
  if (state.from !== null || state.to !== null) {
    list.push([t('filter.dates', { from: state.from === null ? '…' : isoDay(state.from), to: state.to === null ? '…' : isoDay(state.to) }),
      () => { state.from = state.to = null; changed({ filters: true }); }]);
  }
  if (state.text) list.push([`“${state.text}”`, () => { state.text = ''; changed({ filters: true }); }]);
  if (state.sure) list.push([t('filter.sure', { sure: percent(state.sure) }), () => { state.sure = 0; changed({ filters: true }); }]);
  return list;
}

const shownEvents = () => t('shown.events', { n: numeral(state.visible.length), all: numeral(EVENTS.length) });

views.push((what) => {
  if (!what.filters) return;
  Object.keys(FACETS).forEach(drawFacet);
  $('from').value = state.from === null ? '' : isoDay(state.from);
  $('to').value = state.to === null ? '' : isoDay(state.to);
  $('sure').value = String(Math.round(state.sure * 100));
  $('sure-value').textContent = percent(state.sure);
  const active = chips();
  $('chips').replaceChildren(...active.map(([label, undo]) =>
    button([words(label), el('span', { 'aria-hidden': 'true' }, ' ×')], undo, { class: 'chip', 'aria-label': t('filter.undo', { what: label }) })),
  active.length ? button(t('filter.reset'), resetFilters, { class: 'quiet' }) : '');
  const others = EVENTS.filter((event) => !event.happened).length;
  const unreal = STATUSES.filter((status) => !HAPPENED.includes(status));
  $('unreal').hidden = !others;
  $('unreal').setAttribute('aria-pressed', String(unreal.every((status) => state.only.status.has(status) || !VALUES.status.includes(status))));
  $('unreal').textContent = t('filter.unreal', { n: numeral(others) });
  const statements = EVENTS.filter((event) => event.aside).length;
  $('aside').hidden = !statements;
  $('aside').setAttribute('aria-pressed', String(state.asides));
  $('aside').textContent = t('filter.asides', { n: numeral(statements) });
  const parts = [shownEvents()];
  if (state.undatable) parts.push(count('shown.undated', state.undatable));
  $('shown').textContent = parts.join(' · ');
});

function bindFilters() {
  $('reset').addEventListener('click', resetFilters);
  const day = (input) => (input.value ? dayNumber(input.value) : null);
  for (const name of ['from', 'to']) {
    $(name).addEventListener('change', () => { state[name] = day($(name)); changed({ filters: true }); });
  }
  $('sure').addEventListener('input', () => { state.sure = Number($('sure').value) / 100; changed({ filters: true }); });
  $('aside').addEventListener('click', () => { state.asides = !state.asides; changed({ filters: true }); });
  $('unreal').addEventListener('click', () => {
    const unreal = VALUES.status.filter((status) => !HAPPENED.includes(status));
    const on = unreal.every((status) => state.only.status.has(status));
    for (const status of unreal) on ? state.only.status.delete(status) : state.only.status.add(status);
    changed({ filters: true });
  });
}
