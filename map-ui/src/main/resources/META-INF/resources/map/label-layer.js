// @ts-check
import { DomUtil, Layer } from 'leaflet';
import { LabelSpace } from './place-labels.js';
import { TILE_PIXELS } from './tile-size.js';

/** @typedef {import('./mvt.js').Tile} Tile */
/**
 * One label that would like to be seen.
 * @typedef {object} Wish
 * @property {string} key labels of one key are one label: the largest piece wins
 * @property {string} text
 * @property {string} [below] a second, quieter line
 * @property {string} [badge] one character in a coloured field before the text
 * @property {number} x in tile units
 * @property {number} y in tile units
 * @property {number} [room] width it must fit into, in tile units
 * @property {number} [area] size of the piece it stands for
 * @property {number} [angle] radians
 * @property {number} [shift] pixels down, where the piece is tall enough for it
 * @property {number} [tall] height of the piece, in tile units
 * @property {number} order smaller is placed first
 * @property {number} [apart] pixels that two labels of this key must keep; then several may stand
 * @property {LabelStyle} style
 */
/** @typedef {{font: string, colour: string, size: number, halo?: string, spacing?: string, dot?: string}} LabelStyle */
/** @typedef {(tile: Tile, zoom: number) => Wish[]} Wisher what a tile wants to have written */
/** @typedef {{store: import('./tile-store.js').TileStore, wisher: Wisher}} LabelSource */

/** @typedef {Wish & {left: number, top: number, roomPixels: number}} Placed */

const PADDING = 0.15;
const QUIET_MILLISECONDS = 90;
/** So long labels may wait for tiles that keep arriving. */
const PATIENCE_MILLISECONDS = 300;

/**
 * Labels of all layers on one canvas above the map, placed together so that none covers another and
 * none is cut at a tile's edge.
 */
export class LabelLayer extends Layer {
  constructor() {
    super({ pane: 'labels' });
    /** @type {LabelSource[]} */
    this.sources = [];
    this.canvas = document.createElement('canvas');
    this.canvas.className = 'labels';
    this.timer = 0;
    this.waitingSince = 0;
  }

  /** @param {LabelSource[]} sources */
  setSources(sources) {
    this.sources = sources;
    this.later();
  }

  onAdd() {
    this.getPane()?.append(this.canvas);
    this.redraw();
    return this;
  }

  onRemove() {
    this.canvas.remove();
    return this;
  }

  getEvents() {
    return {
      moveend: () => this.redraw(),
      zoomstart: () => this.canvas.classList.add('gone'),
      viewreset: () => this.redraw(),
      resize: () => this.redraw(),
    };
  }

  /** Draws again when tiles have stopped arriving for a moment, or have been arriving for long. */
  later() {
    const now = performance.now();
    if (!this.waitingSince) this.waitingSince = now;
    clearTimeout(this.timer);
    const left = this.waitingSince + PATIENCE_MILLISECONDS - now;
    this.timer = window.setTimeout(() => this.redraw(), Math.max(0, Math.min(QUIET_MILLISECONDS, left)));
  }

  redraw() {
    clearTimeout(this.timer);
    this.waitingSince = 0;
    const map = this._map;
    if (!map) return;
    const size = map.getSize();
    const pad = size.multiplyBy(PADDING).round();
    const corner = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const [width, height] = [size.x + 2 * pad.x, size.y + 2 * pad.y];
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    DomUtil.setPosition(this.canvas, corner);
    this.canvas.classList.remove('gone');
    const context = this.canvas.getContext('2d');
    if (!context) return;
    context.scale(ratio, ratio);
    const origin = map.getPixelOrigin().add(corner);
    this.write(context, this.wishes(origin, width, height), width, height);
  }

