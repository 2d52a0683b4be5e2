// @ts-check
import { getJson, useCsrf, write } from './http.js';

/** @typedef {import('./types.js').Session} Session */

/** @param {Session} session @returns {Session} */
function keep(session) {
  if (session.csrf) useCsrf(session.csrf);
  return session;
}

/** @returns {Promise<Session>} */
export const readSession = async () => keep(await getJson('/api/session'));

/**
 * Creates the administrator and signs in.
 * @param {string} token from the one-time link
 * @param {string} name
 * @param {string} password
 * @returns {Promise<Session>}
 */
export async function setUp(token, name, password) {
  await write('POST', '/api/setup', { token, name, password });
  // The token of the anonymous session has run out with it.
  return readSession();
}

/** @param {string} name @param {string} password @returns {Promise<Session>} */
export async function logIn(name, password) {
  await write('POST', '/api/login', { name, password });
  return readSession();
}

/** @returns {Promise<Session>} */
export async function logOut() {
  await write('POST', '/api/logout');
  return readSession();
}
