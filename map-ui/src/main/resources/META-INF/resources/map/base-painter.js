// @ts-check
import { fillAll, strokeAll } from './paint.js';
import { BASE } from './palette.js';

/** @typedef {import('./mvt.js').Feature} Feature */
/** @typedef {import('./canvas-tiles.js').Painter} Painter */

/** Width of a road of each class at map zoom 16, in pixels. */
const ROAD_WIDTH = { 1: 11, 2: 7, 3: 4.2 };
/** Farther out than this a class is left away. */
const ROAD_FROM_ZOOM = { 1: 10, 2: 12, 3: 14 };
const BUILDINGS_FROM_ZOOM = 16;

/** @param {1|2|3} roadClass @param {number} zoom */
function roadWidth(roadClass, zoom) {
  return Math.max(0.8, ROAD_WIDTH[roadClass] * 2 ** ((zoom - 16) * 0.8));
}

/** @type {Painter} Paper, water, compounds, railways, three classes of road, buildings. */
export const paintBase = (tile, brush) => {
  const { zoom } = brush;
  const compounds = tile.compound?.features ?? [];
  fillAll(brush, compounds.filter((f) => f.properties.age === 'NEW'), BASE.compoundNew);
  fillAll(brush, compounds.filter((f) => f.properties.age !== 'NEW'), BASE.compoundOld);
  if (zoom >= 15) strokeAll(brush, compounds, { colour: BASE.compoundLine, width: 0.8 });

  const water = tile.water?.features ?? [];
  fillAll(brush, water, BASE.water);
  strokeAll(brush, water, { colour: BASE.waterLine, width: 0.8 });

  paintRoads(tile.road?.features ?? [], brush);

  paintBarriers(tile.barrier?.features ?? [], brush);

  const railways = tile.railway?.features ?? [];
  const rail = Math.max(1.2, 2.6 * 2 ** ((zoom - 16) * 0.5));
  strokeAll(brush, railways, { colour: BASE.railway, width: rail, cap: 'butt' });
  strokeAll(brush, railways, { colour: '#fff', width: rail * 0.5, dash: [rail * 4, rail * 4], cap: 'butt' });

  if (zoom >= BUILDINGS_FROM_ZOOM) {
    const buildings = tile.building?.features ?? [];
    fillAll(brush, buildings, BASE.building);
    strokeAll(brush, buildings, { colour: BASE.buildingLine, width: 0.7 });
  }
  paintDivisions(tile, brush);
};

/** @param {Feature[]} roads @param {import('./paint.js').Brush} brush */
function paintRoads(roads, brush) {
  const { zoom } = brush;
  const classes = /** @type {const} */ ([3, 2, 1]).filter((c) => zoom >= ROAD_FROM_ZOOM[c]);
  const paths = roads.filter((f) => Number(f.properties.class) > 3);
  strokeAll(brush, paths, { colour: BASE.path, width: zoom < 17 ? 0.9 : 1.4, dash: [4, 3], cap: 'butt' });
  // All casings first, so that crossings stay open.
  for (const c of classes) {
    const width = roadWidth(c, zoom);
    const some = roads.filter((f) => f.properties.class === c);
    strokeAll(brush, some, { colour: BASE.roadCasing, width: width + (width > 3 ? 2 : 1) });
  }
  for (const c of classes) {
    const width = roadWidth(c, zoom);
    if (width < 1.6) continue;
    strokeAll(brush, roads.filter((f) => f.properties.class === c), { colour: BASE.road, width });
  }
}

/** Streams as thin water, walls as thin dark lines. @param {Feature[]} barriers @param {import('./paint.js').Brush} brush */
function paintBarriers(barriers, brush) {
  const width = Math.max(0.8, 2 * 2 ** ((brush.zoom - 16) * 0.5));
  strokeAll(brush, barriers.filter((f) => f.properties.kind === 'RIVER'), { colour: BASE.waterLine, width: width * 1.6 });
  strokeAll(brush, barriers.filter((f) => f.properties.kind === 'RAILWAY'), { colour: BASE.railway, width, cap: 'butt' });
  strokeAll(brush, barriers.filter((f) => f.properties.kind === 'WALL'), { colour: BASE.wall, width: width * 0.7 });
}

/** @param {import('./mvt.js').Tile} tile @param {import('./paint.js').Brush} brush */
function paintDivisions(tile, brush) {
  strokeAll(brush, tile.community?.features ?? [], {
    colour: BASE.community, width: 1, dash: [2, 4], alpha: 0.35,
  });
  strokeAll(brush, tile.subdistrict?.features ?? [], {
    colour: BASE.community, width: brush.zoom < 14 ? 4 : 7, alpha: 0.09,
  });
}
