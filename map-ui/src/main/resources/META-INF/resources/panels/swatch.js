// @ts-check
import { hatchField } from '../map/hatch.js';
import { AREA_LINE, department } from '../map/palette.js';
import { h } from './element.js';

/** @typedef {{role?: string, letter: string, hue: number}} Marked */

/** Side of a swatch in CSS pixels; the style sheet has the same. */
const SIDE = 28;

/** A layer's sign in the list: hatch, border and letter as on the map. @param {Marked} layer */
export function swatch(layer) {
  const sign = h('span', { class: 'swatch', 'aria-hidden': 'true' }, h('b', {}, layer.letter));
  const area = layer.role === 'AREA';
  const { line, hatch } = department(layer.hue);
  sign.style.setProperty('--line', area ? AREA_LINE : line);
  if (area) sign.classList.add('area');
  else sign.prepend(hatchField(hatch, line, SIDE));
  return sign;
}

/** A department's letter in its colour, for lists of claims. @param {Marked} layer @param {string} [title] */
export function letter(layer, title) {
  const sign = h('b', { class: 'letter', title }, layer.letter);
  sign.style.setProperty('--line', layer.role === 'AREA' ? AREA_LINE : department(layer.hue).line);
  return sign;
}
