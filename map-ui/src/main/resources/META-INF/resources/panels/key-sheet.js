// @ts-check
import { t } from '../i18n/words.js';
import { h } from './element.js';
import { icon } from './icons.js';

/**
 * The sheet of all keys, laid over the map's corner; the page behind it stays usable.
 * @param {import('./keys.js').Keys} keys
 * @param {HTMLElement} holder
 */
export function keySheet(keys, holder) {
  /** @type {HTMLElement|null} */
  let sheet = null;
  /** @type {Element|null} */
  let cameFrom = null;
  const close = () => {
    sheet?.remove();
    sheet = null;
    if (cameFrom instanceof HTMLElement) cameFrom.focus();
  };
  const open = () => {
    cameFrom = document.activeElement;
    const shut = h('button', { type: 'button', class: 'quiet', 'aria-label': t('do.close'), onclick: close }, icon('close', 18));
    sheet = h('section', { class: 'key-sheet', role: 'region', 'aria-label': t('keys.title') },
      h('header', {}, h('h2', {}, t('keys.title')), shut),
      h('dl', {},
        ...[...keys.keys.filter((key) => key.words), ...mapKeys()].flatMap((key) => [
          h('dt', {}, ...key.shown.split(' ').map((part) => h('kbd', {}, part))),
          h('dd', {}, key.words),
        ])));
    holder.append(sheet);
    shut.focus();
  };
  return {
    toggle: () => (sheet ? close() : open()),
    close,
    isOpen: () => sheet !== null,
  };
}

/** Keys that Leaflet itself answers while the map has the focus. */
function mapKeys() {
  return [
    { shown: '← → ↑ ↓', words: t('keys.pan') },
    { shown: '+ −', words: t('keys.zoom') },
  ];
}
