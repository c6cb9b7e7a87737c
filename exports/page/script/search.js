// Search: suggests events, actors, places and types; what no suggestion fits filters by its words.

const found = { list: [], at: -1 };
const MANY = 9;

function suggestions(text) {
  const needle = text.trim().toLowerCase();
  if (!needle) return [];
  const starts = [];
  const inside = [];
  const consider = (name, entry) => {
    const at = name.toLowerCase().indexOf(needle);
    if (at === 0 || (at > 0 && name[at - 1] === ' ')) starts.push(entry);
    else if (at > 0) inside.push(entry);
  };
  for (const item of [...ACTORS, ...PLACES]) {
    const names = [item.label, ...(item.aliases ?? [])];
    const name = names.find((each) => each.toLowerCase().includes(needle));
    if (name) consider(name, { item, label: item.label, note: name === item.label ? '' : name, n: item.events.length });
  }
  starts.sort((a, b) => b.n - a.n);
  for (const type of VALUES.type) consider(DATA.types[type] ?? type, { type, label: DATA.types[type] ?? type, n: 0 });
  for (const event of EVENTS) {
    if (starts.length + inside.length > 60) break;
    consider(event.label, { item: event, label: event.label, note: event.dated ? shortWhen(event) : '', n: 0 });
  }
  return [...starts, ...inside].slice(0, MANY);
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
  }, sample(entry), words(entry.label, { class: 'label' }), el('span', { class: 'note' }, entry.note || kindOf(entry)))));
  $('suggestions').hidden = !found.list.length;
  input.setAttribute('aria-expanded', String(found.list.length > 0));
  point();
}

const sample = (entry) => (entry.item ? glyph(entry.item) : entry.type ? glyph(sampleOf('type', entry.type)) : null);
const kindOf = (entry) => (entry.type ? t('filter.type') : entry.item ? t(`search.${entry.item.kind}`) : '');

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
