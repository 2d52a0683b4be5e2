// @ts-check
import { readSession } from '../server/session.js';
import { useLanguage, wantedLanguage } from '../i18n/words.js';
import { fillWith, h } from '../panels/element.js';
import { trouble } from '../panels/notice.js';
import { trail } from '../audit/trail.js';
import { jobList } from './job-list.js';
import { own } from './own.js';
import { people } from './people.js';
import { w } from './words.js';

const page = /** @type {HTMLElement} */ (document.getElementById('page'));

/** @param {{name: string, role: string}} user */
function office(user) {
  const watches = ['ADMINISTRATOR', 'INSPECTOR'].includes(user.role);
  /** @type {Record<string, (gone: AbortSignal) => HTMLElement>} */
  const tabs = {
    ...(watches ? { people: () => people(user.role === 'ADMINISTRATOR') } : {}),
    jobs: (gone) => jobList(gone),
    ...(watches ? { trail: () => trail(w) } : {}),
    own: () => own(),
  };
  const body = h('div', { role: 'tabpanel' });
  let leave = new AbortController();
  const buttons = Object.keys(tabs).map((name) =>
    h('button', { type: 'button', role: 'tab', id: `tab-${name}`, onclick: () => show(name) }, w(name)));
  /** @param {string} name */
  const show = (name) => {
    leave.abort();
    leave = new AbortController();
    for (const button of buttons) button.setAttribute('aria-selected', String(button.id === `tab-${name}`));
    location.hash = name;
    fillWith(body, tabs[name](leave.signal));
  };
  fillWith(page, h('main', { class: 'office' },
    h('header', { class: 'office-head' }, h('strong', {}, w('title')), h('span', { class: 'space' }),
      h('span', { class: 'muted' }, `${user.name} · ${w(user.role)}`), h('a', { href: '/' }, w('back'))),
    h('nav', { class: 'office-tabs', role: 'tablist' }, ...buttons), body));
  const wanted = location.hash.slice(1);
  show(wanted in tabs ? wanted : Object.keys(tabs)[0]);
}

async function begin() {
  try {
    const session = await readSession();
    document.title = w('title');
    if (session.state === 'SIGNED_IN' && session.user) office(session.user);
    else fillWith(page, h('main', { class: 'office' }, h('p', {}, w('signIn')), h('p', {}, h('a', { href: '/' }, w('back')))));
  } catch (error) {
    fillWith(page, h('main', { class: 'office' }, trouble(error, () => void begin())));
  }
}

await useLanguage(wantedLanguage());
await begin();
