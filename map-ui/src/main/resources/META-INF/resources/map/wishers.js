// @ts-check
/** Which labels each layer would like to have. */
import { BASE, department } from './palette.js';
import { labelSpot, lineSpot } from './place-labels.js';

/** @typedef {import('./mvt.js').Feature} Feature */
/** @typedef {import('./label-layer.js').Wisher} Wisher */
/** @typedef {import('./label-layer.js').LabelStyle} LabelStyle */

export const MAP_FONT =
  '"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif';

/** @param {number} weight @param {number} size @param {string} colour @param {Partial<LabelStyle>} [more] @returns {LabelStyle} */
const style = (weight, size, colour, more) => ({
  font: `${weight} ${size}px ${MAP_FONT}`, size, colour, ...more,
});

const STYLES = {
  subdistrict: style(700, 16, BASE.community, { spacing: '4px' }),
  community: style(700, 13, BASE.community, { spacing: '1px' }),
  compound: style(400, 11, BASE.compoundText),
  road: style(400, 11, BASE.roadText, { halo: 'rgba(255,253,248,0.9)' }),
  place: style(400, 11, BASE.placeText, { dot: BASE.placeText }),
  unit: style(700, 12, '#1d2733'),
};

/** @type {WeakMap<Feature, ReturnType<typeof labelSpot>>} spots are worked out once a feature */
const SPOTS = new WeakMap();

/** @param {Feature} feature */
function spot(feature) {
  let found = SPOTS.get(feature);
  if (found === undefined) {
    found = labelSpot(feature.parts);
    SPOTS.set(feature, found);
  }
  return found;
}

/**
 * @param {Feature[]|undefined} features
 * @param {(feature: Feature, spot: {x: number, y: number, width: number, height: number, area: number}) => import('./label-layer.js').Wish|null} wish
 */
function forPolygons(features, wish) {
  const wishes = [];
  for (const feature of features ?? []) {
    const at = spot(feature);
    const made = at && wish(feature, at);
    if (made) wishes.push(made);
  }
  return wishes;
}

/** @type {Wisher} */
export const baseLabels = (tile, zoom) => [
  ...(zoom < 13
    ? forPolygons(tile.subdistrict?.features, (f, at) => ({
        key: `s${f.properties.code}`, text: String(f.properties.name ?? ''), x: at.x, y: at.y,
        area: at.area, order: 1, style: STYLES.subdistrict,
      }))
    : []),
  ...(zoom >= 13 && zoom < 18
    ? forPolygons(tile.community?.features, (f, at) => ({
        key: `c${f.properties.code}`, text: String(f.properties.name ?? ''), x: at.x, y: at.y,
        room: at.width, area: at.area, order: 2, style: STYLES.community,
      }))
    : []),
  ...(zoom >= 16 ? placeLabels(tile.place?.features ?? []) : []),
  ...(zoom >= 14 ? roadLabels(tile.road?.features ?? [], zoom) : []),
  ...(zoom >= 16
    ? forPolygons(tile.compound?.features, (f, at) => ({
        key: `p${f.properties.name}`, text: String(f.properties.name ?? ''), x: at.x, y: at.y,
        room: at.width, area: at.area, order: 60, style: STYLES.compound,
      }))
    : []),
];

/** @param {Feature[]} places */
function placeLabels(places) {
  return places.filter((f) => f.parts[0]).map((f) => ({
    key: `k${f.properties.kind}${f.properties.name}`, text: String(f.properties.name ?? ''),
    x: f.parts[0][0], y: f.parts[0][1], order: 40, style: STYLES.place, shift: 11,
  }));
}

/** @param {Feature[]} roads @param {number} zoom */
function roadLabels(roads, zoom) {
  const wishes = [];
  for (const road of roads) {
    const name = String(road.properties.name ?? '');
    const roadClass = Number(road.properties.class);
    if (!name || (roadClass === 2 && zoom < 15) || (roadClass === 3 && zoom < 17)) continue;
    // About a text's width in tile units at the zoom of the tile.
    const width = (name.length * 12 * 4096) / 512;
    for (const part of road.parts) {
      const at = lineSpot(part, width);
      if (at) {
        wishes.push({
          key: `r${name}`, text: name, x: at.x, y: at.y, angle: at.angle, apart: 420,
          order: 30 + roadClass, style: STYLES.road,
        });
      }
    }
  }
  return wishes;
}

/**
 * A department's cells: its letter and the cell's name or code.
 * @param {Pick<import('../server/types.js').Layer, 'id'|'role'|'letter'|'hue'|'rank'>} layer
 * @param {{line: number, fromZoom: number}} place which line of a stack of departments, counted from its
 *   middle; nothing is written farther out than {@code fromZoom}
 * @returns {Wisher}
 */
export function cellLabels(layer, { line, fromZoom }) {
  if (layer.role === 'AREA') return () => [];
  const cell = style(400, 11, department(layer.hue).line);
  return (tile, zoom) =>
    zoom < fromZoom
      ? []
      : forPolygons(tile.cell?.features, (f, at) => ({
          key: `${layer.id}/${f.properties.code}`,
          text: String((zoom >= 17 ? f.properties.name || f.properties.code : f.properties.code) ?? ''),
          badge: layer.letter, x: at.x, y: at.y, room: at.width * ROOM, area: at.area,
          shift: line * 19, tall: at.height, order: 10 + layer.rank, style: cell,
        }));
}

/** How much of a cell's width its label may take. */
const ROOM = 0.75;

/** @param {(people: number) => string} peopleWords @returns {Wisher} */
export function unitLabels(peopleWords) {
  return (tile, zoom) =>
    zoom < 15
      ? []
      : forPolygons(tile.unit?.features, (f, at) =>
          Number(f.properties.people) > 0
            ? {
                key: `u${f.properties.id}`, text: peopleWords(Number(f.properties.people)),
                x: at.x, y: at.y, room: at.width, area: at.area, order: 20, style: STYLES.unit,
              }
            : null);
}
