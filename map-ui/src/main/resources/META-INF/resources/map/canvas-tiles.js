// @ts-check
import { GridLayer } from 'leaflet';
import { TILE_PIXELS } from './tile-size.js';

/** @typedef {import('./mvt.js').Tile} Tile */
/** @typedef {import('./paint.js').Brush} Brush */
/** @typedef {(tile: Tile, brush: Brush) => void} Painter */

/** A Leaflet layer of canvas tiles drawn by a painter from the decoded tiles of a store. */
export class CanvasTiles extends GridLayer {
  /**
   * @param {import('./tile-store.js').TileStore} store
   * @param {Painter} painter
   * @param {import('leaflet').GridLayerOptions} [options]
   */
  constructor(store, painter, options = {}) {
    super({ tileSize: TILE_PIXELS, updateWhenZooming: false, keepBuffer: 1, ...options });
    this.store = store;
    this.painter = painter;
    /** How the painter was set, for whoever changes it. */
    this.ink = 0;
  }

  /**
   * @param {import('leaflet').Coords} coords
   * @param {import('leaflet').DoneCallback} done
   * @returns {HTMLCanvasElement}
   */
  createTile(coords, done) {
    const canvas = document.createElement('canvas');
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    canvas.width = canvas.height = TILE_PIXELS * ratio;
    // A tile of 512 pixels shows at map zoom z what the scheme calls zoom z − 1.
    const source = this.store.source(coords.z - 1, coords.x, coords.y);
    this.store.tile(source.z, source.x, source.y).then(
      (tile) => {
        if (tile) this.draw(canvas, ratio, tile, source, coords.z);
        done(undefined, canvas);
      },
      (error) => done(error, canvas),
    );
    return canvas;
  }

  /**
   * Draws the tiles in sight again where they stand, without reading them anew: nothing blinks.
   * @param {(tile: Tile) => boolean} [changed] which of them look other than before; all when not given
   */
  repaint(changed) {
    for (const { el, coords, current } of Object.values(/** @type {any} */ (this)._tiles)) {
      if (!current) continue;
      const canvas = /** @type {HTMLCanvasElement} */ (el);
      const source = this.store.source(coords.z - 1, coords.x, coords.y);
      void this.store.tile(source.z, source.x, source.y).then((tile) => {
        if (changed && !(tile && changed(tile))) return;
        const ratio = canvas.width / TILE_PIXELS;
        canvas.getContext('2d')?.reset();
        if (tile) this.draw(canvas, ratio, tile, source, coords.z);
      });
    }
  }

  /**
   * @param {HTMLCanvasElement} canvas @param {number} ratio @param {Tile} tile
   * @param {{scale: number, left: number, top: number}} source @param {number} zoom
   */
  draw(canvas, ratio, tile, source, zoom) {
    const context = canvas.getContext('2d');
    if (!context) return;
    context.scale(ratio, ratio);
    const extent = Object.values(tile)[0]?.extent ?? 4096;
    this.painter(tile, {
      context,
      zoom,
      size: TILE_PIXELS,
      fit: {
        scale: (TILE_PIXELS * source.scale) / extent,
        dx: -source.left * TILE_PIXELS,
        dy: -source.top * TILE_PIXELS,
      },
    });
  }
}
