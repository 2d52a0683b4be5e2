// @ts-check
import { getJson, query, write } from './http.js';

/** @typedef {import('./types.js').Id} Id */
/**
 * @typedef {object} Order what is asked; null is as usual
 * @property {number|null} [minutes] @property {number|null} [speedMetresPerSecond]
 * @property {string|null} [day] @property {string|null} [time] @property {string[]|null} [kinds]
 * @property {string|null} [item] @property {boolean|null} [qualifiedOnly]
 * @property {number|null} [radiusMetres] @property {number|null} [capacityPeople]
 */
/** @typedef {{covered: number, notCovered: number, unknown: number, all: number, share?: number}} Counts */
/** @typedef {{buildings: Counts, households: Counts, people: Counts}} Figures */
/** @typedef {Figures & {by: string, key: string, measure: 'STRAIGHT'|'DETOUR'|'NETWORK'}} Figure */
/**
 * @typedef {object} CoverageEntry
 * @property {Id} id @property {string} createdAt @property {string} createdBy @property {Order} scenario
 * @property {string} assumption @property {string} assumptionEn @property {number} people
 * @property {number} peopleCovered @property {number} peopleUnknown @property {number} buildings
 * @property {number} buildingsCovered @property {number} pockets
 */
/**
 * @typedef {object} Report the file report.json
 * @property {Figure[]} figures @property {Figure[]} radiusAgainstNetwork @property {Figure} [withRoom]
 * @property {{seconds: number, precision: number, recall: number, precisionBeforePatch: number, recallBeforePatch: number, patchedBuildings: number}[]} areas
 * @property {number} stations @property {number} stationsCounted @property {number} networkEdges
 * @property {Record<string, number>} findingsByCode
 */
/**
 * @typedef {object} Coverage
 * @property {Id} id @property {string} createdAt @property {string} createdBy @property {Order} scenario
 * @property {string} assumption @property {string} assumptionEn @property {number} limitSeconds
 * @property {string} networkVersion @property {string} placesVersion @property {number} pockets
 * @property {number} wallSeconds @property {Report} report @property {Record<string, string>} divisions
 */
/**
 * @typedef {object} Pocket
 * @property {number} seq @property {string} name @property {string} compoundCode @property {string} communityCode
 * @property {string} communityName @property {number} buildings @property {number} households
 * @property {number} people @property {string} station @property {number} seconds @property {number} metres
 * @property {string} straightStation @property {number} straightMetres @property {string} obstacle
 * @property {string} obstacleName @property {{lon: number, lat: number}} at
 */
/** @typedef {{total: number, items: Pocket[]}} PocketPage */
/**
 * @typedef {object} Station
 * @property {string} id @property {string} name @property {string} kind @property {number} lon
 * @property {number} lat @property {boolean} qualified @property {boolean} counts @property {number} people
 */
/** @typedef {{id: string, compound: string, lon: number, lat: number, residentsOnly: boolean}} Gate */
/**
 * @typedef {object} NearStation
 * @property {string} id @property {string} name @property {string} kind @property {number} seconds
 * @property {number} metres @property {boolean} within @property {[number, number][]} way
 */
/** @typedef {'COVERED'|'NOT_COVERED'|'UNKNOWN'} State */
/**
 * @typedef {object} BuildingAnswer
 * @property {{code: string, compound: string, community: string, households: number, people: number, state: State, straight: State, detour: State, reason: string, reasonEn: string, straightStation: string, straightMetres: number, outline: [number, number][]}|null} building
 * @property {NearStation[]} stations
 */
/** @typedef {{name: string, stations: number}} Choice */
/** @typedef {{kinds: Choice[], items: Choice[], stations: number, qualified: number}} Choices */
/**
 * @typedef {object} Wish all changes that are tried at once
 * @property {{station: string, lon: number, lat: number}[]} moves @property {{lon: number, lat: number}[]} adds
 * @property {string[]} closes @property {string[]} gates
 * @property {{lon: number, lat: number}[]} newGates near the walls that have none there
 */
/**
 * @typedef {object} WhatIf
 * @property {Figures} before @property {Figures} after @property {Figures|null} withRoom
 * @property {Gate[]} newGates as they stand in their walls
 * @property {{code: string, state: number}[]} changed @property {number} tookMicroseconds
 */

/** @param {Id} workspace @param {Order} order @returns {Promise<{jobId: Id}>} */
export const startCoverage = (workspace, order) => write('POST', `/api/workspaces/${workspace}/coverages`, order);
/** @param {Id} workspace @returns {Promise<CoverageEntry[]>} newest first */
export const listCoverages = (workspace) => getJson(`/api/workspaces/${workspace}/coverages`);
/** @param {Id} workspace @returns {Promise<Choices>} */
export const coverageChoices = (workspace) => getJson(`/api/workspaces/${workspace}/coverages/choices`);
/** @param {Id} id @returns {Promise<Coverage>} */
export const readCoverage = (id) => getJson(`/api/coverages/${id}`);
/** @param {Id} id @param {{community?: string|null, limit?: number, offset?: number}} page @param {AbortSignal} [signal] @returns {Promise<PocketPage>} */
export const listPockets = (id, page, signal) => getJson(`/api/coverages/${id}/pockets${query(page)}`, signal);
/** What was noticed about the ground. @param {Id} id @param {{code?: string|null, limit?: number, offset?: number}} page @param {AbortSignal} [signal] @returns {Promise<import('./types.js').FindingPage>} */
export const coverageFindings = (id, page, signal) => getJson(`/api/coverages/${id}/findings${query(page)}`, signal);
/** @param {Id} id @param {AbortSignal} [signal] @returns {Promise<Station[]>} */
export const coverageStations = (id, signal) => getJson(`/api/coverages/${id}/stations`, signal);
/** @param {Id} id @param {AbortSignal} [signal] @returns {Promise<Gate[]>} */
export const coverageGates = (id, signal) => getJson(`/api/coverages/${id}/gates`, signal);
/** @param {Id} id @param {number} lon @param {number} lat @param {AbortSignal} [signal] @returns {Promise<BuildingAnswer>} */
export const buildingAt = (id, lon, lat, signal) =>
  getJson(`/api/coverages/${id}/building${query({ lon: lon.toFixed(9), lat: lat.toFixed(9) })}`, signal);
/** @param {Id} id @param {Wish} wish @returns {Promise<WhatIf>} */
export const whatIf = (id, wish) => write('POST', `/api/coverages/${id}/what-if`, wish);
/** @param {Id} id */
export const coverageTiles = (id) => `/api/coverages/${id}/tiles/{z}/{x}/{y}`;
/** @param {Id} id @param {string} file */
export const coverageFile = (id, file) => `/api/coverages/${id}/files/${file}`;
/** What can be taken home from an answer. */
export const COVERAGE_FILES = ['coverage.xlsx', 'areas.geojson', 'pockets.geojson', 'buildings.csv', 'figures.csv', 'pockets.csv', 'findings.csv', 'report.json'];
