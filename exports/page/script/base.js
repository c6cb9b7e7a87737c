// What every other part uses: the data, the words, elements built from text alone, shapes.

/** A table that has only its own entries: data may be called "constructor". */
const lookup = (entries) => Object.assign(Object.create(null), entries);
const readJson = (id) => JSON.parse(document.getElementById(id).textContent);
const DATA = readJson('story');
DATA.types = lookup(DATA.types);
DATA.arrows = lookup(DATA.arrows);
const TEXT = lookup(readJson('strings'));
const $ = (id) => document.getElementById(id);

/** A string of the page's table, {names} filled in. */
function t(key, values = {}) {
  return (TEXT[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

const numbers = new Intl.NumberFormat(TEXT.lang);
const numeral = (n) => numbers.format(n);
const percent = (share) => t('percent', { n: numeral(Math.round(share * 100)) });
const plurals = new Intl.PluralRules(TEXT.lang);
/** "1 event", "12 events": the key in the plural that the language has for so many. */
function count(key, n) {
  const fitting = `${key}.${plurals.select(n)}`;
  return t(fitting in TEXT ? fitting : `${key}.other`, { n: numeral(n) });
}

/** An element; children are elements or text, and text stays text. `on` holds listeners, the rest are attributes. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  const { on = {}, ...others } = attributes;
  for (const [name, value] of Object.entries(others)) {
    if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  for (const [name, listener] of Object.entries(on)) node.addEventListener(name, listener);
  node.append(...children.flat().filter((child) => child != null && child !== ''));
  return node;
}

/** Words from the documents, which are English, or from what was read in them: a page in another language says so. */
const FOREIGN = TEXT.lang === 'en' ? {} : { lang: 'en' };
/** Such words, kept apart from the reading direction around them. */
const words = (text, attributes = {}) => el('bdi', { ...FOREIGN, ...attributes }, text);
/** Words of the page itself beside them. */
const ours = (text, attributes = {}) => el('bdi', attributes, text);

const button = (label, action, attributes = {}) =>
  el('button', { type: 'button', on: { click: action }, ...attributes }, label);

/** A link that leads only to the web, and tells the site nothing. */
function link(url, label) {
  const safe = /^https?:\/\/[^\s]+$/i.test(url);
  return safe
    ? el('a', { href: url, rel: 'noreferrer noopener', target: '_blank' }, words(label))
    : words(label);
}

// Shapes in a square from -1 to 1; shape and colour both tell the family of an event.
const ring = (n, turn = 0) =>
  Array.from({ length: n }, (_, i) => [Math.cos((2 * Math.PI * i) / n + turn), Math.sin((2 * Math.PI * i) / n + turn)]);
const GLYPHS = {
  triangle: [[0, -1], [1, 0.8], [-1, 0.8]],
  wedge: [[-1, -0.8], [1, -0.8], [0, 1]],
  diamond: [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]],
  square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  hexagon: ring(6),
  disc: ring(24),
  chevron: [[-1, -0.9], [0.2, -0.9], [1, 0], [0.2, 0.9], [-1, 0.9], [-0.2, 0]],
  cross: [[-0.35, -1], [0.35, -1], [0.35, -0.35], [1, -0.35], [1, 0.35], [0.35, 0.35], [0.35, 1], [-0.35, 1],
    [-0.35, 0.35], [-1, 0.35], [-1, -0.35], [-0.35, -0.35]],
  bubble: [[-1, -0.8], [1, -0.8], [1, 0.4], [-0.1, 0.4], [-0.6, 1], [-0.6, 0.4], [-1, 0.4]],
  person: [[-1, 1], [-0.8, 0.25], [-0.3, 0.05], [-0.5, -0.4], [-0.35, -0.85],
    [0, -1], [0.35, -0.85], [0.5, -0.4], [0.3, 0.05], [0.8, 0.25], [1, 1]],
  group: [[-1, 0.9], [-0.95, 0.1], [-0.55, -0.05], [-0.75, -0.5], [-0.45, -0.85], [-0.1, -0.55], [0, -0.3], [0.1, -0.55],
    [0.45, -0.85], [0.75, -0.5], [0.55, -0.05], [0.95, 0.1], [1, 0.9]],
  house: [[-1, 1], [-1, -0.3], [0, -1], [1, -0.3], [1, 1], [0.3, 1], [0.3, 0.3], [-0.3, 0.3], [-0.3, 1]],
  flag: [[-0.8, 1.1], [-0.8, -1], [0.9, -1], [0.5, -0.45], [0.9, 0.1], [-0.5, 0.1], [-0.5, 1.1]],
  pin: [[0, 1.1], [-0.7, -0.1], [-0.6, -0.7], [0, -1.05], [0.6, -0.7], [0.7, -0.1]],
};
const ACTOR_GLYPHS = lookup({ Person: 'person', Group: 'group', Organization: 'house', Country: 'flag' });

const SVG_SPACE = 'http://www.w3.org/2000/svg';

/** The shape of an item as a small picture; `family` gives its colour by the style sheet. */
function glyph(item) {
  const picture = document.createElementNS(SVG_SPACE, 'svg');
  picture.setAttribute('viewBox', '-1.4 -1.4 2.8 2.8');
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('class', `glyph ${item.family ?? item.kind}${item.kind === 'event' && !item.happened ? ' unreal' : ''}`);
  const shape = document.createElementNS(SVG_SPACE, 'polygon');
  shape.setAttribute('points', GLYPHS[item.glyph].map((point) => point.map((v) => v.toFixed(3)).join()).join(' '));
  picture.append(shape);
  return picture;
}

/** The same shape on a canvas, its middle at x, y. */
function traceGlyph(ctx, name, x, y, radius) {
  ctx.beginPath();
  GLYPHS[name].forEach(([dx, dy], i) => ctx[i ? 'lineTo' : 'moveTo'](x + dx * radius, y + dy * radius));
  ctx.closePath();
}

/** Colours of the style sheet for canvases, read anew when the theme changes. */
const INK = {};
function readInk() {
  const style = getComputedStyle(document.documentElement);
  const names = ['ink', 'muted', 'line', 'panel', 'page', 'accent', 'accent-ink', 'actor', 'actor-ink', 'actor-dim', 'soft', 'water', 'land', ...Object.keys(DATA.families)];
  for (const name of names) INK[name] = style.getPropertyValue(`--${name}`).trim();
}

/** Save text or a blob as a file of the reader's, without a request. */
function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = el('a', { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
