// How a node looks on the canvas, and how large it is.

const FONT = getComputedStyle(document.body).fontFamily;
const FONTS = { head: `600 11px ${FONT}`, body: `13px ${FONT}`, actor: `600 13px ${FONT}`, place: `12px ${FONT}`, title: `600 17px ${FONT}` };
const measurer = document.createElement('canvas').getContext('2d');
const LINE = 16;

function widthOf(text, font) {
  measurer.font = font;
  return measurer.measureText(text).width;
}

/** Text in at most `most` lines of `width` pixels, cut with an ellipsis. */
function wrap(text, font, width, most) {
  const lines = [];
  let line = '';
  const parts = text.split(' ');
  for (let i = 0; i < parts.length; i++) {
    const longer = line ? `${line} ${parts[i]}` : parts[i];
    if (widthOf(longer, font) <= width) { line = longer; continue; }
    if (line) lines.push(line);
    line = parts[i];
    if (lines.length === most) { line = ''; break; }
  }
  if (line && lines.length < most) lines.push(line);
  const told = lines.join(' ');
  lines.forEach((each, i) => { lines[i] = cut(each, font, width); });
  if (told.length < text.length && lines.length) lines[lines.length - 1] = cut(`${lines[lines.length - 1]} …`, font, width + 12);
  return lines;
}

function cut(text, font, width) {
  if (widthOf(text, font) <= width) return text;
  let end = text.length;
  while (end > 1 && widthOf(`${text.slice(0, end)}…`, font) > width) end -= 1;
  return `${text.slice(0, end)}…`;
}

/** Lines and size of an item's box, worked out once. */
function boxOf(item) {
  if (item.box) return item.box;
  if (item.kind === 'event') {
    const head = cut(item.dated ? `${item.kindWords} · ${shortWhen(item)}` : item.kindWords, FONTS.head, 208);
    const lines = wrap(item.label, FONTS.body, 176, 3);
    const width = Math.max(widthOf(head, FONTS.head) + 20, ...lines.map((line) => widthOf(line, FONTS.body)));
    item.box = { head, lines, width: width + 25, height: 26 + lines.length * LINE };
  } else {
    const font = FONTS[item.kind];
    const lines = wrap(item.label, font, 150, 2);
    item.box = { lines, width: Math.max(...lines.map((line) => widthOf(line, font))) + 40, height: 12 + lines.length * LINE };
  }
  return item.box;
}

/** Draw an item round x, y. `look` says whether it is dimmed, selected, hovered, and how many neighbours hide. */
function drawBox(ctx, item, x, y, look) {
  const box = boxOf(item);
  const [left, top] = [x - box.width / 2, y - box.height / 2];
  ctx.save();
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  if (item.kind === 'event') drawEvent(ctx, item, box, left, top, look);
  else drawName(ctx, item, box, left, top, look);
  if (look.more) drawBadge(ctx, `+${numeral(look.more)}`, left + box.width, top);
  ctx.restore();
}

function outline(ctx, left, top, box, radius, look, colour, width = 1.25) {
  ctx.beginPath();
  ctx.roundRect(left, top, box.width, box.height, radius);
  ctx.fill(); // opaque even when dimmed, so that no line runs through the words
  ctx.globalAlpha = look.dim ? 0.75 : 1;
  ctx.strokeStyle = look.selected || look.hover ? INK.accent : colour;
  ctx.lineWidth = look.selected ? 3 : width;
  ctx.stroke();
}

function drawEvent(ctx, item, box, left, top, look) {
  ctx.fillStyle = INK.panel;
  if (!item.happened) ctx.setLineDash([5, 4]);
  outline(ctx, left, top, box, 7, look, item.happened ? INK.muted : INK.ink);
  if (item.happened) drawFamily(ctx, item, box, left, top, look);
  if (item.sources.length > 1) { // several sources: a double frame
    ctx.beginPath();
    ctx.roundRect(left - 3.5, top - 3.5, box.width + 7, box.height + 7, 9);
    ctx.lineWidth = 1;
    ctx.stroke();
  }
  ctx.setLineDash([]);
  traceGlyph(ctx, item.glyph, left + 18, top + 14, 5.5);
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = item.happened ? INK.ink : INK[item.family];
  if (item.happened) { ctx.fillStyle = INK[item.family]; ctx.fill(); }
  ctx.stroke();
  ctx.fillStyle = INK.muted;
  ctx.font = FONTS.head;
  ctx.fillText(box.head, left + 29, top + 14.5);
  ctx.fillStyle = INK.ink;
  ctx.font = item.happened ? FONTS.body : `italic ${FONTS.body}`;
  box.lines.forEach((line, i) => ctx.fillText(line, left + 13, top + 31 + i * LINE));
}

/** The colour of an event's family: a tint over its box, and a band where reading begins. */
function drawFamily(ctx, item, box, left, top, look) {
  const alpha = look.dim ? 0.5 : 1;
  ctx.fillStyle = INK[item.family];
  ctx.beginPath();
  ctx.roundRect(left + 1, top + 1, box.width - 2, box.height - 2, 6);
  ctx.globalAlpha = 0.1 * alpha;
  ctx.fill();
  ctx.beginPath();
  ctx.roundRect(left + 3, top + 5, 4, box.height - 10, 2);
  ctx.globalAlpha = alpha;
  ctx.fill();
  ctx.globalAlpha = look.dim ? 0.75 : 1;
}

function drawName(ctx, item, box, left, top, look) {
  const isActor = item.kind === 'actor';
  ctx.fillStyle = isActor ? (look.dim ? INK['actor-dim'] : INK.actor) : INK.page;
  if (!isActor) ctx.setLineDash([1.5, 3]);
  outline(ctx, left, top, box, isActor ? box.height / 2 : 3, look, isActor ? ctx.fillStyle : INK.muted, 1);
  ctx.setLineDash([]);
  ctx.fillStyle = isActor ? INK['actor-ink'] : INK.ink;
  traceGlyph(ctx, item.glyph, left + 17, top + box.height / 2, 5.5);
  ctx.fill();
  ctx.font = FONTS[item.kind];
  const middle = top + box.height / 2 - ((box.lines.length - 1) * LINE) / 2;
  box.lines.forEach((line, i) => ctx.fillText(line, left + 28, middle + 0.5 + i * LINE));
}

/** How many events hide, on the corner of a name's box, clear of its words. */
function drawBadge(ctx, text, right, top) {
  const width = widthOf(text, FONTS.head) + 9;
  const left = right - 13;
  ctx.beginPath();
  ctx.roundRect(left, top - 11, width, 16, 8);
  ctx.fillStyle = INK.accent;
  ctx.fill();
  ctx.fillStyle = INK['accent-ink'];
  ctx.font = FONTS.head;
  ctx.fillText(text, left + 4.5, top - 2.5);
}
