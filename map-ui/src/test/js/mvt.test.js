// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCES } from './places.js';

const { decodeTile } = await import(`${RESOURCES}map/mvt.js`);

/** A tile is written here by hand, so that the decoder is checked against the format, not against itself. */
const varint = (n) => {
  const bytes = [];
  let rest = BigInt(n);
  do {
    const byte = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? byte | 0x80 : byte);
  } while (rest > 0n);
  return bytes;
};
const zigzag = (n) => varint(n < 0 ? -2 * n - 1 : 2 * n);
const field = (number, bytes) => [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
const number = (at, n) => [...varint(at * 8), ...varint(n)];
const text = (at, words) => field(at, [...new TextEncoder().encode(words)]);
const feature = ({ tags = [], type, geometry }) => [
  ...field(2, tags.flatMap(varint)), ...number(3, type), ...field(4, geometry),
];
const layer = (name, features, keys = [], values = [], extent = 4096) => field(3, [
  ...number(15, 2), ...text(1, name), ...features.flatMap((f) => field(2, f)),
  ...keys.flatMap((k) => text(3, k)), ...values.flatMap((v) => field(4, v)), ...number(5, extent),
]);
const moveTo = (...steps) => [...varint((steps.length / 2) * 8 + 1), ...steps.flatMap(zigzag)];
const lineTo = (...steps) => [...varint((steps.length / 2) * 8 + 2), ...steps.flatMap(zigzag)];
const CLOSE = varint(8 + 7);

test('an empty tile has no layers', () => {
  assert.deepEqual(decodeTile(new Uint8Array()), {});
});

test('a polygon with a hole keeps its rings, counted from the last point of the ring before', () => {
  const geometry = [
    ...moveTo(0, 0), ...lineTo(10, 0, 0, 10, -10, 0), ...CLOSE,
    ...moveTo(2, -8), ...lineTo(0, 4, 4, 0), ...CLOSE,
  ];
  const tile = decodeTile(Uint8Array.from(layer('cell', [feature({ type: 3, geometry })])));
  assert.deepEqual(tile.cell.features[0].parts.map((part) => [...part]), [
    [0, 0, 10, 0, 10, 10, 0, 10],
    [2, 2, 2, 6, 6, 6],
  ]);
});

test('lines are parts, points are one part', () => {
  const lines = [...moveTo(5, 5), ...lineTo(-10, 0), ...moveTo(0, 20), ...lineTo(1, 1)];
  const points = moveTo(1, 2, 3, 4);
  const tile = decodeTile(Uint8Array.from([
    ...layer('road', [feature({ type: 2, geometry: lines })]),
    ...layer('place', [feature({ type: 1, geometry: points })]),
  ]));
  assert.deepEqual(tile.road.features[0].parts.map((p) => [...p]), [[5, 5, -5, 5], [-5, 25, -4, 26]]);
  assert.deepEqual(tile.place.features[0].parts.map((p) => [...p]), [[1, 2, 4, 6]]);
});

test('values of every kind are read, and Chinese names whole', () => {
  const double = new Uint8Array(8);
  new DataView(double.buffer).setFloat64(0, 1.5, true);
  const float = new Uint8Array(4);
  new DataView(float.buffer).setFloat32(0, -0.25, true);
  const values = [
    text(1, '柳青街道'), [...varint(2 * 8 + 5), ...float], [...varint(3 * 8 + 1), ...double],
    number(4, 9007199254740991n), number(5, 300), [...varint(6 * 8), ...zigzag(-7)], number(7, 1), number(7, 0),
  ];
  const keys = ['name', 'float', 'double', 'int', 'uint', 'sint', 'yes', 'no'];
  const tags = keys.flatMap((_, i) => [i, i]);
  const tile = decodeTile(Uint8Array.from(layer('unit', [feature({ tags, type: 1, geometry: moveTo(0, 0) })], keys, values)));
  assert.deepEqual(tile.unit.features[0].properties, {
    name: '柳青街道', float: -0.25, double: 1.5, int: 9007199254740991, uint: 300, sint: -7, yes: true, no: false,
  });
});

test('fields that are not known are skipped', () => {
  const strange = [...number(20, 5), ...field(21, [1, 2, 3]), ...varint(22 * 8 + 1), ...Array(8).fill(0), ...varint(23 * 8 + 5), 0, 0, 0, 0];
  const tile = decodeTile(Uint8Array.from([...strange, ...layer('water', [], [], [], 512)]));
  assert.equal(tile.water.extent, 512);
});

test('a view into a larger buffer is read from its own start', () => {
  const bytes = layer('water', [feature({ type: 3, geometry: [...moveTo(1, 1), ...lineTo(1, 0, 0, 1), ...CLOSE] })]);
  const whole = Uint8Array.from([9, 9, 9, ...bytes]);
  assert.equal(decodeTile(whole.subarray(3)).water.features.length, 1);
});

test('a broken tile is refused, wherever it is cut', () => {
  const bytes = Uint8Array.from(layer('water', [feature({ type: 3, geometry: [...moveTo(1, 1), ...lineTo(9, 0, 0, 9), ...CLOSE] })]));
  for (let length = 1; length < bytes.length; length++) {
    assert.throws(() => decodeTile(bytes.slice(0, length)), RangeError, `cut at ${length}`);
  }
  assert.throws(() => decodeTile(Uint8Array.from(layer('water', [feature({ type: 3, geometry: [8 + 5, 0] })]))), RangeError);
  assert.throws(() => decodeTile(Uint8Array.from(Array(11).fill(0xff))), RangeError);
});
