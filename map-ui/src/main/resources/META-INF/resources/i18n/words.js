// @ts-check
/**
 * The words of the page in the language in use. Chinese first; the choice stands in the address
 * (?lang=) and in storage.
 */
import * as format from './format.js';

/** @typedef {import('./format.js').Language} Language */

/** @type {Language} */
let language = 'zh-CN';
/** @type {Record<string, string>} */
let words = {};

const STORED = 'onegrid.language';

/** @returns {Language} */
export function currentLanguage() {
  return language;
}

/** Which language the address, else storage, asks for. @returns {Language} */
export function wantedLanguage() {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED);
  return asked === 'en' ? 'en' : 'zh-CN';
}

/**
 * Loads a language and makes it the page's.
 * @param {Language} wanted
 */
export async function useLanguage(wanted) {
  const response = await fetch(new URL(`./${wanted}.json`, import.meta.url));
  if (!response.ok) throw new Error(`words of ${wanted}: HTTP ${response.status}`);
  words = await response.json();
  language = wanted;
  localStorage.setItem(STORED, wanted);
  document.documentElement.lang = wanted;
  document.title = t('app.name');
}

/**
 * The sentence of a key, its {marks} filled.
 * @param {string} key
 * @param {Record<string, string|number>} [values]
 */
export function t(key, values) {
  return format.fill(words[key] ?? key, values);
}

/** The Chinese or English of a pair that the server sends. @param {string|null|undefined} zh @param {string|null|undefined} en */
export function either(zh, en) {
  if (language !== 'en' || !en) return zh || en || '';
  return en[0].toUpperCase() + en.slice(1);
}

/** @param {number|null|undefined} n @param {number} [digits] */
export const num = (n, digits) => format.number(n, language, digits);
/** @param {number} n @param {number} [digits] */
export const signedNum = (n, digits) => format.signed(n, language, digits);
/** @param {number} squareMetres */
export const areaWords = (squareMetres) => format.area(squareMetres, language);
/** @param {number} squareMetres */
export const signedAreaWords = (squareMetres) => format.signedArea(squareMetres, language);
/** @param {number} metres */
export const lengthWords = (metres) => format.length(metres, language);
/** @param {number} seconds */
export const durationWords = (seconds) => format.duration(seconds, language);
/** @param {string} iso */
export const whenWords = (iso) => format.when(iso, language);
/** @param {string} iso */
export const dayWords = (iso) => format.day(iso, language);