  /**
   * @param {{x: number, y: number}} origin world pixels of the canvas's corner
   * @param {number} width @param {number} height
   * @returns {Placed[]}
   */
  wishes(origin, width, height) {
    const zoom = this._map.getZoom();
    /** @type {Map<string, Placed>} */
    const unique = new Map();
    /** @type {Placed[]} */
    const several = [];
    for (const { store, wisher } of this.sources) {
      const seen = new Set();
      for (let x = Math.floor(origin.x / TILE_PIXELS); x * TILE_PIXELS < origin.x + width; x++) {
        for (let y = Math.floor(origin.y / TILE_PIXELS); y * TILE_PIXELS < origin.y + height; y++) {
          const source = store.source(zoom - 1, x, y);
          const name = `${source.x}/${source.y}`;
          if (seen.has(name)) continue;
          seen.add(name);
          const tile = store.loaded(source.z, source.x, source.y);
          if (!tile) continue;
          const side = TILE_PIXELS * source.scale;
          const extent = Object.values(tile)[0]?.extent ?? 4096;
          for (const wish of wisher(tile, zoom)) {
            const shift = wish.shift ?? 0;
            const fits = wish.tall === undefined || Math.abs(shift) < ((wish.tall / extent) * side) / 3;
            const placed = {
              ...wish,
              left: source.x * side + (wish.x / extent) * side - origin.x,
              top: source.y * side + (wish.y / extent) * side - origin.y + (fits ? shift : 0),
              roomPixels: wish.room === undefined ? Infinity : (wish.room / extent) * side,
            };
            if (wish.apart) several.push(placed);
            else {
              const before = unique.get(wish.key);
              if (!before || (wish.area ?? 0) > (before.area ?? 0)) unique.set(wish.key, placed);
            }
          }
        }
      }
    }
    return [...unique.values(), ...several].sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
  }

  /**
   * @param {CanvasRenderingContext2D} context @param {Placed[]} wishes
   * @param {number} width @param {number} height
   */
  write(context, wishes, width, height) {
    const space = new LabelSpace();
    /** @type {Map<string, {x: number, y: number}[]>} */
    const standing = new Map();
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const wish of wishes) {
      if (wish.left < 0 || wish.top < 0 || wish.left > width || wish.top > height) continue;
      const { style } = wish;
      context.font = style.font;
      context.letterSpacing = style.spacing ?? '0px';
      const text = context.measureText(wish.text).width;
      const badge = wish.badge ? style.size + 6 : 0;
      const full = text + badge;
      if (full > wish.roomPixels) continue;
      if (wish.apart) {
        const others = standing.get(wish.key) ?? [];
        const near = (/** @type {{x: number, y: number}} */ o) =>
          Math.hypot(o.x - wish.left, o.y - wish.top) < (wish.apart ?? 0);
        if (others.some(near)) continue;
      }
      const [cos, sin] = [Math.abs(Math.cos(wish.angle ?? 0)), Math.abs(Math.sin(wish.angle ?? 0))];
      const high = style.size + (wish.below ? style.size + 2 : 0) + 2;
      const box = { width: full * cos + high * sin + 6, height: full * sin + high * cos + 2 };
      if (!space.take({ ...box, x: wish.left - box.width / 2, y: wish.top - box.height / 2 })) continue;
      if (wish.apart) {
        standing.set(wish.key, [...(standing.get(wish.key) ?? []), { x: wish.left, y: wish.top }]);
      }
      writeOne(context, wish, text, badge);
    }
  }
}

/** @param {CanvasRenderingContext2D} context @param {Placed} wish @param {number} text @param {number} badge */
function writeOne(context, wish, text, badge) {
  const { style } = wish;
  context.save();
  context.translate(wish.left, wish.top);
  if (wish.angle) context.rotate(wish.angle);
  const y = wish.below ? -style.size / 2 - 1 : 0;
  const x = badge / 2;
  context.lineWidth = 3;
  context.strokeStyle = style.halo ?? 'rgba(255,255,255,0.85)';
  if (style.dot) {
    context.fillStyle = style.dot;
    context.beginPath();
    context.arc(0, -style.size, 3, 0, 7);
    context.stroke();
    context.fill();
  }
  context.strokeText(wish.text, x, y);
  context.fillStyle = style.colour;
  context.fillText(wish.text, x, y);
  if (wish.badge) {
    const side = style.size + 4;
    const left = -(text + badge) / 2;
    context.letterSpacing = '0px';
    context.beginPath();
    context.roundRect(left, y - side / 2, side, side, 3);
    context.stroke();
    context.fill();
    context.fillStyle = '#ffffff';
    context.fillText(wish.badge, left + side / 2, y + 0.5);
  }
  if (wish.below) {
    context.font = style.font.replace(/^\w+ /, '400 ');
    context.fillStyle = '#5b6775';
    context.strokeText(wish.below, 0, y + style.size + 3);
    context.fillText(wish.below, 0, y + style.size + 3);
  }
  context.restore();
}
