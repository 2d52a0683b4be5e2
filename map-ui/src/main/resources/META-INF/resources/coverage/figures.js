// @ts-check
/** Arithmetic on an answer's figures. Pure. */

/** @typedef {import('../server/coverages.js').Figure} Figure */
/** @typedef {import('../server/coverages.js').Figures} Figures */
/** @typedef {import('../server/coverages.js').Counts} Counts */
/** @typedef {'buildings'|'households'|'people'} Unit */

/** In the order in which they are shown. @type {Unit[]} */
export const UNITS = ['people', 'households', 'buildings'];

/** Covered over all, unknown ones in the denominator; 0 for nobody. @param {Counts} counts */
export const share = (counts) => (counts.all ? counts.covered / counts.all : 0);

/** @param {Figure[]} figures @param {Figure['measure']} measure @returns {Figure|undefined} the whole by one measure */
export const whole = (figures, measure) => figures.find((f) => f.by === 'ALL' && f.measure === measure);

/**
 * The parts of one kind by the way through the network, those with most uncovered people first.
 * @param {Figure[]} figures @param {string} by
 */
export function parts(figures, by) {
  return figures
    .filter((f) => f.by === by && f.measure === 'NETWORK')
    .sort((a, b) => b.people.notCovered - a.people.notCovered || (a.key < b.key ? -1 : 1));
}

/** Which kinds of parts there are. @param {Figure[]} figures */
export const divisions = (figures) => [...new Set(figures.map((f) => f.by))].filter((by) => by !== 'ALL');

/**
 * The radius against the network: who is reached on both, on paper only, on foot only, on neither;
 * unknown ones apart.
 * @param {Figure[]} table radiusAgainstNetwork @param {Unit} unit
 */
export function twoByTwo(table, unit) {
  const [inside, outside] = ['COVERED', 'NOT_COVERED'].map(
    (key) => table.find((f) => f.key === key)?.[unit] ?? { covered: 0, notCovered: 0, unknown: 0, all: 0 });
  return {
    both: inside.covered, paperOnly: inside.notCovered, footOnly: outside.covered, neither: outside.notCovered,
    unknown: inside.unknown + outside.unknown, all: inside.all + outside.all,
  };
}

/**
 * Those for one kind of services, those with most uncovered people first.
 * @template {Figures & {by: string, key: string}} T
 * @param {T[]} figures @param {string} by @returns {T[]}
 */
export const services = (figures, by) => figures
  .filter((f) => f.by === by)
  .sort((a, b) => b.people.notCovered - a.people.notCovered || (a.key < b.key ? -1 : 1));

/** How figures changed. @param {Figures} before @param {Figures} after @param {Unit} unit */
export const gain = (before, after, unit) => after[unit].covered - before[unit].covered;
