// @ts-check
/**
 * Filling and stroking tile features in batches. One path with everything takes the software raster
 * tens of seconds, one path a feature is slow too; 64 small polygons or 32 lines a path is the dale
 * between.
 */

/** @typedef {import('./mvt.js').Feature} Feature */
/**
 * How tile units become pixels of the canvas.
 * @typedef {object} Fit
 * @property {number} scale
 * @property {number} dx
 * @property {number} dy
 */
/**
 * What a painter is handed.
 * @typedef {object} Brush
 * @property {CanvasRenderingContext2D} context in CSS pixels
 * @property {Fit} fit
 * @property {number} zoom of the map
 * @property {number} size side of the tile in CSS pixels
 */

const POLYGONS_A_PATH = 64;
const LINES_A_PATH = 32;

/** @param {CanvasRenderingContext2D} context @param {Int16Array} part @param {Fit} fit @param {boolean} close */
function trace(context, part, fit, close) {
  const { scale, dx, dy } = fit;
  context.moveTo(part[0] * scale + dx, part[1] * scale + dy);
  for (let i = 2; i < part.length; i += 2) context.lineTo(part[i] * scale + dx, part[i + 1] * scale + dy);
  if (close) context.closePath();
}

/** @param {Brush} brush @param {Feature[]} features @param {number} most @param {() => void} draw */
function batches({ context, fit }, features, most, draw) {
  let count = 0;
  context.beginPath();
  for (const feature of features) {
    for (const part of feature.parts) trace(context, part, fit, feature.type === 3);
    if (++count === most) {
      draw();
      count = 0;
      context.beginPath();
    }
  }
  if (count) draw();
}

/** @param {Brush} brush @param {Feature[]} features @param {string|CanvasPattern} fill */
export function fillAll(brush, features, fill) {
  if (!features.length) return;
  brush.context.fillStyle = fill;
  batches(brush, features, POLYGONS_A_PATH, () => brush.context.fill());
}

/**
 * @param {Brush} brush
 * @param {Feature[]} features
 * @param {{colour: string, width: number, dash?: number[], alpha?: number, cap?: CanvasLineCap}} pen
 */
export function strokeAll(brush, features, pen) {
  if (!features.length) return;
  const { context } = brush;
  context.save();
  context.strokeStyle = pen.colour;
  context.lineWidth = pen.width;
  context.lineJoin = 'round';
  context.lineCap = pen.cap ?? 'round';
  context.globalAlpha = pen.alpha ?? 1;
  if (pen.dash) context.setLineDash(pen.dash);
  batches(brush, features, LINES_A_PATH, () => context.stroke());
  context.restore();
}
