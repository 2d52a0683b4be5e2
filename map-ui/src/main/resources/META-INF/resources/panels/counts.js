// @ts-check
import { share } from '../coverage/figures.js';
import { num } from '../i18n/words.js';
import { h } from './element.js';

/** @typedef {import('../server/coverages.js').Counts} Counts */

/** Rounded down: what is not whole is never called 100.00%. @param {number} part */
export const percent = (part) => `${(Math.floor(part * 10000) / 100).toFixed(2)}%`;

/** @param {Counts} counts */
export const percentOf = (counts) => percent(share(counts));

/** How many of how many, as a cell. @param {Counts} counts */
export const outOf = (counts) => h('td', {}, num(counts.covered), h('small', { class: 'muted of' }, `/ ${num(counts.all)}`));
