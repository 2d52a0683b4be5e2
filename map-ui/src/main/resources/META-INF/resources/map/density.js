// @ts-check
/** How large polygons appear, so that lines grow fine where they crowd. Pure. */

/** @typedef {import('./mvt.js').Feature} Feature */

/** @type {WeakMap<Feature[], number>} */
const SIDES = new WeakMap();

/** @param {Feature} feature @returns {number} side of a square as large as its box, in tile units */
function boxSide({ parts }) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) {
      left = Math.min(left, part[i]);
      right = Math.max(right, part[i]);
      top = Math.min(top, part[i + 1]);
      bottom = Math.max(bottom, part[i + 1]);
    }
  }
  return right > left ? Math.sqrt((right - left) * (bottom - top)) : 0;
}

/**
 * The side of a middling polygon. Rounded to a power of √2, so that tiles side by side agree.
 * @param {Feature[]} features polygons of one tile
 * @returns {number} in tile units; infinite when there are none
 */
export function middlingSide(features) {
  let side = SIDES.get(features);
  if (side === undefined) {
    const sides = features.map(boxSide).sort((a, b) => a - b);
    const middle = sides[sides.length >> 1];
    side = middle ? 2 ** (Math.round(Math.log2(middle) * 2) / 2) : Infinity;
    SIDES.set(features, side);
  }
  return side;
}

/** From this side on, in pixels, lines have their full strength. */
const ROOMY_PIXELS = 56;

/**
 * @param {Feature[]} features @param {number} pixelsPerUnit
 * @returns {number} strength of lines around such polygons, 0.2 to 1
 */
export function lineStrength(features, pixelsPerUnit) {
  return Math.max(0.2, Math.min(1, (middlingSide(features) * pixelsPerUnit) / ROOMY_PIXELS));
}
