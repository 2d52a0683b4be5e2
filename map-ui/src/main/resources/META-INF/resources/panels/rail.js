// @ts-check
import { t } from '../i18n/words.js';
import { h } from './element.js';
import { icon } from './icons.js';

/**
 * The modes, as a column of icons with words.
 * @param {{name: string, icon: string}[]} modes in the order of their number keys
 * @param {(name: string) => void} choose
 */
export function rail(modes, choose) {
  const buttons = new Map(modes.map(({ name, icon: sign }, i) => [
    name,
    h('button', { type: 'button', title: `${t(`mode.${name}`)}  ${i + 1}`, onclick: () => choose(name) },
      icon(sign, 21), h('span', {}, t(`mode.${name}`))),
  ]));
  return {
    element: h('nav', { class: 'rail', 'aria-label': t('frame.modes') }, ...buttons.values()),
    /** @param {string} current */
    mark(current) {
      for (const [name, button] of buttons) {
        if (name === current) button.setAttribute('aria-current', 'page');
        else button.removeAttribute('aria-current');
      }
    },
  };
}
