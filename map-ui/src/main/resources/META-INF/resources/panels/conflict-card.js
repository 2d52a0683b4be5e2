// @ts-check
import { conflictName } from './conflict-name.js';
import { areaWords, either, lengthWords, num, t } from '../i18n/words.js';
import { h } from './element.js';
import { icon } from './icons.js';
import { letter } from './swatch.js';

/** @typedef {import('../server/types.js').Conflict} Conflict */
/** @typedef {import('../server/types.js').Claim} Claim */

/**
 * One disagreement: who drew what, how much it matters, what decided, who holds it now.
 * @param {Conflict} conflict @param {number} position @param {number} total
 * @param {{step: (by: number) => void, close: () => void}} wishes
 */
export function conflictCard(conflict, position, total, { step, close }) {
  const number = (/** @type {number|string} */ value, /** @type {string} */ words) => h('div', {}, h('b', {}, value), h('span', {}, words));
  return h('section', { class: 'card conflict-card', 'aria-label': t('conflict.title') },
    h('header', {},
      icon(conflict.kind, 18),
      h('h2', {}, conflictName(conflict)),
      h('span', { class: 'muted number' }, `${num(position + 1)} / ${num(total)}`),
      quiet('previous', t('conflict.previous'), () => step(-1)),
      quiet('next', t('conflict.next'), () => step(1)),
      quiet('close', t('do.close'), close)),
    h('div', { class: 'figures four' },
      number(num(conflict.people), t('summary.people')),
      number(num(conflict.households), t('summary.households')),
      number(num(conflict.buildings), t('summary.buildings')),
      number(lengthWords(conflict.widthMetres), t('conflict.width'))),
    h('dl', { class: 'facts' },
      h('dt', {}, t('conflict.ground')), h('dd', {}, areaWords(conflict.areaSquareMetres)),
      h('dt', {}, t('conflict.community')), h('dd', { class: 'code' }, conflict.areaCode || '–'),
      conflict.layer && [h('dt', {}, t('conflict.layer')), h('dd', {}, conflict.layer)]),
    h('h3', {}, t('conflict.claims')),
    conflict.claims.length ? claims(conflict.claims) : h('p', { class: 'muted' }, t('conflict.noClaims')),
    h('h3', {}, t('conflict.rule')),
    h('p', { class: 'rule' }, either(conflict.ruleWords, conflict.ruleWordsEn)),
    h('h3', {}, t('conflict.now')),
    conflict.givenTo.length ? claims(conflict.givenTo) : h('p', { class: 'open-decision' }, icon('warning', 16), t('conflict.open')));
}

/** @param {Claim[]} list */
function claims(list) {
  return h('ul', { class: 'claims' }, ...list.map((claim) => h('li', {},
    letter(claim), h('span', {}, claim.layer), h('span', { class: 'code' }, claim.sourceCode))));
}

/** @param {string} sign @param {string} words @param {() => void} act */
function quiet(sign, words, act) {
  return h('button', { type: 'button', class: 'quiet', title: words, 'aria-label': words, onclick: act }, icon(sign, 18));
}
