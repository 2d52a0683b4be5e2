// @ts-check
/** The shapes that the server sends. Degrees are CGCS2000, areas square metres, times ISO 8601. */

/** @typedef {string|number} Id */
/** @typedef {[number, number, number, number]} Bounds west, south, east, north */
/**
 * @typedef {object} Session
 * @property {'SETUP'|'ANONYMOUS'|'SIGNED_IN'} state
 * @property {{name: string, role: string}|null} user
 * @property {{header: string, token: string}} csrf
 * @property {string} version
 * @property {string} commit
 */
/**
 * @typedef {object} Finding
 * @property {string} code @property {'ERROR'|'WARNING'|'INFO'} severity
 * @property {string} title @property {string} titleEn
 * @property {string} layer @property {string} sourceCode @property {number|null} feature
 * @property {number|null} lon @property {number|null} lat
 * @property {string} words @property {string} wordsEn @property {string} action @property {string} actionEn
 */
/**
 * @typedef {object} Problem
 * @property {string} type @property {string} title @property {string} [titleEn] @property {number} status
 * @property {string} [detail] @property {string} [detailEn] @property {Finding[]} [findings]
 */
/**
 * @typedef {object} Workspace
 * @property {Id} id @property {string} name @property {boolean} madeUp @property {number|null} epsg
 * @property {Bounds|null} bounds @property {number} layerCount @property {Id|null} latestMosaicId
 * @property {{communities: number, compounds: number, buildings: number, households: number, people: number, stations: number}} [counts]
 */
/**
 * @typedef {object} Layer
 * @property {Id} id @property {string} name @property {'AREA'|'DEPARTMENT'} role
 * @property {string} letter @property {number} hue @property {number} rank
 * @property {number} cells @property {number} vertices @property {number} areaSquareMetres
 * @property {string} source @property {string} importedAt @property {string} crs
 * @property {{error: number, warning: number, info: number}} findings @property {Bounds|null} bounds
 */
/** @typedef {{code: string, title: string, titleEn: string, severity: string, count: number}} CodeCount */
/** @typedef {{total: number, byCode: CodeCount[], items: Finding[]}} FindingPage */
/**
 * @typedef {object} Job
 * @property {Id} id @property {'IMPORT'|'MERGE'|'COVERAGE'|'PUBLISH'} kind
 * @property {'QUEUED'|'RUNNING'|'DONE'|'FAILED'|'CANCELLED'} state
 * @property {number} progress @property {string} phase @property {string} phaseEn
 * @property {string} createdAt @property {string|null} startedAt @property {string|null} finishedAt
 * @property {Id} workspaceId @property {{layerId?: Id, mosaicId?: Id, coverageId?: Id}|null} result
 * @property {Problem|null} problem
 */
/** @typedef {{id: Id, createdAt: string, units: number, conflicts: number, findings: number}} MosaicEntry */
/**
 * @typedef {object} MosaicInput
 * @property {Id} layerId @property {string} name @property {'AREA'|'DEPARTMENT'} role
 * @property {string} letter @property {number} hue @property {number} cells @property {number} vertices
 * @property {number} toleranceMetres @property {number} shiftEastMetres @property {number} shiftNorthMetres
 * @property {number} largestMovementMetres @property {number} p99MovementMetres
 * @property {number} outsideSquareMetres @property {number} gainedSquareMetres
 * @property {number} lostSquareMetres @property {number} gainedPeople @property {number} lostPeople
 * @property {number} largestDriftMetres @property {number} meanDriftMetres @property {number} driftMatches
 */
/**
 * @typedef {object} KindCount
 * @property {string} kind @property {string} title @property {string} titleEn
 * @property {number} count @property {number} people @property {number} areaSquareMetres
 */
/**
 * @typedef {object} Mosaic
 * @property {Id} id @property {Id} workspaceId @property {string} createdAt @property {number} units
 * @property {number} areaSquareMetres @property {number} buildings @property {number} households
 * @property {number} people @property {Bounds} bounds @property {MosaicInput[]} inputs
 * @property {KindCount[]} conflictsByKind @property {CodeCount[]} findingsByCode
 * @property {{phase: string, title: string, titleEn: string, wallSeconds: number, cpuSeconds: number}[]} phases
 * @property {number} wallSeconds
 */
/** @typedef {{layer: string, letter: string, hue: number, sourceCode: string}} Claim */
/**
 * @typedef {object} Conflict
 * @property {Id} id @property {string} kind @property {string} title @property {string} titleEn
 * @property {string} layer @property {string} areaCode @property {number} lon @property {number} lat
 * @property {Bounds} bounds @property {GeoJSON.Polygon} geometry @property {number} areaSquareMetres
 * @property {number} widthMetres @property {number} buildings @property {number} households
 * @property {number} people @property {Claim[]} claims @property {string} rule
 * @property {string} ruleWords @property {string} ruleWordsEn @property {Claim[]} givenTo
 */
/** @typedef {{total: number, items: Conflict[]}} ConflictPage */
/**
 * @typedef {object} Unit
 * @property {Id} id @property {string} areaCode @property {number} areaSquareMetres
 * @property {number} buildings @property {number} households @property {number} people
 * @property {{layer: string, letter: string, hue: number, code: string|null}[]} sources
 * @property {GeoJSON.Geometry} geometry
 */
/** @typedef {{layer: string, letter: string, hue: number, codes: string[]}} Before */
/** @typedef {{unit: Unit|null, before: Before[]}} Place */

export {};
