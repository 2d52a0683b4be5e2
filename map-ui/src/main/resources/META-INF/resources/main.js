// @ts-check
import { connection } from './server/http.js';
import { readSession } from './server/session.js';
import { t, useLanguage, wantedLanguage } from './i18n/words.js';
import { workbench } from './modes/workbench.js';
import { fillWith, h } from './panels/element.js';
import { logInPage, setUpPage } from './panels/gate.js';
import { trouble, waiting } from './panels/notice.js';

/** @typedef {import('./server/types.js').Session} Session */

const page = /** @type {HTMLElement} */ (document.getElementById('page'));
/** @type {{remove: () => void}|null} */
let bench = null;

/** @param {Session} session @param {string} [notice] */
function show(session, notice) {
  bench?.remove();
  bench = null;
  if (session.state === 'SIGNED_IN') {
    bench = workbench(page, session, (ended) => show(ended));
    return;
  }
  if (session.state === 'SETUP') {
    // The token stands in the fragment, which is never sent or logged.
    const token = new URLSearchParams(location.hash.slice(1)).get('setup') ?? '';
    fillWith(page, setUpPage(token, (signedIn) => {
      history.replaceState(null, '', location.pathname + location.search);
      show(signedIn);
    }));
    return;
  }
  fillWith(page, logInPage((signedIn) => show(signedIn), notice));
}

async function begin() {
  const gate = h('main', { class: 'gate' }, waiting());
  fillWith(page, gate);
  connection.addEventListener('lost', () => fillWith(gate, waiting(t('connection.lost'))), { once: true });
  try {
    show(await readSession());
  } catch (error) {
    fillWith(page, h('main', { class: 'gate' }, trouble(error, () => void begin())));
  }
}

connection.addEventListener('signed-out', () => {
  if (!bench) return;
  bench.remove();
  bench = null;
  void readSession().then((session) => show(session, t('login.ended')));
});
addEventListener('hashchange', () => {
  if (!bench && location.hash.includes('setup=')) void begin();
});

try {
  await useLanguage(wantedLanguage());
  await begin();
} catch (error) {
  page.textContent = '页面没有读全，请刷新。 The page did not load completely; please reload.';
  throw error;
}
