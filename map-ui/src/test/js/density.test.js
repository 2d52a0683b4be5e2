// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCES } from './places.js';

const { lineStrength, middlingSide } = await import(`${RESOURCES}map/density.js`);

/** @param {number} side */
const square = (side) => ({ type: 3, properties: {}, parts: [Int16Array.from([0, 0, side, 0, side, side, 0, side])] });

test('a few odd cells do not change the middling side', () => {
  assert.equal(middlingSide([square(64), square(64), square(64), square(4000), square(1)]), 64);
});

test('tiles with nearly the same cells get the same lines', () => {
  assert.equal(middlingSide([square(60)]), middlingSide([square(68)]));
});

test('crowded cells have fine lines, roomy ones full lines, and none have none to fear', () => {
  assert.equal(lineStrength([square(8)], 0.125), 0.2);
  assert.equal(lineStrength([square(1024)], 0.125), 1);
  assert.equal(lineStrength([], 0.125), 1);
});
