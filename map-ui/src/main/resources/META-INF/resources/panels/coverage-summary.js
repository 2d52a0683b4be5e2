// @ts-check
import { COVERAGE_FILES, coverageFile } from '../server/coverages.js';
import { divisions, parts, share, twoByTwo, whole } from '../coverage/figures.js';
import { either, num, t, whenWords } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { icon } from './icons.js';

/** @typedef {import('../server/coverages.js').Coverage} Coverage */
/** @typedef {import('../server/coverages.js').Counts} Counts */
/** @typedef {import('../coverage/figures.js').Unit} Unit */
/** @typedef {import('../map/coverage-painter.js').Field} Field */

const MEASURES = /** @type {const} */ (['NETWORK', 'STRAIGHT', 'DETOUR']);

/** Rounded down: what is not whole is never called 100.00%. @param {number} part */
export const percent = (part) => `${(Math.floor(part * 10000) / 100).toFixed(2)}%`;

/**
 * An answer in numbers: who is covered by three measures, the radius against the network, the parts.
 * @param {Coverage} coverage
 * @param {{field: (field: Field) => void, community: (code: string) => void, findings: () => void}} wishes
 */
export function coverageSummary(coverage, wishes) {
  const { report } = coverage;
  /** @type {Unit} */
  let unit = 'people';
  const body = h('div');
  const unitButtons = /** @type {Unit[]} */ (['people', 'households', 'buildings']).map((name) =>
    h('button', { type: 'button', 'aria-pressed': String(name === unit), onclick: () => choose(name) }, t(`unitOf.${name}`)));
  const choose = (/** @type {Unit} */ name) => {
    unit = name;
    unitButtons.forEach((button, i) => button.setAttribute('aria-pressed', String(['people', 'households', 'buildings'][i] === name)));
    fill();
  };
  const fill = () => fillWith(body, measures(coverage, unit), againstRadius(coverage, unit, wishes.field), partsTable(coverage, unit, wishes.community));
  fill();
  const noticed = Object.values(report.findingsByCode ?? {}).reduce((sum, n) => sum + n, 0);
  return h('div', { class: 'summary coverage-summary' },
    h('p', { class: 'assumption' }, either(coverage.assumption, coverage.assumptionEn)),
    h('div', { class: 'unit-switch', role: 'group', 'aria-label': t('coverage.unit') }, ...unitButtons),
    body,
    h('h3', { class: 'files' }, t('summary.files')),
    h('ul', { class: 'files' }, ...COVERAGE_FILES.map((file) => h('li', {},
      h('a', { href: coverageFile(coverage.id, file), download: file }, icon('download', 15),
        h('span', {}, t(`coverageFile.${file}`)), h('span', { class: 'muted' }, file))))),
    noticed > 0 && h('button', { type: 'button', class: 'small wide noticed', onclick: wishes.findings }, icon('warning', 15), ' ', t('coverage.findingsOf', { n: num(noticed) })),
    h('p', { class: 'small-print muted versions' },
      t('coverage.versions', { network: coverage.networkVersion, places: coverage.placesVersion.slice(0, 12), n: num(report.stationsCounted), all: num(report.stations) })),
    drawings(coverage),
    h('p', { class: 'print-note' }, t('coverage.printNote', { when: whenWords(coverage.createdAt), who: coverage.createdBy })));
}

/** How true the drawn areas are, judged by buildings: as drawn from the raster, and as patched. @param {Coverage} coverage */
function drawings({ report }) {
  const cell = (/** @type {number} */ part) => h('td', {}, num(part, 4));
  return h('details', { class: 'again' }, h('summary', {}, t('coverage.drawing')),
    h('table', { class: 'changes drawings' },
      h('thead', {}, h('tr', {}, h('th', {}, t('coverage.drawnArea')), h('th', {}, t('coverage.precision')), h('th', {}, t('coverage.recall')),
        h('th', {}, t('coverage.precisionBefore')), h('th', {}, t('coverage.recallBefore')))),
      h('tbody', {}, ...report.areas.map((area) => h('tr', {},
        h('th', {}, t('coverage.minutesOf', { n: num(area.seconds / 60, 2) })),
        cell(area.precision), cell(area.recall), cell(area.precisionBeforePatch), cell(area.recallBeforePatch))))));
}

/** @param {Coverage} coverage @param {Unit} unit */
function measures(coverage, unit) {
  const { figures, withRoom } = coverage.report;
  const rows = MEASURES.map((measure) => {
    const counts = whole(figures, measure)?.[unit];
    return counts && measureRow(t(`measure.${measure}`), counts, measure === 'NETWORK');
  });
  if (withRoom) rows.splice(1, 0, measureRow(t('measure.ROOM'), withRoom[unit], false));
  return h('table', { class: 'changes measures' },
    h('thead', {}, h('tr', {}, h('th', {}, t('coverage.measure')), h('th', {}, t('state.COVERED')), h('th', {}, t('state.NOT_COVERED')), h('th', {}, t('coverage.share')))),
    h('tbody', {}, ...rows.filter(Boolean)));
}

