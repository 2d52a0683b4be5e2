// @ts-check
import { getJson, query, write } from './http.js';

/** @typedef {import('./types.js').Id} Id */

/**
 * @param {Id} workspace
 * @param {{areaLayerId: Id|null, layerIds: Id[], ranks: number[]|null, toleranceMetres: number|null, wholeCompounds: boolean}} order
 * @returns {Promise<{jobId: Id}>}
 */
export const startMerge = (workspace, order) =>
  write('POST', `/api/workspaces/${workspace}/merges`, order);
/** @param {Id} workspace @returns {Promise<import('./types.js').MosaicEntry[]>} newest first */
export const listMosaics = (workspace) => getJson(`/api/workspaces/${workspace}/mosaics`);
/** @param {Id} id @returns {Promise<import('./types.js').Mosaic>} */
export const readMosaic = (id) => getJson(`/api/mosaics/${id}`);
/**
 * @param {Id} id
 * @param {{kind?: string|null, layer?: string|null, limit?: number, offset?: number}} page
 * @param {AbortSignal} [signal]
 * @returns {Promise<import('./types.js').ConflictPage>} most people first
 */
export const listConflicts = (id, page, signal) =>
  getJson(`/api/mosaics/${id}/conflicts${query(page)}`, signal);
/**
 * @param {Id} id
 * @param {{code?: string|null, limit?: number, offset?: number}} page
 * @param {AbortSignal} [signal]
 * @returns {Promise<import('./types.js').FindingPage>}
 */
export const mosaicFindings = (id, page, signal) =>
  getJson(`/api/mosaics/${id}/findings${query(page)}`, signal);
/**
 * @param {Id} id @param {number} lon @param {number} lat @param {AbortSignal} [signal]
 * @returns {Promise<import('./types.js').Place>}
 */
export const placeAt = (id, lon, lat, signal) =>
  getJson(`/api/mosaics/${id}/at${query({ lon: lon.toFixed(9), lat: lat.toFixed(9) })}`, signal);
/** @param {Id} id */
export const mosaicTiles = (id) => `/api/mosaics/${id}/tiles/{z}/{x}/{y}`;
/** @param {Id} id @param {string} file */
export const mosaicFile = (id, file) => `/api/mosaics/${id}/files/${file}`;
/** What can be taken home from a merge. */
export const MOSAIC_FILES = ['units.geojson', 'crosswalk.csv', 'conflicts.geojson', 'findings.csv', 'report.json'];
