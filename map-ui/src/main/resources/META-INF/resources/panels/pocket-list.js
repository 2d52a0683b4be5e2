// @ts-check
import { listPockets } from '../server/coverages.js';
import { lengthWords, num, t } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { icon } from './icons.js';
import { empty } from './notice.js';
import { pagedList } from './paged-list.js';

/** @typedef {import('../server/coverages.js').Pocket} Pocket */
/** @typedef {import('../server/coverages.js').Coverage} Coverage */

/**
 * Who is left out, most people first.
 * @param {Coverage} coverage
 * @param {{choose: (pocket: Pocket, position: number, total: number) => void, stationName: (id: string) => string}} wishes
 */
export function pocketList(coverage, { choose, stationName }) {
  let community = '';
  const count = h('span', { class: 'muted number' });
  const filter = h('div', { class: 'pocket-filter' });
  const list = pagedList({
    name: 'pocket', label: t('pockets.title'), looks: 'pockets', choose,
    ask: (page, signal) => listPockets(coverage.id, { community, ...page }, signal),
    counted: (total) => (count.textContent = t('pockets.count', { n: num(total) })),
    nothing: () => empty(t('pockets.none'), t('pockets.noneHint')),
    row: (/** @type {Pocket} */ pocket) => [
      icon(`obstacle-${pocket.obstacle}`, 18),
      h('span', { class: 'conflict-words' },
        h('span', { class: 'conflict-title' }, pocket.name),
        h('span', { class: 'muted pocket-why' }, obstacleWords(pocket)),
        h('span', { class: 'muted number nearest' }, nearestWords(pocket, stationName))),
      h('span', { class: 'conflict-people' }, h('b', {}, num(pocket.people)), h('small', {}, t('unit.people'))),
    ],
  });
  /** Only those of one community, or all. @param {string} code */
  const only = (code) => {
    community = code;
    fillWith(filter, code && h('button', { type: 'button', class: 'small', onclick: () => only('') },
      t('pockets.only', { name: coverage.divisions[code] ?? code }), ' ×'));
    list.again();
  };
  return {
    element: h('section', { class: 'conflict-box' }, h('header', {}, h('h2', {}, t('pockets.title')), count), filter, list.element),
    step: list.step,
    only,
    /** Writes stations by their names, once those are known. */
    renamed: () => list.rewrite((pocket, row) =>
      fillWith(/** @type {Element} */ (row.querySelector('.nearest')), nearestWords(pocket, stationName))),
    /** Chooses a pocket by its rank among all. @param {number} seq */
    go(seq) {
      if (community) only('');
      return list.go(seq - 1);
    },
    forget: list.forget,
    stop: list.stop,
  };
}

/** What is in the way. @param {Pocket} pocket */
export const obstacleWords = (pocket) =>
  t(`obstacle.${pocket.obstacle}`) + (pocket.obstacleName && pocket.obstacleName !== pocket.name ? t('obstacle.named', { name: pocket.obstacleName }) : '');

/** How far the nearest station is, on foot and straight. @param {Pocket} pocket @param {(id: string) => string} stationName */
export function nearestWords(pocket, stationName) {
  if (!pocket.station) return t('pockets.noStation');
  return t('pockets.nearest', {
    name: stationName(pocket.station), time: t('time.minutes', { n: num(Math.ceil(pocket.seconds / 6) / 10, 1) }), way: lengthWords(Math.round(pocket.metres)),
  });
}
