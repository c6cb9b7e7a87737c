// How the timeline looks: the heads of its lanes and the bars of its events, on any context.

function paintLanes(ctx, { bars, heads }, full) {
  for (const [start] of unitsInSight(unitFor(TICK)[0])) {
    ctx.fillStyle = INK.line;
    if (xOf(start) >= axis.gutter) ctx.fillRect(Math.round(xOf(start)), 0, 1, full);
  }
  for (const head of heads) drawHead(ctx, head);
  ctx.save();
  ctx.beginPath();
  ctx.rect(axis.gutter - 6, 0, axis.width, full);
  ctx.clip();
  const last = (bar) => (bar.event === state.selected || bar.event === strip.hover ? -1 : bar.x1 - bar.x0);
  for (const bar of [...bars].sort((a, b) => last(b) - last(a))) drawBar(ctx, bar); // short ones over long ones
  ctx.restore();
}

function drawHead(ctx, { name, glyph: shape, family, top, height, n, extra }) {
  ctx.fillStyle = INK.line;
  ctx.fillRect(0, top + height - 1, axis.width, 1);
  const middle = top + Math.min(13, height / 2);
  traceGlyph(ctx, shape, 14, middle, 5);
  ctx.fillStyle = INK[family];
  ctx.fill();
  ctx.strokeStyle = INK.ink;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = INK.ink;
  ctx.font = FONTS.place;
  ctx.textBaseline = 'middle';
  const number = extra ? `${numeral(n)} (+${numeral(extra)})` : numeral(n);
  const told = cut(name, ctx.font, axis.gutter - 38 - widthOf(number, ctx.font));
  ctx.fillText(told, 26, middle);
  ctx.fillStyle = INK.muted;
  ctx.fillText(number, 30 + widthOf(told, ctx.font), middle);
}

/** Solid where it was surely going on, fading out where it may have been; open sides run out of sight. */
function drawBar(ctx, bar) {
  const { event, x0, x1, top } = bar;
  const height = strip.row - (strip.thin ? 3 : 7);
  const colour = INK[event.family];
  const clear = `${colour}00`;
  const width = x1 - x0;
  ctx.save();
  if (bar.sure0 === undefined) {
    const fade = ctx.createLinearGradient(x0, 0, x1, 0);
    fade.addColorStop(0, bar.openLeft ? colour : clear);
    fade.addColorStop(0.3, colour);
    fade.addColorStop(0.7, colour);
    fade.addColorStop(1, bar.openRight ? colour : clear);
    ctx.fillStyle = fade;
    ctx.globalAlpha = event.happened ? 0.7 : 0.16; // all but hollow where it did not happen
    ctx.fillRect(x0, top + 2, width, height);
    ctx.globalAlpha = 1;
    ctx.setLineDash([2, 3]);
    ctx.strokeStyle = INK.muted;
    ctx.beginPath();
    ctx.moveTo(x0, top + 2 + height);
    ctx.lineTo(x1, top + 2 + height);
    ctx.stroke();
  } else {
    const sharpEnds = bar.sure0 <= x0 && bar.sure1 >= x1;
    const fade = sharpEnds ? null : ctx.createLinearGradient(x0, 0, x1, 0);
    const at = (x) => Math.min(1, Math.max(0, (x - x0) / width));
    fade?.addColorStop(0, at(bar.sure0) > 0 ? clear : colour);
    fade?.addColorStop(at(bar.sure0), colour);
    fade?.addColorStop(at(bar.sure1), colour);
    fade?.addColorStop(1, at(bar.sure1) < 1 ? clear : colour);
    ctx.fillStyle = fade ?? colour;
    if (strip.thin) ctx.globalAlpha = 0.6;
    if (event.happened) ctx.fillRect(x0, top + 2, width, height);
    ctx.strokeStyle = event.happened ? INK.ink : colour;
    ctx.lineWidth = 1;
    if (!event.happened) ctx.setLineDash([4, 3]);
    if (bar.sure1 > bar.sure0) ctx.strokeRect(bar.sure0 + 0.5, top + 2.5, bar.sure1 - bar.sure0 - 1, height - 1);
  }
  ctx.setLineDash([]);
  if (!event.happened && bar.sure0 === undefined) {
    ctx.strokeStyle = INK.ink;
    ctx.setLineDash([4, 3]);
    ctx.strokeRect(x0 + 0.5, top + 2.5, width - 1, height - 1);
    ctx.setLineDash([]);
  }
  ctx.globalAlpha = 1;
  if (state.selected === event || strip.hover === event) {
    ctx.strokeStyle = INK.accent;
    ctx.lineWidth = 2.5;
    ctx.strokeRect(x0 - 2.5, top - 0.5, width + 5, height + 5);
  }
  if (bar.label) {
    ctx.font = event.happened ? FONTS.place : `italic ${FONTS.place}`;
    ctx.textBaseline = 'middle';
    const x = bar.inside ? Math.max(axis.gutter + 2, x0 + 6) : bar.flip ? x0 - 6 - widthOf(bar.label, ctx.font) : x1 + 6;
    const onBar = bar.inside && event.happened && bar.sure0 <= x && x + widthOf(bar.label, ctx.font) + 4 < bar.sure1;
    if (bar.inside && !onBar) { // on a chip of its own, where the bar fades
      ctx.fillStyle = INK.panel;
      ctx.fillRect(x - 4, top + 3, widthOf(bar.label, ctx.font) + 8, height - 2);
    }
    ctx.fillStyle = onBar ? inkOn(colour) : INK.ink;
    ctx.fillText(bar.label, x, top + 2.5 + height / 2);
  }
  ctx.restore();
}

/** Black or white, whichever can be read on a colour "#rrggbb" (relative luminance after WCAG). */
function inkOn(colour) {
  const [r, g, b] = [1, 3, 5].map((i) => (parseInt(colour.slice(i, i + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? '#000000' : '#ffffff';
}
