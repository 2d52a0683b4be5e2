// @ts-check
import { dayWords, num, t } from '../i18n/words.js';
import { h } from './element.js';

/** @typedef {import('../server/workspaces.js').GroundPart} GroundPart */

/**
 * What stands on the ground, part by part, and what was noticed about each that was handed in by itself.
 * @param {GroundPart[]} parts @param {string|null} chosen
 * @param {(part: GroundPart) => void} choose
 */
export function groundList(parts, chosen, choose) {
  return h('section', { class: 'ground' }, h('h3', {}, t('ground.title')),
    h('ul', {}, ...parts.map((part) => h('li', {}, h('button', {
      type: 'button', class: 'ground-part', 'aria-pressed': String(part.part === chosen), disabled: part.file === null,
      title: part.file ?? (part.things ? t('ground.came') : t('ground.none')), onclick: () => choose(part),
    },
    h('span', { class: 'ground-name' }, t(`role.${part.part}`)),
    h('span', { class: 'muted ground-file' }, part.file ? `${part.file} · ${dayWords(/** @type {string} */ (part.handedInAt))}` : part.things ? t('ground.came') : t('ground.none')),
    h('span', { class: 'counts' }, ...(/** @type {const} */ (['error', 'warning'])).filter((kind) => part.findings[kind] > 0).map((kind) =>
      h('span', { class: `pill ${kind}`, title: t(`findings.${kind}`, { n: part.findings[kind] }) }, num(part.findings[kind])))),
    h('span', { class: 'number' }, part.things ? num(part.things) : '–'))))));
}
