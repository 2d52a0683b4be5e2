// @ts-check
import { coverageServices } from '../server/coverages.js';
import { divisions, parts, services } from '../coverage/figures.js';
import { num, t } from '../i18n/words.js';
import { outOf, percentOf } from './counts.js';
import { fillWith, h } from './element.js';
import { trouble } from './notice.js';

/** @typedef {import('../server/coverages.js').Coverage} Coverage */
/** @typedef {import('../server/coverages.js').Figures} Figures */
/** @typedef {import('../coverage/figures.js').Unit} Unit */

/** What stations are for: asked of the server when it is chosen. */
const SERVICES = ['KIND', 'ITEM'];

/** An answer by parts: communities, kinds of compounds, kinds of stations. @param {Coverage} coverage @param {Unit} unit @param {(code: string) => void} community */
export function partsTable(coverage, unit, community) {
  const { figures } = coverage.report;
  const kinds = [...divisions(figures), ...SERVICES];
  const first = kinds.includes('COMMUNITY') ? 'COMMUNITY' : kinds[0];
  const body = h('tbody');
  const said = h('div');
  const onPaper = h('span', { class: 'paper-only' });
  const row = (/** @type {HTMLElement|string} */ name, /** @type {Figures} */ part) => h('tr', {},
    h('th', {}, name), outOf(part[unit]), h('td', {}, num(part[unit].notCovered)), h('td', {}, percentOf(part[unit])));
  const fill = async (/** @type {string} */ by) => {
    onPaper.textContent = ` · ${t(`by.${by}`)}`;
    fillWith(said);
    if (!SERVICES.includes(by)) {
      fillWith(body, ...parts(figures, by).map((part) => row(partName(coverage, by, part.key, community), part)));
      return;
    }
    fillWith(body);
    fillWith(said, h('p', { class: 'muted waiting' }, t('state.loading')));
    try {
      const all = await coverageServices(coverage.id);
      if (choose.value !== by) return;
      fillWith(said);
      fillWith(body, ...services(all, by).map((part) =>
        row(h('span', { title: part.key }, part.key, h('small', { class: 'muted' }, ` ${t('coverage.stationsOf', { n: num(part.stations) })}`)), part)));
    } catch (error) {
      fillWith(said, trouble(error));
    }
  };
  const choose = h('select', { 'aria-label': t('coverage.by'), onchange: () => fill(choose.value) },
    ...kinds.map((by) => h('option', { value: by, selected: by === first }, t(`by.${by}`))));
  void fill(first);
  return h('section', { class: 'parts' },
    h('div', { class: 'parts-head' }, h('h3', {}, t('coverage.parts'), onPaper), choose),
    h('div', { class: 'parts-scroll', tabindex: 0, role: 'region', 'aria-label': t('coverage.parts') }, h('table', { class: 'changes measures' },
      h('thead', {}, h('tr', {}, h('th', {}, t('coverage.part')), h('th', {}, t('state.COVERED')), h('th', {}, t('state.NOT_COVERED')), h('th', {}, t('coverage.share')))), body), said));
}

/** @param {Coverage} coverage @param {string} by @param {string} key @param {(code: string) => void} community */
function partName(coverage, by, key, community) {
  if (!key) return t('coverage.nowhere');
  if (by === 'COMPOUND_KIND') return known(t(`compoundKind.${key}`), key);
  if (by === 'COMPOUND_AGE') return known(t(`compoundAge.${key}`), key);
  const name = coverage.divisions[key] ?? key;
  return by === 'COMMUNITY'
    ? h('button', { type: 'button', class: 'link-row', title: t('coverage.filterCommunity'), onclick: () => community(key) }, name) : name;
}

/** Registers have kinds of their own; those we know are put into words. @param {string} words @param {string} raw */
const known = (words, raw) => (words.endsWith(`.${raw}`) ? raw : words);
