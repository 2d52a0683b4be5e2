// @ts-check
import { HATCH_PERIOD, hatchImage } from '../map/hatch.js';
import { AREA_LINE, department } from '../map/palette.js';
import { h } from './element.js';

/** @typedef {{role?: string, letter: string, hue: number}} Marked */

/** A layer's sign in the list: hatch, border and letter as on the map. @param {Marked} layer */
export function swatch(layer) {
  const sign = h('span', { class: 'swatch', 'aria-hidden': 'true' }, h('b', {}, layer.letter));
  const area = layer.role === 'AREA';
  const { line, hatch } = department(layer.hue);
  sign.style.setProperty('--line', area ? AREA_LINE : line);
  if (area) sign.classList.add('area');
  else {
    sign.style.backgroundImage = `url(${hatchImage(hatch, line)})`;
    sign.style.backgroundSize = `${HATCH_PERIOD}px`;
  }
  return sign;
}

/** A department's letter in its colour, for lists of claims. @param {Marked} layer @param {string} [title] */
export function letter(layer, title) {
  const sign = h('b', { class: 'letter', title }, layer.letter);
  sign.style.setProperty('--line', layer.role === 'AREA' ? AREA_LINE : department(layer.hue).line);
  return sign;
}
