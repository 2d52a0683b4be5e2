// @ts-check
/** Users and their rights, for administrators; inspectors look. */
import { getJson, write } from '../server/http.js';
import { fillWith, h } from '../panels/element.js';
import { trouble, waiting } from '../panels/notice.js';
import { listed, sheet, table } from './sheet.js';
import { ROLES, w } from './words.js';

/**
 * @typedef {object} Account
 * @property {number} id
 * @property {string} name
 * @property {string} role
 * @property {boolean} enabled
 * @property {string[]} divisions
 * @property {string[]} departments
 */

/** @param {string} value */
function roleField(value) {
  const field = h('select', {}, ...ROLES.map((role) => h('option', { value: role, selected: role === value }, w(role))));
  return field;
}

/** @param {boolean} mayChange @returns {HTMLElement} */
export function people(mayChange) {
  const box = h('section', {}, waiting());
  const form = h('div', {});
  const names = h('datalist', { id: 'division-codes' });

  /** @param {string[]} codes */
  const divisionsField = (codes) => h('input', { list: 'division-codes', value: codes.join(' '), placeholder: '371302 371302001' });

  const showNew = () => {
    const name = h('input', { autocomplete: 'off', maxlength: 80 });
    const password = h('input', { type: 'password', autocomplete: 'new-password' });
    const role = roleField('STREET_OFFICE');
    const divisions = divisionsField([]);
    const departments = h('input', { placeholder: '综治 党建' });
    fillWith(form, sheet(w('add'), [
      [w('name'), name], [w('password'), password], [w('role'), role], [w('divisions'), divisions], [w('departments'), departments],
    ], async () => {
      await write('POST', '/api/accounts', {
        name: name.value, password: password.value, role: role.value,
        divisions: listed(divisions.value), departments: listed(departments.value),
      });
      await load();
    }));
  };

  /** @param {Account} account */
  const showChange = async (account) => {
    // Read anew, so that the change names the version it was made from.
    /** @type {Account} */
    const now = await getJson(`/api/accounts/${account.id}`);
    const role = roleField(now.role);
    const divisions = divisionsField(now.divisions);
    const departments = h('input', { value: now.departments.join(' ') });
    const password = h('input', { type: 'password', autocomplete: 'new-password' });
    fillWith(form,
      sheet(`${w('save')} · ${now.name}`, [[w('role'), role], [w('divisions'), divisions], [w('departments'), departments]], async () => {
        await write('PATCH', `/api/accounts/${now.id}`, {
          role: role.value, divisions: listed(divisions.value), departments: listed(departments.value),
        });
        await load();
      }, showNew, w('close')),
      sheet(`${w('setPassword')} · ${now.name}`, [[w('newPassword'), password]], async () => {
        await write('PUT', `/api/accounts/${now.id}/password`, { password: password.value });
        await load();
      }));
  };

  /** @param {Account} account */
  const switchOnOff = async (account) => {
    try {
      await getJson(`/api/accounts/${account.id}`);
      await write('PATCH', `/api/accounts/${account.id}`, { enabled: !account.enabled });
      await load();
    } catch (error) {
      fillWith(form, trouble(error, showNew));
    }
  };

  /** @param {Account} account */
  const row = (account) => [
    account.name, w(account.role), account.divisions.join(' ') || '—', account.departments.join(' ') || '—',
    account.enabled ? w('enabled') : w('disabled'),
    mayChange ? h('span', {},
      h('button', { type: 'button', class: 'small', onclick: () => showChange(account).catch((error) => fillWith(form, trouble(error))) }, w('change')), ' ',
      h('button', { type: 'button', class: 'small', onclick: () => switchOnOff(account) }, account.enabled ? w('disable') : w('enable'))) : null,
  ];

  const load = async () => {
    try {
      /** @type {Account[]} */
      const accounts = await getJson('/api/accounts');
      /** @type {{code: string, name: string}[]} */
      const divisions = await getJson('/api/divisions');
      fillWith(names, ...divisions.map((one) => h('option', { value: one.code }, one.name)));
      if (mayChange) showNew();
      fillWith(box, names, form, table([w('name'), w('role'), w('divisions'), w('departments'), w('state'), ''], accounts.map(row)));
    } catch (error) {
      fillWith(box, trouble(error, () => void load()));
    }
  };
  void load();
  return box;
}
