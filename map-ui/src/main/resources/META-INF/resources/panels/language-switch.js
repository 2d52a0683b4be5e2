// @ts-check
import { currentLanguage, t } from '../i18n/words.js';
import { h } from './element.js';

/** Two words, one of them in force; changing it loads the page anew with ?lang=. */
export function languageSwitch() {
  const link = (/** @type {string} */ code, /** @type {string} */ name) => {
    const url = new URL(location.href);
    url.searchParams.set('lang', code);
    return h('a', {
      href: url.href, lang: code, hreflang: code,
      'aria-current': currentLanguage() === code ? 'true' : null,
      onclick: (/** @type {MouseEvent} */ event) => {
        event.preventDefault();
        // Read again at the click: the map's place in the address may have changed since.
        const now = new URL(location.href);
        now.searchParams.set('lang', code);
        history.replaceState(null, '', now);
        location.reload();
      },
    }, name);
  };
  return h('span', { class: 'language', role: 'group', 'aria-label': t('top.language') }, link('zh-CN', '中文'), link('en', 'EN'));
}
