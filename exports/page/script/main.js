// Joins the parts: views, theme, keys, and the start.

/** Change the view; in a narrow window also bring it into sight. */
function show(view) {
  state.view = view;
  changed({ view: true });
  if (isNarrow()) $('tabs').scrollIntoView({ block: 'nearest' });
}

views.unshift((what) => {
  if (!what.view && !what.filters) return;
  const empty = !state.visible.length;
  $('empty').hidden = !empty;
  $('reset').hidden = !chips().length;
  $('nothing').textContent = empty ? t(chips().length ? 'nothing.filters' : EVENTS.length ? 'nothing.usual' : 'nothing.all') : '';
  document.body.dataset.view = state.view;
  for (const name of VIEWS) {
    $(`tab-${name}`).setAttribute('aria-selected', String(state.view === name));
    $(`tab-${name}`).tabIndex = state.view === name ? 0 : -1;
  }
  $('canvas-panel').hidden = empty || state.view !== 'graph';
  $('map-panel').hidden = empty || state.view !== 'map';
  $('time-panel').hidden = state.view === 'table' || (empty && state.view === 'timeline');
  $('table-panel').hidden = empty || state.view !== 'table';
});

const dark = () => (document.documentElement.dataset.theme
  ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

function setTheme() {
  document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
  readInk();
  changed({ theme: true });
}

function dialog(on) {
  if (on && !$('help').open) $('help').showModal();
  else if (!on) $('help').close();
}

const graphItem = () => state.selected;
const KEYS = {
  '/': () => $('search').focus(),
  j: () => step(1),
  k: () => step(-1),
  Enter: () => $('card-title')?.focus(),
  e: () => state.view === 'graph' && expand(graphItem()),
  h: () => state.view === 'graph' && hide(graphItem()),
  f: () => ({ graph: fitGraph, map: () => $('map-whole').click() }[state.view] ?? (() => $('whole').click()))(),
  Escape: () => { if (state.selected) closeCard(); },
  '?': () => dialog(true),
  1: () => show('graph'),
  2: () => show('timeline'),
  3: () => show('map'),
  4: () => show('table'),
};

function bindKeys() {
  document.addEventListener('keydown', (event) => {
    const inField = event.target.matches('input:not([type=checkbox]):not([type=range]), textarea, select');
    if (event.ctrlKey || event.metaKey || event.altKey || inField || $('help').open) return;
    const onControl = event.target.closest('button, a, [role=slider], input');
    if (event.key === 'Enter' && onControl) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  $('tabs').addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = VIEWS[(VIEWS.indexOf(state.view) + by + VIEWS.length) % VIEWS.length];
    show(next);
    $(`tab-${next}`).focus();
  });
}

function bindButtons() {
  for (const name of VIEWS) $(`tab-${name}`).addEventListener('click', () => show(name));
  $('theme').addEventListener('click', setTheme);
  $('save-csv').addEventListener('click', () => download('events.csv', 'text/csv;charset=utf-8', csvText()));
  $('open-help').addEventListener('click', () => dialog(true));
  $('close-help').addEventListener('click', () => dialog(false));
  $('close-card').addEventListener('click', closeCard);
  $('next').addEventListener('click', () => step(1));
  $('previous').addEventListener('click', () => step(-1));
  $('open-filters').addEventListener('click', () => {
    const on = document.body.classList.toggle('with-filters');
    $('open-filters').setAttribute('aria-expanded', String(on));
  });
}

function start() {
  $('sources').textContent = count('sources', DOCUMENTS.length);
  readInk();
  readHash();
  readInk();
  bindFilters();
  bindSearch();
  bindLanes();
  bindBrush();
  bindMap();
  bindPicture();
  bindKeys();
  bindButtons();
  startRows();
  startGraph();
  applyFilters();
  usualSight(state.visible);
  changed({ filters: true, view: true, selection: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readInk(); changed({ theme: true }); });
  let waiting = null;
  window.addEventListener('resize', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { changed({ view: true }); }, 120);
  });
  window.addEventListener('hashchange', () => { readHash(); readInk(); changed({ filters: true, view: true, selection: true }); });
  document.documentElement.dataset.ready = '';
}

start();
