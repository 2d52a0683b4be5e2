// @ts-check
/** The page before anyone is signed in: first set-up, and log-in. */
import { problemOf } from '../server/http.js';
import { logIn, setUp } from '../server/session.js';
import { either, t } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { languageSwitch } from './language-switch.js';
import { trouble } from './notice.js';

/** @typedef {import('../server/types.js').Session} Session */

const SHORTEST_PASSWORD = 10;

/**
 * @param {string} id @param {string} label @param {Record<string, string>} attributes @param {string} [hint]
 */
function field(id, label, attributes, hint) {
  const input = h('input', { id, name: id, required: true, 'aria-describedby': `${id}-said`, ...attributes });
  const said = h('p', { id: `${id}-said`, class: 'said' }, hint);
  const row = h('div', { class: 'field' }, h('label', { for: id }, label), input, said);
  return {
    row,
    input,
    /** @param {string} words what is wrong, empty when nothing is */
    say(words) {
      said.textContent = words || (hint ?? '');
      said.classList.toggle('wrong', words !== '');
      input.setAttribute('aria-invalid', String(words !== ''));
    },
  };
}

/**
 * @param {string} title @param {string} lead @param {string} verb @param {Node[]} rows
 * @param {(problems: HTMLElement) => Promise<void>} send
 */
function card(title, lead, verb, rows, send) {
  const problems = h('div', { class: 'form-problems' });
  const button = h('button', { type: 'submit', class: 'primary wide' }, verb);
  const form = h('form', {
    novalidate: true,
    onsubmit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      button.disabled = true;
      fillWith(problems);
      await send(problems);
      button.disabled = false;
    },
  }, ...rows, problems, button);
  return h('main', { class: 'gate' },
    h('div', { class: 'gate-card' },
      h('p', { class: 'gate-brand' }, t('app.name'), h('span', {}, t('app.sub'))),
      h('h1', {}, title), h('p', { class: 'lead' }, lead), form),
    h('div', { class: 'gate-foot' }, languageSwitch()));
}

/**
 * @param {string} token @param {(session: Session) => void} done
 * @returns {HTMLElement}
 */
export function setUpPage(token, done) {
  if (!token) {
    return h('main', { class: 'gate' },
      h('div', { class: 'gate-card' },
        h('p', { class: 'gate-brand' }, t('app.name'), h('span', {}, t('app.sub'))),
        h('h1', {}, t('setup.title')), h('p', { class: 'lead' }, t('setup.noToken')),
        h('code', { class: 'sample' }, 'http://127.0.0.1:8080/#setup=…')),
      h('div', { class: 'gate-foot' }, languageSwitch()));
  }
  const name = field('name', t('setup.name'), { autocomplete: 'username', maxlength: '60' });
  const password = field('password', t('setup.password'), { type: 'password', autocomplete: 'new-password' }, t('setup.passwordHint'));
  const again = field('again', t('setup.again'), { type: 'password', autocomplete: 'new-password' });
  const check = () => {
    const [n, p, a] = [name.input.value.trim(), password.input.value, again.input.value];
    name.say(n ? '' : t('setup.nameMissing'));
    let weak = '';
    if ([...p].length < SHORTEST_PASSWORD) weak = t('setup.passwordShort', { n: SHORTEST_PASSWORD });
    else if (n && p.toLowerCase().includes(n.toLowerCase())) weak = t('setup.passwordIsName');
    password.say(weak);
    again.say(p === a ? '' : t('setup.differs'));
    return n !== '' && weak === '' && p === a;
  };
  again.input.addEventListener('input', () => {
    if (again.input.getAttribute('aria-invalid') === 'true' && again.input.value === password.input.value) again.say('');
  });
  return card(t('setup.title'), t('setup.lead'), t('setup.do'), [name.row, password.row, again.row], async (problems) => {
    if (!check()) {
      const wrong = [name, password, again].find((f) => f.input.getAttribute('aria-invalid') === 'true');
      wrong?.input.focus();
      return;
    }
    try {
      done(await setUp(token, name.input.value.trim(), password.input.value));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 422) password.say(either(problem.detail || problem.title, problem.detailEn || problem.titleEn));
      else fillWith(problems, trouble(error));
    }
  });
}

/** @param {(session: Session) => void} done @param {string} [notice] why one is here again */
export function logInPage(done, notice) {
  const name = field('name', t('login.name'), { autocomplete: 'username' });
  const password = field('password', t('login.password'), { type: 'password', autocomplete: 'current-password' });
  const page = card(t('login.title'), notice ?? t('login.lead'), t('login.do'), [name.row, password.row], async (problems) => {
    name.say(name.input.value.trim() ? '' : t('setup.nameMissing'));
    password.say(password.input.value ? '' : t('login.passwordMissing'));
    if (!name.input.value.trim() || !password.input.value) return;
    try {
      done(await logIn(name.input.value.trim(), password.input.value));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 401) password.say(t('login.wrong'));
      else fillWith(problems, trouble(error));
      password.input.select();
    }
  });
  queueMicrotask(() => name.input.focus());
  return page;
}
