// @ts-check
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RESOURCES } from './places.js';

const { listed } = await import(`${RESOURCES}account/sheet.js`);
const { ROLES, hasWord } = await import(`${RESOURCES}account/words.js`);
const BACKEND = new URL('../../../../backend/', import.meta.url).pathname;

/** @param {string} folder @returns {string} all Java below it */
const java = (folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.java')).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');

/** @param {string} name an enum of the store @returns {string[]} */
const constants = (name) => {
  const text = readFileSync(`${BACKEND}store/src/main/java/onegrid/store/${name}.java`, 'utf8');
  const body = text.slice(text.indexOf('{', text.indexOf('enum ')) + 1).split(/[;}]/u)[0];
  return body.replaceAll(/\/\*[^]*?\*\/|\([^)]*\)/gu, '').split(',').map((one) => one.trim()).filter(Boolean);
};

test('codes and names may be listed with any comma', () => {
  assert.deepEqual(listed(' 综治\uff0c党建\u3001民政;城管\uff1b371302 371303,'), ['综治', '党建', '民政', '城管', '371302', '371303']);
  assert.deepEqual(listed(''), []);
});

test('everything that the trail can say has a word', () => {
  const written = java(`${BACKEND}store/src/main/java`) + java(`${BACKEND}server/src/main/java`);
  const verbs = [...written.matchAll(/audit(?:\(\))?\s*\.append\(\s*[^"]*?"([a-z_.]+)"/gu)].map((found) => found[1]);
  assert.ok(verbs.length > 15, `${verbs.length} verbs`);
  assert.deepEqual([...new Set(verbs)].filter((verb) => !verb.endsWith('.') && !hasWord(verb)), []);
});

test('every state, kind and role has a word', () => {
  assert.deepEqual(constants('PlanState').map((state) => `plan.${state.toLowerCase()}`).filter((key) => !hasWord(key)), []);
  assert.deepEqual([...constants('JobKind'), ...constants('JobState'), ...ROLES].filter((key) => !hasWord(key)), []);
  assert.deepEqual(constants('Role').filter((role) => !ROLES.includes(role)), []);
});
