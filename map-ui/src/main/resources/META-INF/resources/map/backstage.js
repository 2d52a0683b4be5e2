// @ts-check
/** @typedef {import('./canvas-tiles.js').CanvasTiles} CanvasTiles */

/** How long a sheet waits for a quiet moment before it is laid all the same. */
const PATIENCE_MILLISECONDS = 1500;

/**
 * Sheets that are wanted soon but are not in sight. They are laid one after the other when the browser has
 * nothing better to do, so that what is in sight comes first and stays fluent.
 */
export class Backstage {
  /** @param {import('leaflet').Map} map */
  constructor(map) {
    this.map = map;
    /** @type {Set<CanvasTiles>} */
    this.waiting = new Set();
    this.moment = 0;
  }

  /** @param {CanvasTiles} tiles */
  add(tiles) {
    this.waiting.add(tiles);
  }

  /** @param {CanvasTiles} tiles */
  forget(tiles) {
    this.waiting.delete(tiles);
  }

  /** Begins: what is in sight is there. */
  begin() {
    cancelIdleCallback(this.moment);
    this.moment = requestIdleCallback(() => {
      const [tiles] = this.waiting;
      if (!tiles) return;
      this.waiting.delete(tiles);
      tiles.once('load', () => this.begin());
      tiles.addTo(this.map);
    }, { timeout: PATIENCE_MILLISECONDS });
  }

  /** Lays all at once: they are in sight now. */
  raise() {
    cancelIdleCallback(this.moment);
    for (const tiles of this.waiting) tiles.addTo(this.map);
    this.waiting.clear();
  }

  clear() {
    cancelIdleCallback(this.moment);
    this.waiting.clear();
  }
}
