// @ts-check
import { read } from '../server/http.js';
import { decodeTile } from './mvt.js';
import { Turns } from './turns.js';

/** @typedef {import('./mvt.js').Tile} Tile */

/** Shared by all stores: four of a browser's six connections. */
const TURNS = new Turns(4);

/**
 * Decoded tiles of one address template, each fetched once while it is among the last used. What is
 * deeper than the deepest zoom served is asked of the tile above it.
 */
export class TileStore {
  /**
   * @param {string} template with {z}, {x}, {y}
   * @param {{minZoom?: number, maxZoom?: number, most?: number}} [limits]
   */
  constructor(template, { minZoom = 9, maxZoom = 18, most = 220 } = {}) {
    this.template = template;
    this.minZoom = minZoom;
    this.maxZoom = maxZoom;
    this.most = most;
    /** @type {Map<string, {promise: Promise<Tile|null>, tile: Tile|null|undefined}>} */
    this.entries = new Map();
    this.abort = new AbortController();
    /** Smaller is fetched first. */
    this.rank = 0;
  }

  /** @param {number} z @param {number} x @param {number} y @returns {Promise<Tile|null>} null when empty */
  tile(z, x, y) {
    if (z < this.minZoom) return Promise.resolve(null);
    const key = `${z}/${x}/${y}`;
    let entry = this.entries.get(key);
    if (entry) {
      this.entries.delete(key);
      this.entries.set(key, entry);
      return entry.promise;
    }
    entry = { promise: Promise.resolve(null), tile: undefined };
    this.entries.set(key, entry);
    entry.promise = TURNS.take(() => this.fetch(z, x, y), () => this.rank).then(
      (tile) => (entry.tile = tile),
      (error) => {
        this.entries.delete(key);
        throw error;
      },
    );
    if (this.entries.size > this.most) this.entries.delete(this.entries.keys().next().value ?? '');
    return entry.promise;
  }

  /** The tile if it is here already. @param {number} z @param {number} x @param {number} y */
  loaded(z, x, y) {
    return this.entries.get(`${z}/${x}/${y}`)?.tile ?? null;
  }

  /** @param {number} z @param {number} x @param {number} y @returns {Promise<Tile|null>} */
  async fetch(z, x, y) {
    this.abort.signal.throwIfAborted();
    const path = this.template
      .replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
    const response = await read(path, this.abort.signal);
    if (response.status === 204) return null;
    return decodeTile(await response.arrayBuffer());
  }

  /**
   * Which served tile holds a wanted one, and how much of it.
   * @param {number} z @param {number} x @param {number} y
   * @returns {{z: number, x: number, y: number, scale: number, left: number, top: number}} scale:
   *   wanted tiles a side of the served one; left, top: which of them
   */
  source(z, x, y) {
    const depth = Math.max(0, z - this.maxZoom);
    const scale = 2 ** depth;
    const [sx, sy] = [Math.floor(x / scale), Math.floor(y / scale)];
    return { z: z - depth, x: sx, y: sy, scale, left: x - sx * scale, top: y - sy * scale };
  }

  /** Calls off what is under way. */
  close() {
    this.abort.abort();
    this.entries.clear();
  }
}
