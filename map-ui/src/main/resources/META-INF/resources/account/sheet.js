// @ts-check
/** A small form whose refusals stand inside it. */
import { fillWith, h } from '../panels/element.js';
import { trouble } from '../panels/notice.js';

/**
 * @param {string} verb the word on its button
 * @param {[string, HTMLElement][]} fields each with its label
 * @param {() => Promise<void>} send called when it is sent; what it throws is shown here
 * @param {() => void} [close] offered as a second button
 * @param {string} [closeWord]
 * @returns {HTMLFormElement}
 */
export function sheet(verb, fields, send, close, closeWord = '') {
  const problems = h('div', {});
  const button = h('button', { type: 'submit', class: 'primary' }, verb);
  return h('form', {
    class: 'sheet', novalidate: true,
    onsubmit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      button.disabled = true;
      fillWith(problems);
      try {
        await send();
      } catch (error) {
        fillWith(problems, trouble(error));
      }
      button.disabled = false;
    },
  },
  ...fields.map(([label, field]) => h('label', {}, label, field)),
  h('div', { class: 'sheet-foot' }, problems,
    close && h('button', { type: 'button', class: 'small', onclick: close }, closeWord), button));
}

/** @param {string[]} head @param {(Node|string|null)[][]} rows */
export const table = (head, rows) =>
  h('table', {}, h('thead', {}, h('tr', {}, ...head.map((word) => h('th', {}, word)))),
    h('tbody', {}, ...rows.map((cells) => h('tr', {}, ...cells.map((cell) => h('td', {}, cell))))));

/** Codes or names that someone typed with commas or blanks between. @param {string} text */
export const listed = (text) => text.split(/[\s,\uff0c\u3001;\uff1b]+/u).filter((one) => one !== '');
