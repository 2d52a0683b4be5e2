// @ts-check
import { MOSAIC_FILES, mosaicFile } from '../server/mosaics.js';
import {
  areaWords, durationWords, either, lengthWords, num, signedAreaWords, signedNum, t,
} from '../i18n/words.js';
import { h } from './element.js';
import { icon } from './icons.js';
import { swatch } from './swatch.js';

/** @typedef {import('../server/types.js').Mosaic} Mosaic */
/** @typedef {import('../server/types.js').MosaicInput} MosaicInput */

/** Smaller shifts are the noise of drawing. */
const LEAST_SHIFT_METRES = 0.005;

/** What a merge did, in numbers. @param {Mosaic} mosaic */
export function mergeSummary(mosaic) {
  return h('div', { class: 'summary' },
    h('div', { class: 'figures' },
      figure(num(mosaic.units), t('summary.units')),
      figure(areaWords(mosaic.areaSquareMetres), t('summary.area')),
      figure(num(mosaic.people), t('summary.people')),
      figure(num(mosaic.households), t('summary.households')),
      figure(num(mosaic.buildings), t('summary.buildings')),
      figure(durationWords(mosaic.wallSeconds), t('summary.seconds'))),
    h('h3', {}, t('summary.layers')),
    h('ul', { class: 'inputs' }, ...mosaic.inputs.map(input)),
    h('h3', {}, t('summary.files')),
    h('ul', { class: 'files' }, ...MOSAIC_FILES.map((file) => h('li', {},
      h('a', { href: mosaicFile(mosaic.id, file), download: file }, icon('download', 15),
        h('span', {}, t(`file.${file}`)), h('span', { class: 'muted' }, file))))),
    h('details', { class: 'phases' }, h('summary', {}, t('summary.phases')),
      h('ul', {}, ...mosaic.phases.map((phase) => h('li', {},
        h('span', {}, either(phase.title, phase.titleEn)), h('span', { class: 'muted number' }, durationWords(phase.wallSeconds)))))));
}

/** @param {string} value @param {string} words */
function figure(value, words) {
  const [, amount, unit] = /** @type {RegExpMatchArray} */ (value.match(/^(\S+)(?:\s+(.*))?$/) ?? [value, value, '']);
  return h('div', {}, h('b', {}, amount, unit && h('small', {}, ` ${unit}`)), h('span', {}, words));
}

/** @param {MosaicInput} layer */
function input(layer) {
  const shifted = Math.hypot(layer.shiftEastMetres, layer.shiftNorthMetres) > LEAST_SHIFT_METRES;
  return h('li', {},
    h('div', { class: 'input-head' }, swatch(layer), h('span', { class: 'layer-name' }, layer.name)),
    h('dl', { class: 'facts' },
      layer.role !== 'AREA' && [h('dt', {}, t('summary.tolerance')), h('dd', {}, lengthWords(layer.toleranceMetres))],
      shifted && [h('dt', {}, t('summary.shift')), h('dd', {}, t('summary.shiftWords', {
        east: signedNum(layer.shiftEastMetres, 1), north: signedNum(layer.shiftNorthMetres, 1),
      }))],
      layer.largestDriftMetres > 0 && [h('dt', {}, t('summary.drift')), h('dd', { class: 'pieces' },
        h('span', {}, t('summary.driftMean', { n: lengthWords(layer.meanDriftMetres) })), h('wbr'),
        h('span', {}, t('summary.driftMost', { n: lengthWords(layer.largestDriftMetres) })),
        h('br'), h('span', {}, t('summary.driftMatches', { n: num(layer.driftMatches) })))],
      h('dt', {}, t('summary.moved')), h('dd', {}, lengthWords(layer.largestMovementMetres)),
      layer.outsideSquareMetres > 0 && [h('dt', {}, t('summary.outside')), h('dd', {}, areaWords(layer.outsideSquareMetres))],
      h('dt', {}, t('summary.ground')), h('dd', {}, signedAreaWords(layer.gainedSquareMetres), ' / ', signedAreaWords(-layer.lostSquareMetres)),
      h('dt', {}, t('summary.peopleMoved')), h('dd', {}, signedNum(layer.gainedPeople), ' / ', signedNum(-layer.lostPeople))));
}
