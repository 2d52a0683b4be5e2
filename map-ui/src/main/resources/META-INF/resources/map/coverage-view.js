// @ts-check
import { latLng, polyline } from 'leaflet';
import { coverageTiles } from '../server/coverages.js';
import { CanvasTiles } from './canvas-tiles.js';
import { bandPainter, servedPainter } from './coverage-painter.js';
import { ACCENT, COVERAGE } from './palette.js';
import { TileStore } from './tile-store.js';

/** An answer on the map: its bands over the ground, its buildings, the ways of people. */
export class CoverageView {
  /**
   * @param {import('./map-view.js').MapView} map
   * @param {{id: import('../server/types.js').Id, limits: number[], own: number}} coverage limits in seconds, rising
   */
  constructor(map, { id, limits, own }) {
    this.map = map;
    this.sheet = map.sheet(new TileStore(coverageTiles(id)), bandPainter(limits, own), 'bands');
    this.sheet.tiles.addTo(map.map);
    this.served = new CanvasTiles(this.sheet.store, servedPainter(new Map(), 'all'), { pane: 'served' });
    this.served.addTo(map.map);
    /** @type {Map<string, number>} */
    this.changed = new Map();
    /** @type {import('./coverage-painter.js').Field} */
    this.field = 'all';
    this.due = false;
    this.gone = false;
  }

  /**
   * Which buildings stand out. Painted after the frame that is due, so that the figures are seen first, and
   * only once however many answers came meanwhile.
   * @param {Map<string, number>} changed @param {import('./coverage-painter.js').Field} field
   */
  mark(changed, field) {
    if (field === this.field && same(changed, this.changed)) return;
    this.field = field;
    this.changed = changed;
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => setTimeout(() => {
      this.due = false;
      if (this.gone) return;
      this.served.painter = servedPainter(this.changed, this.field);
      this.served.repaint();
    }));
  }

  remove() {
    this.gone = true;
    this.served.remove();
    this.map.drop(this.sheet);
  }
}

/** @param {Map<string, number>} a @param {Map<string, number>} b */
const same = (a, b) => a.size === b.size && [...a].every(([code, state]) => b.get(code) === state);

/**
 * Draws how somebody walks, from door to door; broken when it is too far.
 * @param {import('./map-view.js').MapView} map @param {[number, number][]} way lon and lat @param {boolean} within
 */
export function drawWay(map, way, within) {
  const line = way.map(([lon, lat]) => latLng(lat, lon));
  const common = { pane: 'marks', interactive: false };
  polyline(line, { ...common, color: '#ffffff', weight: 7, opacity: 0.9 }).addTo(map.marks);
  polyline(line, { ...common, color: within ? ACCENT : COVERAGE.left, weight: 3.5, dashArray: within ? undefined : '7 6' }).addTo(map.marks);
}
