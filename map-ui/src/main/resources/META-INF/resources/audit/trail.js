// @ts-check
/** Who changed what, newest first, and whether the trail is whole. */
import { getJson, query } from '../server/http.js';
import { whenWords } from '../i18n/words.js';
import { fillWith, h } from '../panels/element.js';
import { trouble } from '../panels/notice.js';
import { detailWords, subjectWords } from './told.js';

const PAGE = 50;

/** @typedef {{seq: number, at: string, actor: string, verb: string, subject: string, detail: string}} Line */

/**
 * @param {import('./told.js').Words} w
 * @returns {HTMLElement}
 */
export function trail(w) {
  const lines = h('tbody', {});
  const verdict = h('span', { role: 'status' });
  const problems = h('div', {});
  const older = h('button', { type: 'button', class: 'small', onclick: () => void load() }, w('older'));
  /** @type {number|null} */
  let before = null;

  const load = async () => {
    try {
      /** @type {Line[]} */
      const page = await getJson(`/api/audit${query({ before, limit: PAGE })}`);
      for (const line of page) {
        before = line.seq;
        lines.append(h('tr', {},
          h('td', { class: 'number' }, String(line.seq)), h('td', { class: 'number' }, whenWords(line.at)), h('td', {}, line.actor),
          h('td', { title: line.verb }, w(line.verb)), h('td', { title: line.subject }, subjectWords(line.subject, w)),
          h('td', { class: 'muted', title: line.detail }, detailWords(line.verb, line.detail, w))));
      }
      older.hidden = page.length < PAGE || before === 1;
    } catch (error) {
      fillWith(problems, trouble(error, () => void load()));
    }
  };
  const verify = async () => {
    try {
      /** @type {{whole: boolean, lines: number, firstBroken: number|null}} */
      const said = await getJson('/api/audit/verdict');
      verdict.className = said.whole ? 'verdict-whole' : 'verdict-broken';
      verdict.textContent = said.whole ? w('whole', said.lines) : w('broken', said.firstBroken);
    } catch (error) {
      fillWith(problems, trouble(error, () => void verify()));
    }
  };
  void load();
  return h('section', {},
    h('p', {}, h('button', { type: 'button', class: 'small', onclick: () => void verify() }, w('verify')), ' ', verdict),
    problems,
    h('table', {}, h('thead', {}, h('tr', {}, ...['#', w('when'), w('who'), w('did'), w('what'), w('detail')].map((word) => h('th', {}, word)))), lines),
    h('p', {}, older));
}
