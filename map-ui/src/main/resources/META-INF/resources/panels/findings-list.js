// @ts-check
import { either, num, t } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { icon } from './icons.js';
import { empty, trouble, waiting } from './notice.js';

/** @typedef {import('../server/types.js').Finding} Finding */
/** @typedef {import('../server/types.js').FindingPage} FindingPage */

const PAGE = 60;
const SIGNS = { ERROR: 'error', WARNING: 'warning', INFO: 'info' };

/**
 * Findings, grouped by kind: the kinds with their counts, and below them the findings of the one chosen.
 * @param {(page: {code: string|null, limit: number, offset: number}, signal: AbortSignal) => Promise<FindingPage>} ask
 * @param {(finding: Finding) => void} choose
 */
export function findingsList(ask, choose) {
  const groups = h('div', { class: 'groups', role: 'group', 'aria-label': t('findings.kinds') });
  const list = h('ol', { class: 'findings' });
  const foot = h('div', { class: 'list-foot' });
  const box = h('div', { class: 'findings-box' }, groups, list, foot);
  let abort = new AbortController();
  /** @type {string|null} */
  let code = null;
  let offset = 0;

  /** @param {string|null} wanted */
  const show = (wanted) => {
    code = wanted;
    offset = 0;
    abort.abort();
    abort = new AbortController();
    fillWith(list);
    void more();
  };

  const more = async () => {
    fillWith(foot, waiting());
    const { signal } = abort;
    try {
      const page = await ask({ code, limit: PAGE, offset }, signal);
      if (signal.aborted) return;
      if (offset === 0) drawGroups(page);
      for (const finding of page.items) list.append(row(finding));
      offset += page.items.length;
      if (page.byCode.length === 0) fillWith(foot, empty(t('findings.none'), t('findings.noneHint')));
      else if (offset < page.total && page.items.length) {
        fillWith(foot, h('button', { type: 'button', class: 'small wide', onclick: () => void more() },
          t('list.more', { n: num(page.total - offset) })));
      } else fillWith(foot);
    } catch (error) {
      if (!signal.aborted) fillWith(foot, trouble(error, () => void more()));
    }
  };

  /** @param {FindingPage} page */
  const drawGroups = (page) => {
    fillWith(groups, ...page.byCode.map((group) =>
      h('button', {
        type: 'button', class: `group ${group.severity.toLowerCase()}`, 'aria-pressed': String(code === group.code),
        onclick: () => show(code === group.code ? null : group.code),
      }, icon(SIGNS[/** @type {keyof typeof SIGNS} */ (group.severity)] ?? 'info', 15),
      h('span', {}, either(group.title, group.titleEn)), h('b', {}, num(group.count)))));
  };

  /** @param {Finding} finding */
  const row = (finding) =>
    h('li', { class: finding.severity.toLowerCase() },
      h('button', {
        type: 'button', disabled: finding.lon === null,
        onclick: (/** @type {MouseEvent} */ event) => {
          list.querySelector('[aria-current]')?.removeAttribute('aria-current');
          /** @type {Element} */ (event.currentTarget).setAttribute('aria-current', 'true');
          choose(finding);
        },
      },
      icon(SIGNS[finding.severity] ?? 'info', 16),
      h('span', { class: 'finding-words' },
        h('strong', {}, either(finding.title, finding.titleEn), finding.sourceCode && h('span', { class: 'code' }, finding.sourceCode)),
        h('span', {}, either(finding.words, finding.wordsEn)),
        h('span', { class: 'action' }, either(finding.action, finding.actionEn)),
        finding.lon === null && h('span', { class: 'muted' }, t('findings.noPlace')))));

  show(null);
  return box;
}
