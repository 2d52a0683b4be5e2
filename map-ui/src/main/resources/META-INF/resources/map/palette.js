// @ts-check
/** Every colour of the map, in one place. Pure. Contrast is checked by a test. */

export const PAPER = '#f3f0e8';
export const INK = '#1d2733';
export const ACCENT = '#1f5fbf';

export const BASE = {
  water: '#bcd3e2',
  waterLine: '#a5c2d5',
  roadCasing: '#ddd6c8',
  road: '#fffdf8',
  path: '#c9b892',
  railway: '#b9b2a4',
  wall: '#8d8271',
  building: '#ddd5c5',
  buildingLine: '#c6bca8',
  compoundNew: '#e9efe0',
  compoundOld: '#efe7d6',
  compoundLine: '#ddd4c0',
  community: '#23406e',
  roadText: '#867c6b',
  compoundText: '#6b6350',
  placeText: '#5b6775',
};

/**
 * Departments: the Okabe–Ito colours, darkened where needed so that each line stands at least 3 : 1 on
 * paper. Colour never speaks alone: each has its own hatch, and a letter.
 */
export const DEPARTMENTS = [
  { line: '#0072b2', hatch: 'rising' },
  { line: '#c24f00', hatch: 'falling' },
  { line: '#007f5f', hatch: 'level' },
  { line: '#a8487f', hatch: 'dots' },
  { line: '#94690a', hatch: 'upright' },
  { line: '#5a50a8', hatch: 'cross' },
];

/** The official area: the strongest line, never hatched. */
export const AREA_LINE = '#23406e';

/** Tints by which neighbouring units differ; laid on paper at {@link UNIT_TINT_OPACITY}. */
export const UNIT_TINTS = ['#9fc3d8', '#e3c98a', '#a9cfa6', '#dcb3b3', '#b9b8dd', '#c9c7a0'];
export const UNIT_TINT_OPACITY = 0.23;

/** Three weights of border in pixels at zoom 16, thinner farther out. */
export const ARC_WEIGHTS = { area: 2.6, shared: 1.6, single: 0.8 };
export const ARC_COLOURS = { area: '#23406e', shared: '#3d64a0', single: '#5b7db1' };

export const CONFLICT = { line: '#b3261e', fill: '#e0733a' };

/** @param {number} hue index a layer carries @returns {{line: string, hatch: string}} */
export function department(hue) {
  return DEPARTMENTS[((hue % DEPARTMENTS.length) + DEPARTMENTS.length) % DEPARTMENTS.length];
}

/**
 * How much thinner lines are drawn away from zoom 16.
 * @param {number} zoom
 */
export function lineScale(zoom) {
  return Math.max(0.5, Math.min(1.25, 1 + (zoom - 16) * 0.125));
}

/** @param {string} colour '#rrggbb' @returns {number} relative luminance, 0 to 1 (WCAG 2) */
function luminance(colour) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(colour.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} a @param {string} b @returns {number} contrast ratio, 1 to 21 (WCAG 2) */
export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Who is reached: one hue from near to far, one strong colour for whoever is left out. Nothing else on
 * the map is so blue or so red.
 */
export const COVERAGE = {
  bands: ['#5f94d6', '#94bbe6', '#c4daf1', '#dfeaf7'],
  bandOpacity: 0.62,
  edge: '#1f5fbf',
  left: '#c8321f',
  leftLine: '#7d1a0e',
  won: '#1b7a4b',
  unknown: '#6d4b00',
  way: '#101820',
};

/** Kinds of stations: a letter in a disc, so that colour never speaks alone. */
export const STATION_COLOURS = ['#1f5fbf', '#8a3f8f', '#0b6e6e', '#94530a', '#4a5a12', '#5a50a8', '#7a3b3b'];
