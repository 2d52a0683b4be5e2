// @ts-check
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RESOURCES } from './places.js';

const { detailWords, subjectWords } = await import(`${RESOURCES}audit/told.js`);
const { listed } = await import(`${RESOURCES}account/sheet.js`);
const { ROLES, hasWord, w } = await import(`${RESOURCES}account/words.js`);
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

test('every operation of a plan and every part of the ground has a word', () => {
  const words = readFileSync(`${BACKEND}server/src/main/java/onegrid/server/plan/PlanWords.java`, 'utf8');
  const verbs = [...words.matchAll(/Map\.entry\("([A-Z_]+)"/gu)].map((found) => found[1]);
  assert.ok(verbs.length > 10, `${verbs.length} verbs`);
  assert.deepEqual([...verbs, ...constants('GroundPart').map((part) => `told.${part}`)].filter((key) => !hasWord(key)), []);
});

test('the trail is kept in codes and read in words', () => {
  /** @type {[string, string, string][]} */
  const drawn = [
    ['layer.save', '综治, 2020, 412 cells', '综治, 2020，412 个网格'],
    ['mosaic.save', '2317 units', '2317 个地块'],
    ['place.load', '31 divisions, 980 buildings', '31 个区划，980 栋楼'],
    ['place.replace', 'GATES, 14', '出入口，14 个'],
    ['coverage.save', '980 buildings, network ab12', '980 栋楼，路网版本 ab12'],
    ['token.create', 'read, write', '可修改'],
    ['job.enqueue', 'MERGE', '多网合一'],
    ['workspace.frame', 'EPSG:4549', 'EPSG:4549'],
    ['plan.append', '3..3 TRANSFER', '第 3 步，划转地块'],
    ['plan.append', '3..5 TRANSFER,LOCK_ARC', '第 3–5 步，划转地块，锁定边界'],
    ['plan.change', '城东, editors [4, 5]', '城东，参与人 4, 5'],
    ['plan.change', '城东, editors []', '城东'],
    ['plan.in_force', 'seq 7 0123456789abcdef', '到第 7 步为止，指纹 0123456789ab'],
    ['plan.carry', 'from plan 3', '来自方案 3'],
    ['account.create', 'ADMINISTRATOR', '管理员'],
    ['account.rights', 'STREET_OFFICE, disabled, [371302001, 371302002]', '街道办，已停用，负责区划 371302001，371302002'],
    ['account.rights', 'CLERK, [371302], [党建, 综治]', '部门经办，负责区划 371302，所属部门 党建，综治'],
    ['workspace.create', '[1, 2]', '[1, 2]'],
  ];
  for (const [verb, detail, words] of drawn) assert.equal(detailWords(verb, detail, w), words);
  assert.equal(subjectWords('layer 12', w), '图层 12');
  assert.equal(subjectWords('POST /api/plans', w), 'POST /api/plans');
});
