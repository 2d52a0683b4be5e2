// @ts-check
import { lineStrength } from './density.js';
import { hatchPattern } from './hatch.js';
import { fillAll, strokeAll } from './paint.js';
import {
  ARC_COLOURS, ARC_WEIGHTS, AREA_LINE, CONFLICT, UNIT_TINTS, UNIT_TINT_OPACITY, department, lineScale,
} from './palette.js';

/** @typedef {import('./canvas-tiles.js').Painter} Painter */
/** @typedef {import('../server/types.js').Layer} Layer */

/** Ink of a hatch that stands alone. */
const FULL_HATCH = 0.24;

/**
 * How strongly a layer is hatched: one that is looked at fully and the others not at all; else all,
 * and the more there are the fainter, for six hatches over one another are only grey.
 * @param {{chosen: boolean, anyChosen: boolean, count: number}} place
 */
export function hatchInk({ chosen, anyChosen, count }) {
  if (anyChosen) return chosen ? FULL_HATCH : 0;
  return Math.round((FULL_HATCH / Math.max(1, count) ** 0.6) * 100) / 100;
}

/**
 * Cells as a department drew them: hatch and border in its colour; the area layer as a strong plain
 * border.
 * @param {Pick<Layer, 'role'|'hue'>} layer
 * @param {number} ink of the hatch, 0 to 1
 * @returns {Painter}
 */
export function cellPainter(layer, ink) {
  if (layer.role === 'AREA') {
    return (tile, brush) => {
      const cells = tile.cell?.features ?? [];
      const scale = lineScale(brush.zoom);
      strokeAll(brush, cells, { colour: '#ffffff', width: (ARC_WEIGHTS.area + 2) * scale, alpha: 0.5 });
      strokeAll(brush, cells, { colour: AREA_LINE, width: ARC_WEIGHTS.area * scale });
    };
  }
  const { line, hatch } = department(layer.hue);
  return (tile, brush) => {
    const { context } = brush;
    const cells = tile.cell?.features ?? [];
    if (ink > 0) {
      context.save();
      context.globalAlpha = ink * 0.18;
      fillAll(brush, cells, line);
      context.globalAlpha = ink * lineStrength(cells, brush.fit.scale);
      fillAll(brush, cells, hatchPattern(context, hatch, line));
      context.restore();
    }
    const strength = lineStrength(cells, brush.fit.scale);
    strokeAll(brush, cells, {
      colour: line, width: 1.5 * lineScale(brush.zoom) * Math.sqrt(strength), alpha: 0.15 + 0.75 * strength,
    });
  };
}

/** @type {Painter} Units lightly tinted, each border once, weighted by who stands behind it. */
export const paintMosaic = (tile, brush) => {
  const units = tile.unit?.features ?? [];
  const { context } = brush;
  context.save();
  context.globalAlpha = UNIT_TINT_OPACITY;
  UNIT_TINTS.forEach((tint, n) => {
    fillAll(brush, units.filter((f) => Number(f.properties.n ?? 0) % UNIT_TINTS.length === n), tint);
  });
  context.restore();

  const arcs = tile.arc?.features ?? [];
  const isArea = (/** @type {import('./mvt.js').Feature} */ f) =>
    f.properties.area === true || f.properties.outer === true;
  const scale = lineScale(brush.zoom);
  const single = arcs.filter((f) => !isArea(f) && Number(f.properties.layers) < 2);
  const shared = arcs.filter((f) => !isArea(f) && Number(f.properties.layers) >= 2);
  const area = arcs.filter(isArea);
  const strength = lineStrength(units, brush.fit.scale);
  const inner = { alpha: 0.2 + 0.8 * strength, thin: scale * Math.sqrt(strength) };
  strokeAll(brush, single, { colour: ARC_COLOURS.single, width: ARC_WEIGHTS.single * inner.thin, alpha: inner.alpha });
  strokeAll(brush, shared, { colour: ARC_COLOURS.shared, width: ARC_WEIGHTS.shared * inner.thin, alpha: inner.alpha });
  strokeAll(brush, area, { colour: '#ffffff', width: (ARC_WEIGHTS.area + 2) * scale, alpha: 0.5 });
  strokeAll(brush, area, { colour: ARC_COLOURS.area, width: ARC_WEIGHTS.area * scale });
};

const CONFLICT_INK = 0.3;

/**
 * Where departments disagree: one flat tint however many disagreements lie over one another. Far out,
 * outlines would cover the grid itself.
 * @param {{kind: string|null, layer: string|null}} filter which of them, null for all
 * @returns {Painter}
 */
export function conflictPainter({ kind, layer }) {
  return (tile, brush) => {
    const { context, size, zoom } = brush;
    const some = (tile.conflict?.features ?? []).filter(({ properties }) =>
      (kind === null || properties.kind === kind)
      && (layer === null || String(properties.layers).split('|').includes(layer)));
    if (!some.length) return;
    context.save();
    fillAll(brush, some, CONFLICT.fill);
    context.globalCompositeOperation = 'destination-in';
    context.globalAlpha = zoom < 14 ? CONFLICT_INK * 1.3 : CONFLICT_INK;
    context.fillRect(0, 0, size, size);
    context.restore();
    strokeAll(brush, some, { colour: CONFLICT.line, width: zoom < 14 ? 0.5 : 0.9, alpha: zoom < 14 ? 0.35 : 0.6 });
  };
}
