// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCES, textOf } from './places.js';

const palette = await import(`${RESOURCES}map/palette.js`);

test('every border stands at least 3 : 1 on paper', () => {
  const lines = [...palette.DEPARTMENTS.map((d) => d.line), palette.AREA_LINE, ...Object.values(palette.ARC_COLOURS), palette.CONFLICT.line];
  for (const line of lines) assert.ok(palette.contrast(line, palette.PAPER) >= 3, `${line}: ${palette.contrast(line, palette.PAPER)}`);
});

test('letters on a department colour, and map words on paper, are readable', () => {
  for (const { line } of palette.DEPARTMENTS) assert.ok(palette.contrast(line, '#ffffff') >= 4.5, `${line}: ${palette.contrast(line, '#ffffff')}`);
  for (const ink of [palette.BASE.community, palette.BASE.compoundText, palette.BASE.placeText]) {
    assert.ok(palette.contrast(ink, palette.PAPER) >= 4.5, `${ink}: ${palette.contrast(ink, palette.PAPER)}`);
  }
});

test('no two departments share a hatch', () => {
  assert.equal(new Set(palette.DEPARTMENTS.map((d) => d.hatch)).size, palette.DEPARTMENTS.length);
});

test('a hue beyond the palette comes round', () => {
  assert.equal(palette.department(6), palette.department(0));
  assert.equal(palette.department(-1), palette.department(5));
});

test('words of the page are readable on its grounds', () => {
  const css = textOf('style/base.css');
  const colour = (/** @type {string} */ name) => {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css);
    assert.ok(found, name);
    return found[1];
  };
  for (const [ink, ground] of [['ink', 'field'], ['muted', 'field'], ['accent', 'accent-tint'], ['error', 'error-tint'], ['warning', 'warning-tint']]) {
    assert.ok(palette.contrast(colour(ink), colour(ground)) >= 4.5, `${ink} on ${ground}: ${palette.contrast(colour(ink), colour(ground))}`);
  }
});
