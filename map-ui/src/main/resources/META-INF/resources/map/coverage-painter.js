// @ts-check
import { fillAll, strokeAll } from './paint.js';
import { COVERAGE } from './palette.js';

/** @typedef {import('./canvas-tiles.js').Painter} Painter */
/** @typedef {import('./mvt.js').Feature} Feature */

/** Which buildings stand out: all that are left out, or one field of the radius against the network. */
/** @typedef {'all'|'both'|'paperOnly'|'footOnly'|'neither'} Field */

const COVERED = 0;
const NOT_COVERED = 1;
const UNKNOWN = 2;

/** Which of four fields a building is in. @param {number} state @param {boolean} paper @returns {'both'|'paperOnly'|'footOnly'|'neither'|'unknown'} */
export function fieldOf(state, paper) {
  if (state === UNKNOWN) return 'unknown';
  if (state === COVERED) return paper ? 'both' : 'footOnly';
  return paper ? 'paperOnly' : 'neither';
}

/**
 * Bands light to dark, each only where no nearer one lies; nothing else on the map is blue.
 * @param {number[]} limits in seconds, rising; the answer's own is outlined
 * @param {number} own
 * @returns {Painter}
 */
export function bandPainter(limits, own) {
  return (tile, brush) => {
    const { context } = brush;
    const bands = tile.band?.features ?? [];
    context.save();
    // From the widest to the nearest, each put in the place of what lies under it.
    for (let i = limits.length - 1; i >= 0; i--) {
      const band = bands.filter((f) => Number(f.properties.n) === limits[i]);
      context.globalCompositeOperation = 'destination-out';
      context.globalAlpha = 1;
      fillAll(brush, band, '#000');
      context.globalCompositeOperation = 'source-over';
      context.globalAlpha = COVERAGE.bandOpacity;
      fillAll(brush, band, COVERAGE.bands[Math.min(i, COVERAGE.bands.length - 1)]);
    }
    context.restore();
    const edge = bands.filter((f) => Number(f.properties.n) === own);
    strokeAll(brush, edge, { colour: COVERAGE.edge, width: brush.zoom < 13 ? 0.7 : 1.2, alpha: 0.75 });
  };
}

/**
 * Buildings: those that are left out in one strong colour, unknown ones hollow; the rest as the base
 * map draws them.
 * @param {Map<string, number>} changed the states that were tried, by code
 * @param {Field} field
 * @returns {Painter}
 */
export function servedPainter(changed, field) {
  return (tile, brush) => {
    const buildings = tile.served?.features ?? [];
    /** @type {Feature[]} */
    const strong = [];
    /** @type {Feature[]} */
    const unknown = [];
    /** @type {Feature[]} */
    const won = [];
    for (const building of buildings) {
      const before = Number(building.properties.state ?? COVERED);
      const state = changed.get(String(building.properties.code)) ?? before;
      const paper = building.properties.paper === true;
      if (field === 'all' ? state === NOT_COVERED : fieldOf(state, paper) === field) strong.push(building);
      else if (state === UNKNOWN && field === 'all') unknown.push(building);
      else if (state === COVERED && before !== COVERED && field === 'all') won.push(building);
    }
    // Red is for those who are left out; a field of people who are reached is as dark as the edge of the bands.
    const reached = field === 'both' || field === 'footOnly';
    fillAll(brush, strong, reached ? COVERAGE.edge : COVERAGE.left);
    fillAll(brush, won, COVERAGE.won);
    strokeAll(brush, unknown, { colour: COVERAGE.unknown, width: 1.2, dash: [3, 2] });
    if (brush.zoom >= 16) strokeAll(brush, strong, { colour: reached ? COVERAGE.edge : COVERAGE.leftLine, width: 0.8 });
  };
}
