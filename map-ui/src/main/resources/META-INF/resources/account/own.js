// @ts-check
/** One's own password, and tokens for programs. */
import { getJson, write } from '../server/http.js';
import { readSession } from '../server/session.js';
import { whenWords } from '../i18n/words.js';
import { fillWith, h } from '../panels/element.js';
import { trouble, waiting } from '../panels/notice.js';
import { sheet, table } from './sheet.js';
import { w } from './words.js';

/** @typedef {{id: number, name: string, mayWrite: boolean, expiresAt: string}} Token */

/** @returns {HTMLElement} */
export function own() {
  const before = h('input', { type: 'password', autocomplete: 'current-password' });
  const after = h('input', { type: 'password', autocomplete: 'new-password' });
  const said = h('p', { role: 'status' });
  const list = h('div', {}, waiting());
  const secret = h('div', {});
  const name = h('input', { maxlength: 80 });
  const days = h('input', { type: 'number', min: 1, max: 366, value: 90 });
  const writes = h('select', {}, h('option', { value: '' }, w('tokenReads')), h('option', { value: 'yes' }, w('tokenWrites')));

  const load = async () => {
    try {
      /** @type {Token[]} */
      const tokens = await getJson('/api/account/tokens');
      fillWith(list, tokens.length === 0 ? h('p', { class: 'muted' }, w('none')) : table([w('name'), '', w('until'), ''], tokens.map((token) => [
        token.name, token.mayWrite ? w('tokenWrites') : w('tokenReads'), whenWords(token.expiresAt),
        h('button', { type: 'button', class: 'small danger', onclick: async () => {
          try {
            await write('DELETE', `/api/account/tokens/${token.id}`);
            await load();
          } catch (error) {
            fillWith(list, trouble(error, () => void load()));
          }
        } }, w('remove')),
      ])));
    } catch (error) {
      fillWith(list, trouble(error, () => void load()));
    }
  };
  void load();
  return h('section', {},
    sheet(w('save'), [[w('oldPassword'), before], [w('newPassword'), after]], async () => {
      await write('POST', '/api/account/password', { before: before.value, after: after.value });
      // The session has a new token from here on.
      await readSession();
      before.value = after.value = '';
      said.textContent = w('changed');
    }),
    said, h('h2', {}, w('tokens')), secret,
    sheet(w('make'), [[w('name'), name], ['', writes], [w('days'), days]], async () => {
      /** @type {{secret: string}} */
      const made = await write('POST', '/api/account/tokens', {
        name: name.value, mayWrite: writes.value === 'yes', days: Number.parseInt(days.value, 10) || 0,
      });
      fillWith(secret, h('p', {}, w('secretOnce')), h('p', { class: 'secret' }, made.secret));
      await load();
    }),
    list);
}
