// The view as a picture to take away, PNG or SVG: all that it shows, under the title and what was filtered.

const MARGIN = 24; // pixels
const HEADING = 64;
const SHARPNESS = 2; // pixels of a PNG to one of the page

/** How each view is drawn whole: its size in pixels, and what draws it on a context. */
const PICTURES = {
  graph() {
    if (!graph.shown.size) return { width: 400, height: 0, paint() {} };
    const { left, top, right, bottom } = extentOf([...graph.shown].map((id) => [id, graph.points.get(id)]));
    return { width: right - left, height: bottom - top, paint(ctx) { ctx.translate(-left, -top); paintGraph(ctx); } };
  },
  timeline() {
    const laid = layOut(state.visible, true);
    return {
      width: axis.width, height: AXIS + laid.height,
      paint(ctx) { drawAxis(ctx, AXIS + laid.height); ctx.translate(0, AXIS); paintLanes(ctx, laid, laid.height); },
    };
  },
  map: () => ({ width: globe.width, height: globe.height, paint(ctx) { ctx.beginPath(); ctx.rect(0, 0, globe.width, globe.height); ctx.clip(); paintMap(ctx); } }),
};

/** What the picture says of itself: whose claims they are, and which. */
function caption() {
  const parts = [shownEvents(), ...chips().map(([label]) => label)];
  return `${parts.join(' · ')} · ${t('banner')}`;
}

function pictureSize(view) {
  const least = 40 + Math.max(widthOf(document.title, FONTS.title), 480);
  return { width: Math.ceil(Math.max(view.width, least) + 2 * MARGIN), height: Math.ceil(view.height + HEADING + 2 * MARGIN) };
}

function paintPicture(ctx, view, { width, height }) {
  ctx.fillStyle = INK.page;
  ctx.fillRect(0, 0, width, height);
  ctx.textBaseline = 'middle';
  ctx.fillStyle = INK.ink;
  ctx.font = FONTS.title;
  ctx.fillText(document.title, MARGIN, MARGIN + 9);
  ctx.fillStyle = INK.muted;
  ctx.font = FONTS.place;
  ctx.fillText(cut(caption(), FONTS.place, width - 2 * MARGIN), MARGIN, MARGIN + 32);
  ctx.translate(MARGIN, MARGIN + HEADING);
  view.paint(ctx);
}

function saveSvg() {
  const view = PICTURES[state.view]();
  const size = pictureSize(view);
  const ctx = new SvgContext(size.width, size.height);
  paintPicture(ctx, view, size);
  download(`${state.view}.svg`, 'image/svg+xml', ctx.text());
}

function savePng() {
  const view = PICTURES[state.view]();
  const size = pictureSize(view);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: size.width * SHARPNESS, height: size.height * SHARPNESS });
  const ctx = canvas.getContext('2d');
  ctx.scale(SHARPNESS, SHARPNESS);
  paintPicture(ctx, view, size);
  canvas.toBlob((made) => download(`${state.view}.png`, 'image/png', made));
}

function bindPicture() {
  $('save-png').addEventListener('click', savePng);
  $('save-svg').addEventListener('click', saveSvg);
}

views.push((what) => {
  if (what.view) for (const id of ['save-png', 'save-svg']) $(id).hidden = !(state.view in PICTURES);
});
