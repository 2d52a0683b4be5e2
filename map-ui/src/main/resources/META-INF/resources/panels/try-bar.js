// @ts-check
import { gain, share } from '../coverage/figures.js';
import { count } from '../coverage/wish.js';
import { num, signedNum, t } from '../i18n/words.js';
import { percent } from './coverage-summary.js';
import { fillWith, h } from './element.js';

/** @typedef {import('../server/coverages.js').WhatIf} WhatIf */
/** @typedef {import('../server/coverages.js').Wish} Wish */

/**
 * The line over the map while changes are tried: what they bring, one step back, all back.
 * @param {{add: () => void, undo: () => void, reset: () => void}} wishes
 */
export function tryBar({ add, undo, reset }) {
  const figures = h('span', { class: 'try-figures', role: 'status' });
  const addButton = h('button', { type: 'button', class: 'small', onclick: add, 'aria-pressed': 'false' }, t('try.add'));
  const back = h('button', { type: 'button', class: 'small', onclick: undo }, t('try.undo'));
  const all = h('button', { type: 'button', class: 'small', onclick: reset }, t('try.reset'));
  const element = h('div', { class: 'try-bar' }, figures, addButton, back, all);
  const bar = {
    element,
    /** @param {boolean} adding */
    adding(adding) {
      addButton.setAttribute('aria-pressed', String(adding));
      addButton.textContent = adding ? t('try.adding') : t('try.add');
    },
    /** @param {Wish} wish @param {WhatIf|null} answer */
    show(wish, answer) {
      const n = count(wish);
      back.hidden = all.hidden = n === 0;
      if (n === 0 || !answer) {
        fillWith(figures, h('span', { class: 'muted' }, n === 0 ? t('try.hint') : t('state.loading')));
        return;
      }
      const people = gain(answer.before, answer.after, 'people');
      fillWith(figures,
        h('b', { class: people < 0 ? 'worse' : people > 0 ? 'better' : '' }, t('try.people', { n: signedNum(people) })),
        h('span', { class: 'number' }, `${percent(share(answer.before.people))} → ${percent(share(answer.after.people))}`),
        h('span', { class: 'muted number' }, t('try.rest', {
          households: signedNum(gain(answer.before, answer.after, 'households')),
          buildings: signedNum(gain(answer.before, answer.after, 'buildings')), n: num(n),
        })),
        answer.withRoom && h('span', { class: 'muted number' }, t('try.room', { share: percent(share(answer.withRoom.people)) })));
    },
  };
  bar.show({ moves: [], adds: [], closes: [], gates: [] }, null);
  return bar;
}
