// @ts-check
import { areaWords, num, t } from '../i18n/words.js';
import { h } from './element.js';
import { icon } from './icons.js';
import { letter } from './swatch.js';

/** @typedef {import('../server/types.js').Place} Place */

/**
 * The unit at a place: what it holds, which cell of each department it is now, and which it was in as
 * drawn.
 * @param {Place} place @param {() => void} close
 */
export function unitCard({ unit, before }, close) {
  const shut = h('button', { type: 'button', class: 'quiet', 'aria-label': t('do.close'), onclick: close }, icon('close', 18));
  if (!unit) {
    return h('section', { class: 'card', 'aria-label': t('unit.title') },
      h('header', {}, h('h2', {}, t('unit.none')), shut),
      before.some((b) => b.codes.length) ? changes(before.map((b) => ({ ...b, code: null }))) : h('p', { class: 'muted' }, t('unit.noneHint')));
  }
  const after = new Map(unit.sources.map((source) => [source.layer, source]));
  const rows = (before.length ? before : unit.sources.map((s) => ({ ...s, codes: /** @type {string[]} */ ([]) })))
    .map((b) => ({ ...b, code: after.get(b.layer)?.code ?? null }));
  return h('section', { class: 'card', 'aria-label': t('unit.title') },
    h('header', {}, h('h2', {}, t('unit.title')), h('span', { class: 'code' }, unit.id), h('span', { class: 'space' }), shut),
    h('div', { class: 'figures four' },
      ...[[unit.people, 'people'], [unit.households, 'households'], [unit.buildings, 'buildings']].map(([value, key]) =>
        h('div', {}, h('b', {}, num(Number(value))), h('span', {}, t(`summary.${key}`)))),
      h('div', {}, h('b', {}, areaWords(unit.areaSquareMetres)), h('span', {}, t('summary.area')))),
    h('dl', { class: 'facts' }, h('dt', {}, t('conflict.community')), h('dd', { class: 'code' }, unit.areaCode)),
    changes(rows));
}

/** @param {{layer: string, letter: string, hue: number, codes: string[], code: string|null}[]} rows */
function changes(rows) {
  return h('table', { class: 'changes' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('unit.department')), h('th', { scope: 'col' }, t('unit.before')), h('th', { scope: 'col' }, t('unit.now')))),
    h('tbody', {}, ...rows.map((row) => {
      const same = row.codes.length === 1 && row.codes[0] === row.code;
      return h('tr', { class: same ? 'same' : 'changed' },
        h('th', { scope: 'row' }, h('span', { class: 'who' }, letter(row), row.layer)),
        h('td', { class: 'code' }, row.codes.join(' ') || t('unit.nobody')),
        h('td', { class: 'code' }, row.code ?? t('unit.nobody')));
    })));
}
