// @ts-check
/**
 * A thread beside the page that asks one kind of question. While a hand drags, the page's own thread draws, and
 * answers that had to pass through it would wait for it twice each.
 */
import { latest } from './latest.js';
import { problemOf, useCsrf, write } from './http.js';

/** @typedef {{number: number, path: string, body: object, csrf: {header: string, token: string}}} Question */

const ask = latest(
  (/** @type {Question} */ { path, body, csrf }) => {
    useCsrf(csrf);
    return write('POST', path, body);
  },
  (answer, { number }) => postMessage({ number, answer }),
  (error, { number }) => postMessage({ number, problem: problemOf(error) }),
);

addEventListener('message', ({ data }) => ask(data));
