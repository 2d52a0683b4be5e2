// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modules, textOf } from './places.js';

const zh = JSON.parse(textOf('i18n/zh-CN.json'));
const en = JSON.parse(textOf('i18n/en.json'));

test('both languages have the same keys, in the same order', () => {
  assert.deepEqual(Object.keys(en), Object.keys(zh));
});

test('both languages have the same marks in each sentence, unless a unit is left to the reader', () => {
  const marks = (/** @type {string} */ words) => [...words.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  for (const key of Object.keys(zh)) assert.deepEqual(marks(en[key]), marks(zh[key]), key);
});

test('no sentence is empty', () => {
  for (const [key, words] of [...Object.entries(zh), ...Object.entries(en)]) assert.notEqual(String(words).trim(), '', key);
});

test('every key that the page asks for is there, and every key that is there is asked for', () => {
  const source = modules().map(textOf).join('\n');
  const asked = new Set([...source.matchAll(/\bt\('([^']+)'/g)].map((m) => m[1]));
  // Keys that are put together: t(`summary.${key}`).
  const built = [...source.matchAll(/\bt\(`([\w.]+)\$\{/g)].map((m) => m[1]);
  for (const key of asked) assert.ok(key in zh, `missing: ${key}`);
  const all = [...asked];
  for (const key of Object.keys(zh)) {
    assert.ok(all.includes(key) || built.some((start) => key.startsWith(start)) || source.includes(`'${key}'`), `never asked for: ${key}`);
  }
});
