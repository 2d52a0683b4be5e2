// @ts-check
/** Words for waiting, for nothing, and for what went wrong, shown at the place concerned. */
import { problemOf } from '../server/http.js';
import { either, t } from '../i18n/words.js';
import { h } from './element.js';
import { icon } from './icons.js';

/** @param {string} [words] */
export const waiting = (words) =>
  h('p', { class: 'waiting', role: 'status' }, h('span', { class: 'spinner' }), words ?? t('state.loading'));

/** @param {string} title @param {string} [hint] @param {...Node} more */
export const empty = (title, hint, ...more) =>
  h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, title), hint && h('p', {}, hint), ...more);

/**
 * @param {unknown} error what was thrown, or a problem
 * @param {() => void} [again] offered as a button
 */
export function trouble(error, again) {
  const problem = error && typeof error === 'object' && 'title' in error && 'status' in error
    ? /** @type {import('../server/types.js').Problem} */ (error)
    : problemOf(error);
  return h('div', { class: 'trouble', role: 'alert' },
    icon('error', 18),
    h('div', {},
      h('p', { class: 'trouble-title' }, either(problem.title, problem.titleEn)),
      (problem.detail || problem.detailEn) && h('p', {}, either(problem.detail, problem.detailEn)),
      ...(problem.findings ?? []).slice(0, 5).map((finding) =>
        h('p', { class: 'trouble-finding' }, either(finding.words, finding.wordsEn), ' ',
          h('span', { class: 'muted' }, either(finding.action, finding.actionEn)))),
      again && h('button', { type: 'button', class: 'link', onclick: again }, t('state.again'))));
}
