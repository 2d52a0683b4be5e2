// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCES } from './places.js';

const format = await import(`${RESOURCES}i18n/format.js`);

test('areas change their unit with their size', () => {
  assert.equal(format.area(3.25, 'zh-CN'), '3.3 平方米');
  assert.equal(format.area(850.4, 'zh-CN'), '850 平方米');
  assert.equal(format.area(15200, 'zh-CN'), '1.5 公顷');
  assert.equal(format.area(50803200, 'en'), '50.8 km²');
});

test('a loss has a true minus, and nothing has no sign', () => {
  assert.equal(format.signedArea(-13900, 'en'), '−1.4 ha');
  assert.equal(format.signedArea(0, 'en'), '0 m²');
  assert.equal(format.signed(212, 'zh-CN'), '+212');
  assert.equal(format.signed(-0.04, 'zh-CN', 1), '0');
});

test('lengths below a metre are centimetres', () => {
  assert.equal(format.length(0.007, 'zh-CN'), '0.7 厘米');
  assert.equal(format.length(9.25, 'en'), '9.3 m');
  assert.equal(format.length(1234, 'en'), '1.2 km');
});

test('durations', () => {
  assert.equal(format.duration(6.93, 'zh-CN'), '6.9 秒');
  assert.equal(format.duration(61, 'en'), '61 s');
  assert.equal(format.duration(185, 'zh-CN'), '3 分 5 秒');
});

test('what is not a number is a dash, what is not a date stays', () => {
  assert.equal(format.number(null, 'en'), '–');
  assert.equal(format.number(NaN, 'en'), '–');
  assert.equal(format.when('soon', 'en'), 'soon');
});

test('a sentence keeps marks it has no value for, and takes values as they are', () => {
  assert.equal(format.fill('{a} and {b}', { a: '$&' }), '$& and {b}');
  assert.equal(format.fill('{toString}'), '{toString}');
});

test('ground under a pixel', () => {
  assert.ok(Math.abs(format.metresPerPixel(0, 0) - 156543.034) < 0.01);
  assert.ok(Math.abs(format.metresPerPixel(60, 10) - 76.437) < 0.001);
  assert.equal(format.lonLat(118.33, -35.0625), '118.33000°E 35.06250°S');
});
