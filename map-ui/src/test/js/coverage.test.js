// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCES } from './places.js';

const { divisions, gain, parts, share, twoByTwo, whole } = await import(`${RESOURCES}coverage/figures.js`);
const { NOTHING, after, count, isNothing } = await import(`${RESOURCES}coverage/wish.js`);
const { latest } = await import(`${RESOURCES}server/latest.js`);
const { USUAL, fields, order, wrong } = await import(`${RESOURCES}coverage/order.js`);
const { kindSigns } = await import(`${RESOURCES}coverage/kinds.js`);

const counts = (/** @type {number} */ covered, /** @type {number} */ notCovered, unknown = 0) =>
  ({ covered, notCovered, unknown, all: covered + notCovered + unknown });
const figure = (/** @type {string} */ by, /** @type {string} */ key, /** @type {string} */ measure, /** @type {any} */ people) =>
  ({ by, key, measure, people, households: people, buildings: people });

test('who is not known to be covered stands in the denominator', () => {
  assert.equal(share(counts(60, 30, 10)), 0.6);
  assert.equal(share(counts(0, 0)), 0);
});

test('parts come by the way through the network, most people left out first', () => {
  const figures = [
    figure('ALL', '', 'NETWORK', counts(9, 1)), figure('ALL', '', 'STRAIGHT', counts(10, 0)),
    figure('COMMUNITY', 'a', 'NETWORK', counts(5, 0)), figure('COMMUNITY', 'b', 'NETWORK', counts(4, 1)),
    figure('COMMUNITY', 'b', 'STRAIGHT', counts(0, 5)), figure('COMPOUND_AGE', 'OLD', 'NETWORK', counts(9, 1)),
  ];
  assert.deepEqual(parts(figures, 'COMMUNITY').map((/** @type {any} */ p) => p.key), ['b', 'a']);
  assert.deepEqual(divisions(figures), ['COMMUNITY', 'COMPOUND_AGE']);
  assert.equal(whole(figures, 'STRAIGHT').people.covered, 10);
});

test('the four fields and the unknown make up everybody', () => {
  const table = [figure('RADIUS', 'COVERED', 'NETWORK', counts(80, 5, 2)), figure('RADIUS', 'NOT_COVERED', 'NETWORK', counts(7, 3, 1))];
  const cells = twoByTwo(table, 'people');
  assert.deepEqual(cells, { both: 80, paperOnly: 5, footOnly: 7, neither: 3, unknown: 3, all: 98 });
  assert.equal(cells.both + cells.paperOnly + cells.footOnly + cells.neither + cells.unknown, cells.all);
});

test('what is gained is the difference of numerators', () => {
  const before = { people: counts(60, 40), households: counts(6, 4), buildings: counts(2, 1) };
  const later = { people: counts(55, 45), households: counts(7, 3), buildings: counts(2, 1) };
  assert.deepEqual(['people', 'households', 'buildings'].map((unit) => gain(before, later, unit)), [-5, 1, 0]);
});

test('a wish grows by one change and leaves the one before alone', () => {
  const moved = after(NOTHING, { kind: 'move', station: 's', lon: 1, lat: 2 });
  const again = after(moved, { kind: 'move', station: 's', lon: 3, lat: 4 });
  assert.deepEqual(again.moves, [{ station: 's', lon: 3, lat: 4 }]);
  assert.equal(moved.moves[0].lon, 1);
  const closed = after(again, { kind: 'close', station: 's' });
  assert.deepEqual([closed.moves, closed.closes], [[], ['s']]);
  assert.ok(isNothing(after(closed, { kind: 'reopen', station: 's' })));
  const two = after(after(NOTHING, { kind: 'add', lon: 1, lat: 1 }), { kind: 'add', lon: 2, lat: 2 });
  assert.deepEqual(after(after(two, { kind: 'moveAdded', index: 1, lon: 9, lat: 9 }), { kind: 'removeAdded', index: 0 }).adds, [{ lon: 9, lat: 9 }]);
  const gate = after(NOTHING, { kind: 'gate', gate: 'g', open: true });
  assert.equal(count(gate), 1);
  assert.ok(isNothing(after(gate, { kind: 'gate', gate: 'g', open: false })));
});

test('while a question is under way only the newest of those that wait is asked', async () => {
  /** @type {((value: number) => void)[]} */
  const open = [];
  /** @type {number[]} */
  const asked = [];
  /** @type {number[]} */
  const answers = [];
  const ask = latest((/** @type {number} */ q) => new Promise((resolve) => { asked.push(q); open.push(resolve); }), (/** @type {number} */ a) => answers.push(a), assert.fail);
  [1, 2, 3, 4].forEach(ask);
  assert.deepEqual(asked, [1]);
  open[0](10);
  await new Promise(setImmediate);
  assert.deepEqual([asked, answers], [[1, 4], [10]]);
  open[1](40);
  await new Promise(setImmediate);
  ask(5);
  assert.deepEqual([asked, answers], [[1, 4, 5], [10, 40]]);
});

test('a failure is told and does not stop what waits', async () => {
  /** @type {unknown[]} */
  const failures = [];
  /** @type {number[]} */
  const answers = [];
  const ask = latest((/** @type {number} */ q) => (q === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(q)), (/** @type {number} */ a) => answers.push(a), (/** @type {unknown} */ e) => failures.push(e));
  ask(1);
  ask(2);
  await new Promise(setImmediate);
  assert.deepEqual([failures.length, answers], [1, [2]]);
});

test('a question and its fields say the same', () => {
  const asked = { ...USUAL, minutes: '15', speed: '0.94', when: 'SATURDAY', time: '08:30', kind: '驿站', item: '社保', qualified: true, capacity: '800' };
  assert.equal(wrong(asked), '');
  assert.deepEqual(fields(order(asked)), asked);
  assert.deepEqual(order(USUAL).kinds, []);
  assert.equal(order(USUAL).time, null);
  assert.deepEqual(fields({}), USUAL);
});

test('absurd fields are told by the words for them', () => {
  for (const minutes of ['0', '-5', '121', 'x', '']) assert.equal(wrong({ ...USUAL, minutes }), 'coverage.minutesWrong', minutes);
  for (const speed of ['0', '9', 'NaN']) assert.equal(wrong({ ...USUAL, speed }), 'coverage.speedWrong', speed);
  for (const capacity of ['-1', '1.5', 'x']) assert.equal(wrong({ ...USUAL, capacity }), 'coverage.capacityWrong', capacity);
  for (const time of ['', '25:00', '9']) assert.equal(wrong({ ...USUAL, when: 'MONDAY', time }), 'coverage.timeWrong', time);
});

test('each kind of station has a letter of its own', () => {
  const signs = kindSigns(['社区中心', '社区中心', '社区食堂', '驿站'].map((kind) => ({ kind })));
  assert.deepEqual([...signs.values()].map(({ letter, number, stations }) => [letter, number, stations]), [['社', 0, 2], ['区', 1, 1], ['驿', 2, 1]]);
});
