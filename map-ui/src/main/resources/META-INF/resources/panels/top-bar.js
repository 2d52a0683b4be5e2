// @ts-check
import { t } from '../i18n/words.js';
import { h } from './element.js';
import { languageSwitch } from './language-switch.js';

/**
 * @param {{user: string, version: string, chooser: HTMLElement, keys: () => void, logOut: () => void}} parts
 */
export function topBar({ user, version, chooser, keys, logOut }) {
  return h('header', { class: 'top' },
    h('span', { class: 'brand', title: `${t('app.sub')} ${version}` }, t('app.name')),
    chooser,
    h('span', { class: 'space' }),
    h('button', { type: 'button', class: 'plain keys-button', title: t('keys.title'), onclick: keys }, h('kbd', {}, '?'), h('span', {}, t('keys.short'))),
    languageSwitch(),
    h('a', { class: 'user plain', href: '/account.html', title: user }, user),
    h('button', { type: 'button', class: 'plain', onclick: logOut }, t('top.logOut')));
}
