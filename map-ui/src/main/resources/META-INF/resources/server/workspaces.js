// @ts-check
import { getJson, query, write } from './http.js';

/** @typedef {import('./types.js').Id} Id */
/** @typedef {import('./types.js').Workspace} Workspace */
/** @typedef {import('./types.js').Layer} Layer */
/** @typedef {import('./types.js').FindingPage} FindingPage */

/** @param {Id} id */
const at = (id) => `/api/workspaces/${encodeURIComponent(id)}`;

/** @returns {Promise<Workspace[]>} */
export const listWorkspaces = () => getJson('/api/workspaces');
/** @param {Id} id @returns {Promise<Workspace>} */
export const readWorkspace = (id) => getJson(at(id));
/** @param {string} name @returns {Promise<Workspace>} */
export const createWorkspace = (name) => write('POST', '/api/workspaces', { name });
/**
 * Takes a workspace away as it is now; its version is read for that.
 * @param {Id} id
 */
export async function deleteWorkspace(id) {
  await readWorkspace(id);
  await write('DELETE', at(id));
}

/** @param {Id} workspace @returns {Promise<Layer[]>} area first, then by rank */
export const listLayers = (workspace) => getJson(`${at(workspace)}/layers`);
/** @param {Id} workspace @param {Id[]} ids @returns {Promise<Layer[]>} */
export const orderLayers = (workspace, ids) => write('PUT', `${at(workspace)}/layers/order`, { ids });
/** @param {Id} workspace @param {Id} layer */
export const deleteLayer = (workspace, layer) => write('DELETE', `${at(workspace)}/layers/${layer}`);

/**
 * @param {Id} workspace
 * @param {Id} layer
 * @param {{code?: string|null, limit?: number, offset?: number}} page
 * @param {AbortSignal} [signal]
 * @returns {Promise<FindingPage>}
 */
export const layerFindings = (workspace, layer, page, signal) =>
  getJson(`${at(workspace)}/layers/${layer}/findings${query(page)}`, signal);

/**
 * Hands in one layer.
 * @param {Id} workspace
 * @param {{files: File[], name: string, role: string, code: string, crs: string}} sheet
 * @returns {Promise<{jobId: Id}>}
 */
export function uploadLayer(workspace, sheet) {
  const form = new FormData();
  for (const file of sheet.files) form.append('files', file, file.name);
  form.append('name', sheet.name);
  form.append('role', sheet.role);
  // Who works on the page reads the findings: departments hand in what they have.
  form.append('mend', 'true');
  if (sheet.code) form.append('code', sheet.code);
  if (sheet.crs) form.append('crs', sheet.crs);
  return write('POST', `${at(workspace)}/layers`, form);
}

/** What of the ground can be handed in by itself; it takes the place of what was there. */
export const GROUND_PARTS = ['ROADS', 'BARRIERS', 'CROSSINGS', 'COMPOUNDS', 'GATES', 'BUILDINGS', 'STATIONS', 'BORDERS'];

/**
 * @typedef {object} GroundPart a part of the ground as it stands
 * @property {string} part one of {@link GROUND_PARTS}
 * @property {number} things @property {string|null} file @property {string|null} handedInAt
 * @property {string|null} handedInBy @property {{error: number, warning: number, info: number}} findings
 */

/** @param {Id} workspace @param {AbortSignal} [signal] @returns {Promise<GroundPart[]>} */
export const listGround = (workspace, signal) => getJson(`${at(workspace)}/ground`, signal);
/**
 * @param {Id} workspace @param {string} part
 * @param {{code?: string|null, limit?: number, offset?: number}} page @param {AbortSignal} [signal]
 * @returns {Promise<FindingPage>}
 */
export const groundFindings = (workspace, part, page, signal) =>
  getJson(`${at(workspace)}/ground/${part}/findings${query(page)}`, signal);

/**
 * Hands in one part of the ground.
 * @param {Id} workspace @param {string} part one of {@link GROUND_PARTS}
 * @param {{files: File[], crs: string}} sheet
 * @returns {Promise<{jobId: Id}>}
 */
export function uploadGround(workspace, part, sheet) {
  const form = new FormData();
  for (const file of sheet.files) form.append('files', file, file.name);
  if (sheet.crs) form.append('crs', sheet.crs);
  return write('POST', `${at(workspace)}/ground/${part}`, form);
}

/** Address template of the base map's tiles. @param {Id} workspace */
export const baseTiles = (workspace) => `${at(workspace)}/tiles/base/{z}/{x}/{y}`;
/** @param {Id} workspace @param {Id} layer */
export const layerTiles = (workspace, layer) => `${at(workspace)}/tiles/layer/${layer}/{z}/{x}/{y}`;