/** @param {string} words @param {Counts} counts @param {boolean} main */
function measureRow(words, counts, main) {
  return h('tr', { class: main && 'main' },
    h('th', {}, words, counts.unknown > 0 && h('small', { class: 'muted' }, ` ${t('coverage.unknownOf', { n: num(counts.unknown) })}`)),
    h('td', { title: `${num(counts.covered)} / ${num(counts.all)}` }, num(counts.covered)), h('td', {}, num(counts.notCovered)), h('td', {}, h('b', {}, percent(share(counts)))));
}

/** @param {Coverage} coverage @param {Unit} unit @param {(field: Field) => void} choose */
function againstRadius(coverage, unit, choose) {
  const table = twoByTwo(coverage.report.radiusAgainstNetwork, unit);
  /** @type {HTMLElement[]} */
  const cells = [];
  const cell = (/** @type {string} */ name, /** @type {Field} */ field) => {
    const button = h('button', {
      type: 'button', class: `field-cell ${name}`, 'aria-pressed': 'false', title: t(`fieldHint.${name}`),
      onclick: () => {
        const on = button.getAttribute('aria-pressed') !== 'true';
        for (const other of cells) other.setAttribute('aria-pressed', 'false');
        button.setAttribute('aria-pressed', String(on));
        choose(on ? field : 'all');
      },
    }, h('b', {}, num(table[/** @type {keyof typeof table} */ (name)])), h('small', {}, t(`field.${name}`)));
    cells.push(button);
    return h('td', {}, button);
  };
  return h('section', { class: 'two-by-two' },
    h('h3', {}, t('coverage.twoByTwo')),
    h('table', {},
      h('thead', {}, h('tr', {}, h('td'), h('th', {}, t('coverage.walked')), h('th', {}, t('coverage.notWalked')))),
      h('tbody', {},
        h('tr', {}, h('th', {}, t('coverage.inside')), h('td', {}, h('div', { class: 'field-cell both' }, h('b', {}, num(table.both)), h('small', {}, t('field.both')))), cell('paperOnly', 'paperOnly')),
        h('tr', {}, h('th', {}, t('coverage.outside')), cell('footOnly', 'footOnly'), cell('neither', 'neither')))),
    table.unknown > 0 && h('p', { class: 'muted' }, t('coverage.unknownApart', { n: num(table.unknown) })));
}

/** @param {Coverage} coverage @param {Unit} unit @param {(code: string) => void} community */
function partsTable(coverage, unit, community) {
  const { figures } = coverage.report;
  const kinds = divisions(figures);
  if (!kinds.length) return null;
  const first = kinds.includes('COMMUNITY') ? 'COMMUNITY' : kinds[0];
  const body = h('tbody');
  const fill = (/** @type {string} */ by) => fillWith(body, ...parts(figures, by).map((part) => {
    const counts = part[unit];
    const name = partName(coverage, by, part.key);
    return h('tr', {},
      h('th', {}, by === 'COMMUNITY' && part.key
        ? h('button', { type: 'button', class: 'link-row', title: t('coverage.filterCommunity'), onclick: () => community(part.key) }, name) : name),
      h('td', {}, num(counts.notCovered)), h('td', { title: `${num(counts.covered)} / ${num(counts.all)}` }, percent(share(counts))));
  }));
  const choose = h('select', { 'aria-label': t('coverage.by'), onchange: () => fill(choose.value) },
    ...kinds.map((by) => h('option', { value: by, selected: by === first }, t(`by.${by}`))));
  fill(first);
  return h('section', { class: 'parts' },
    h('div', { class: 'parts-head' }, h('h3', {}, t('coverage.parts')), choose),
    h('div', { class: 'parts-scroll', tabindex: 0, role: 'region', 'aria-label': t('coverage.parts') }, h('table', { class: 'changes' },
      h('thead', {}, h('tr', {}, h('th', {}, t('coverage.part')), h('th', {}, t('state.NOT_COVERED')), h('th', {}, t('coverage.share')))), body)));
}

/** @param {Coverage} coverage @param {string} by @param {string} key */
function partName(coverage, by, key) {
  if (!key) return t('coverage.nowhere');
  if (by === 'COMPOUND_KIND') return known(t(`compoundKind.${key}`), key);
  if (by === 'COMPOUND_AGE') return known(t(`compoundAge.${key}`), key);
  return coverage.divisions[key] ?? key;
}

/** Registers have kinds of their own; those we know are put into words. @param {string} words @param {string} raw */
const known = (words, raw) => (words.endsWith(`.${raw}`) ? raw : words);
