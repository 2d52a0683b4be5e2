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
 * @param {{add: () => void, gate: () => void, undo: () => void, reset: () => void}} wishes
 */
export function tryBar({ add, gate, undo, reset }) {
  const figures = h('span', { class: 'try-figures', role: 'status' });
  const addButton = h('button', { type: 'button', class: 'small', onclick: add, 'aria-pressed': 'false' }, t('try.add'));
  const gateButton = h('button', { type: 'button', class: 'small', onclick: gate, 'aria-pressed': 'false', title: t('try.gateHint') }, t('try.gate'));
  const back = h('button', { type: 'button', class: 'small', onclick: undo }, t('try.undo'));
  const all = h('button', { type: 'button', class: 'small', onclick: reset }, t('try.reset'));
  const element = h('div', { class: 'try-bar' }, figures, addButton, gateButton, back, all);
  const bar = {
    element,
    /** What the next click on the map will place. @param {'station'|'gate'|null} what */
    placing(what) {
      addButton.setAttribute('aria-pressed', String(what === 'station'));
      addButton.textContent = t(what === 'station' ? 'try.adding' : 'try.add');
      gateButton.setAttribute('aria-pressed', String(what === 'gate'));
      gateButton.textContent = t(what === 'gate' ? 'try.gateAdding' : 'try.gate');
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
  bar.show({ moves: [], adds: [], closes: [], gates: [], newGates: [] }, null);
  return bar;
}
