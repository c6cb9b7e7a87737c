// Search: suggests events, actors, places and types; what no suggestion fits filters by its words.

const found = { list: [], at: -1 };
const MANY = 10; // suggestions
const FEW = 5; // of these kept for types and events, where there are any

/** Where a name fits what was typed: 0 at the start of a word, 1 inside one, -1 nowhere. */
function fit(name, needle) {
  const at = name.toLowerCase().indexOf(needle);
  return at < 0 ? -1 : Number(at > 0 && name[at - 1] !== ' ');
}

/** Actors and places by their number of events, then types, then events: first those that the filters let through. */
function suggestions(text) {
  const needle = text.trim().toLowerCase();
  if (!needle) return [];
  const visible = new Set(state.visible);
  const things = [...ACTORS, ...PLACES].flatMap((item) => {
    const name = [item.label, ...(item.aliases ?? [])].find((each) => fit(each, needle) >= 0);
    return name === undefined ? [] : [{ item, label: item.label, note: name === item.label ? undefined : name, rank: [fit(name, needle), -item.events.length] }];
  });
  const types = VALUES.type.map((type) => ({ type, label: LABELS.type(type), rank: [fit(LABELS.type(type), needle), 0] })).filter(({ rank }) => rank[0] >= 0);
  const events = EVENTS.map((item) => ({ item, label: item.label, rank: [Number(!visible.has(item)), fit(item.label, needle)] })).filter(({ rank }) => rank[1] >= 0);
  const ordered = [things, types, events].map((list) => list.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]));
  const room = Math.max(MANY - FEW, MANY - types.length - events.length);
  return [...ordered[0].slice(0, room), ...ordered[1].slice(0, 2), ...ordered[2]].slice(0, MANY)
    .map((entry) => ({ ...entry, note: entry.note ?? noteOf(entry, visible) }));
}

/** Beside a suggestion: when an event was, and whether the filters hide it; else what sort of thing it is. */
function noteOf({ item, type }, visible) {
  if (item?.kind !== 'event') return type ? t('filter.type') : t(`search.${item.kind}`);
  return [item.dated ? shortWhen(item) : '', visible.has(item) ? '' : t('search.hidden')].filter(Boolean).join(' · ') || t('search.event');
}

function drawSuggestions() {
  const input = $('search');
  const text = input.value.trim();
  found.list = suggestions(text);
  if (text) found.list.push({ text, label: t('search.text', { text }) });
  found.at = found.list.length ? 0 : -1;
  $('suggestions').replaceChildren(...found.list.map((entry, i) => el('li', {
    role: 'option', id: `option-${i}`, 'aria-selected': String(i === found.at),
    on: { pointerdown: (event) => { event.preventDefault(); take(i); } },
  }, sample(entry), (entry.item ? words : ours)(entry.label, { class: 'label' }), el('span', { class: 'note' }, entry.note ?? ''))));
  $('suggestions').hidden = !found.list.length;
  input.setAttribute('aria-expanded', String(found.list.length > 0));
  point();
}

const sample = (entry) => (entry.item ? glyph(entry.item) : entry.type ? glyph(sampleOf('type', entry.type)) : null);

function point() {
  [...$('suggestions').children].forEach((option, i) => option.setAttribute('aria-selected', String(i === found.at)));
  if (found.at >= 0) $('search').setAttribute('aria-activedescendant', `option-${found.at}`);
  else $('search').removeAttribute('aria-activedescendant');
}

function closeSuggestions() {
  $('suggestions').hidden = true;
  $('search').setAttribute('aria-expanded', 'false');
  found.list = [];
}

/** Carry out a suggestion: open the card of an item, or filter by a type or by words. */
function take(i) {
  const entry = found.list[i];
  if (!entry) return;
  $('search').value = '';
  closeSuggestions();
  $('search').blur();
  if (!entry.item) { // a filter: show what it leaves
    state.selected = null;
    if (entry.type) state.only.type.add(entry.type);
    else state.text = entry.text;
    return changed({ filters: true, selection: true });
  }
  select(entry.item);
  return $('card-title')?.focus({ preventScroll: true });
}

function bindSearch() {
  const input = $('search');
  input.addEventListener('input', drawSuggestions);
  input.addEventListener('focus', drawSuggestions);
  input.addEventListener('blur', () => setTimeout(closeSuggestions, 120));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      found.at = found.list.length ? (found.at + by + found.list.length) % found.list.length : -1;
      point();
    } else if (event.key === 'Enter') take(found.at);
    else if (event.key === 'Escape') { input.value = ''; closeSuggestions(); input.blur(); }
    else return;
    event.stopPropagation();
  });
}
