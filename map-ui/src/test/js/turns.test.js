// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCES } from './places.js';

const { Turns } = await import(`${RESOURCES}map/turns.js`);

test('no more run than may, the smallest rank goes first, and a failure gives its turn back', async () => {
  const turns = new Turns(2);
  let running = 0;
  let most = 0;
  /** @type {string[]} */
  const order = [];
  const act = (/** @type {string} */ name, fails = false) => async () => {
    most = Math.max(most, ++running);
    order.push(name);
    await new Promise((done) => setTimeout(done, 2));
    running--;
    if (fails) throw new Error(name);
  };
  const all = [
    turns.take(act('first'), () => 5),
    turns.take(act('second', true), () => 5),
    turns.take(act('hidden'), () => 2),
    turns.take(act('seen'), () => 1),
    turns.take(act('seen too'), () => 1),
  ];
  const ends = await Promise.allSettled(all);
  assert.equal(most, 2);
  assert.deepEqual(order, ['first', 'second', 'seen', 'seen too', 'hidden']);
  assert.deepEqual(ends.map((end) => end.status), ['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
});
