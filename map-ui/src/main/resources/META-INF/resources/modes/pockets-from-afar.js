// @ts-check
import { listPockets } from '../server/coverages.js';
import { num, t } from '../i18n/words.js';
import { pocketDots } from '../map/pocket-dots.js';

/** @typedef {import('../server/coverages.js').Pocket} Pocket */

/** More dots would hide one another. */
const MOST = 500;

/**
 * Puts those who are left out on the map, most people first, as they are seen from afar.
 * @param {import('./desk.js').Desk} desk
 * @param {import('../server/coverages.js').Coverage} coverage
 * @param {(pocket: Pocket) => void} choose
 * @returns {{remove: () => void}}
 */
export function pocketsFromAfar(desk, coverage, choose) {
  const abort = new AbortController();
  /** @type {{remove: () => void}|null} */
  let dots = null;
  listPockets(coverage.id, { limit: MOST }, abort.signal).then(({ items }) => {
    if (abort.signal.aborted) return;
    dots = pocketDots(desk.map.map, items, choose, (pocket) => `${pocket.name} · ${t('unit.peopleLabel', { n: num(pocket.people) })}`);
  }).catch(() => {
    // The list beside the map tells what is wrong.
  });
  return {
    remove() {
      abort.abort();
      dots?.remove();
    },
  };
}
