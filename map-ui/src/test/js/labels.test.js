// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCES } from './places.js';

const { LabelSpace, labelSpot, lineSpot } = await import(`${RESOURCES}map/place-labels.js`);

test('no two labels that were granted a place touch', () => {
  const space = new LabelSpace();
  const taken = [];
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let i = 0; i < 2000; i++) {
    const box = { x: random() * 900 - 100, y: random() * 600 - 50, width: 20 + random() * 180, height: 10 + random() * 20 };
    if (space.take(box)) taken.push(box);
  }
  assert.ok(taken.length > 50);
  for (const a of taken) {
    for (const b of taken) {
      if (a === b) continue;
      const meet = a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
      assert.ok(!meet);
    }
  }
});

test('a label of a square stands in its middle', () => {
  const spot = labelSpot([[0, 0, 10, 0, 10, 10, 0, 10]]);
  assert.equal(spot.x, 5);
  assert.ok(Math.abs(spot.y - 5) < 0.1);
  assert.equal(spot.width, 10);
});

test('a label of a crescent stands inside it, not in its hollow', () => {
  const ring = [0, 0, 10, 0, 10, 2, 3, 2, 3, 8, 10, 8, 10, 10, 0, 10];
  const spot = labelSpot([ring]);
  assert.ok(spot.x < 3 || spot.y < 2 || spot.y > 8);
});

test('a label keeps out of a hole', () => {
  const spot = labelSpot([[0, 0, 10, 0, 10, 10, 0, 10], [2, 2, 2, 8, 8, 8, 8, 2]]);
  assert.ok(!(spot.x > 2 && spot.x < 8 && spot.y > 2 && spot.y < 8));
});

test('nothing has no spot', () => {
  assert.equal(labelSpot([]), null);
  assert.equal(labelSpot([[1, 1]]), null);
});

test('a road name lies along the straight part and reads upright', () => {
  const spot = lineSpot([100, 0, 50, 0, 0, 0, 0, 10, 10, 10], 80);
  assert.ok(Math.abs(spot.angle) < 1e-9);
  assert.equal(spot.y, 0);
  assert.equal(lineSpot([0, 0, 5, 5, 10, 0, 15, 5], 18), null);
});
