// A canvas context that writes SVG, as far as this page draws: one drawing serves the screen, PNG and SVG.

const INKS = { fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, font: FONTS.body, textBaseline: 'alphabetic', globalAlpha: 1, lineJoin: 'miter', dash: [], dx: 0, dy: 0 };

class SvgContext {
  constructor(width, height) {
    this.root = this.node('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
    Object.assign(this, INKS, { kept: [], path: '', within: this.root, marks: 0 });
  }

  node(tag, attributes, parent = null) {
    const made = document.createElementNS(SVG_SPACE, tag);
    for (const [name, value] of Object.entries(attributes)) {
      made.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
    }
    parent?.append(made);
    return made;
  }

  text() { return new XMLSerializer().serializeToString(this.root); }

  save() { this.kept.push(Object.fromEntries([...Object.keys(INKS), 'within'].map((name) => [name, this[name]]))); }

  restore() { Object.assign(this, this.kept.pop()); }

  translate(x, y) { Object.assign(this, { dx: this.dx + x, dy: this.dy + y }); }

  setLineDash(dash) { this.dash = dash; }

  at(x, y) { return `${(x + this.dx).toFixed(1)} ${(y + this.dy).toFixed(1)}`; }

  beginPath() { this.path = ''; }

  moveTo(x, y) { this.path += `M${this.at(x, y)}`; }

  lineTo(x, y) { this.path += `L${this.at(x, y)}`; }

  closePath() { this.path += 'Z'; }

  rect(x, y, width, height) { this.path += `M${this.at(x, y)}h${width}v${height}h${-width}Z`; }

  roundRect(x, y, width, height, radius) {
    const r = Math.min(radius, width / 2, height / 2);
    const bend = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
    this.path += `M${this.at(x + r, y)}h${width - 2 * r}${bend(r, r)}v${height - 2 * r}${bend(-r, r)}h${2 * r - width}${bend(-r, -r)}v${2 * r - height}${bend(r, -r)}Z`;
  }

  /** A full circle: the page draws no other arc. */
  arc(x, y, r) { this.path += `M${this.at(x + r, y)}a${r} ${r} 0 1 1 ${-2 * r} 0a${r} ${r} 0 1 1 ${2 * r} 0Z`; }

  clip() {
    const id = `clip${(this.marks += 1)}`;
    this.node('path', { d: this.path }, this.node('clipPath', { id }, this.root));
    this.within = this.node('g', { 'clip-path': `url(#${id})` }, this.within);
  }

  createLinearGradient(x0, y0, x1, y1) {
    const id = `fade${(this.marks += 1)}`;
    const made = this.node('linearGradient', { id, gradientUnits: 'userSpaceOnUse', x1: x0 + this.dx, y1: y0 + this.dy, x2: x1 + this.dx, y2: y1 + this.dy }, this.root);
    return {
      paint: `url(#${id})`,
      addColorStop: (offset, colour) => this.node('stop', { offset, 'stop-color': colour.slice(0, 7), 'stop-opacity': colour.length > 7 ? 0 : 1 }, made),
    };
  }

  fill() { this.node('path', { d: this.path, fill: this.fillStyle.paint ?? this.fillStyle, opacity: this.globalAlpha }, this.within); }

  stroke() {
    this.node('path', {
      d: this.path, fill: 'none', stroke: this.strokeStyle, 'stroke-width': this.lineWidth, opacity: this.globalAlpha,
      'stroke-dasharray': this.dash.join(' ') || 'none', 'stroke-linejoin': this.lineJoin,
    }, this.within);
  }

  drawn(paint, ...sides) {
    const { path } = this;
    this.beginPath();
    this.rect(...sides);
    this[paint]();
    this.path = path;
  }

  fillRect(...sides) { this.drawn('fill', ...sides); }

  strokeRect(...sides) { this.drawn('stroke', ...sides); }

  words(text, x, y, ink) {
    const [, style, weight, size, family] = /^(italic )?(\d+ )?([\d.]+)px (.+)$/.exec(this.font);
    const low = this.textBaseline === 'middle' ? size * 0.35 : 0;
    this.node('text', {
      x: x + this.dx, y: y + this.dy + low, 'font-family': family, 'font-size': size, 'font-weight': weight?.trim() ?? 'normal',
      'font-style': style?.trim() ?? 'normal', opacity: this.globalAlpha, ...ink,
    }, this.within).textContent = text;
  }

  fillText(text, x, y) { this.words(text, x, y, { fill: this.fillStyle }); }

  strokeText(text, x, y) { this.words(text, x, y, { fill: 'none', stroke: this.strokeStyle, 'stroke-width': this.lineWidth, 'stroke-linejoin': this.lineJoin }); }
}
