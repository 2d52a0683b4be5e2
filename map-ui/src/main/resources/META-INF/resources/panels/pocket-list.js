// @ts-check
import { listPockets } from '../server/coverages.js';
import { lengthWords, num, t } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { icon } from './icons.js';
import { empty, trouble, waiting } from './notice.js';

/** @typedef {import('../server/coverages.js').Pocket} Pocket */
/** @typedef {import('../server/coverages.js').Coverage} Coverage */

const PAGE = 100;

/**
 * Who is left out, most people first; read page by page as one scrolls.
 * @param {Coverage} coverage
 * @param {{choose: (pocket: Pocket, position: number, total: number) => void, stationName: (id: string) => string}} wishes
 */
export function pocketList(coverage, { choose, stationName }) {
  /** @type {Pocket[]} */
  let items = [];
  let total = 0;
  let current = -1;
  let busy = false;
  let community = '';
  let abort = new AbortController();
  const list = h('ul', { class: 'conflicts pockets', role: 'listbox', tabindex: 0, 'aria-label': t('pockets.title') });
  const foot = h('div', { class: 'list-foot' });
  const count = h('span', { class: 'muted number' });
  const filter = h('div', { class: 'pocket-filter' });
  const box = h('section', { class: 'conflict-box' }, h('header', {}, h('h2', {}, t('pockets.title')), count), filter,
    h('div', { class: 'list-scroll' }, list, foot));

  const more = async () => {
    if (busy) return;
    busy = true;
    fillWith(foot, waiting());
    const { signal } = abort;
    try {
      const page = await listPockets(coverage.id, { community, limit: PAGE, offset: items.length }, signal);
      if (signal.aborted) return;
      total = page.total;
      count.textContent = t('pockets.count', { n: num(total) });
      list.append(...page.items.map((pocket, i) => row(pocket, items.length + i)));
      items = [...items, ...page.items];
      if (total === 0) fillWith(foot, empty(t('pockets.none'), t('pockets.noneHint')));
      else if (items.length < total && page.items.length) {
        const button = h('button', { type: 'button', class: 'small wide', onclick: () => void more() }, t('list.more', { n: num(total - items.length) }));
        fillWith(foot, button);
        sight.disconnect();
        sight.observe(button);
      } else fillWith(foot);
    } catch (error) {
      if (!signal.aborted) fillWith(foot, trouble(error, () => { busy = false; void more(); }));
    }
    busy = false;
  };
  const sight = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) void more();
  });

  /** @param {Pocket} pocket @param {number} position */
  const row = (pocket, position) => h('li', { role: 'option', id: `pocket-${position}`, 'aria-selected': 'false', onclick: () => go(position) },
    icon(`obstacle-${pocket.obstacle}`, 18),
    h('span', { class: 'conflict-words' },
      h('span', { class: 'conflict-title' }, pocket.name),
      h('span', { class: 'muted pocket-why' }, obstacleWords(pocket)),
      h('span', { class: 'muted number nearest' }, nearestWords(pocket, stationName))),
    h('span', { class: 'conflict-people' }, h('b', {}, num(pocket.people)), h('small', {}, t('unit.people'))));

  /** @param {number} position */
  const go = (position) => {
    if (position < 0 || position >= items.length) return;
    list.children[current]?.setAttribute('aria-selected', 'false');
    current = position;
    const chosen = list.children[current];
    chosen.setAttribute('aria-selected', 'true');
    list.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
    choose(items[position], position, total);
    if (position >= items.length - 5 && items.length < total) void more();
  };
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step === undefined && event.key !== 'Home') return;
    event.preventDefault();
    go(event.key === 'Home' ? 0 : Math.max(0, Math.min(items.length - 1, current + (step ?? 0))));
  });
  void more();
  return {
    element: box,
    /** @param {number} by */
    step: (by) => go(current < 0 ? 0 : Math.max(0, Math.min(items.length - 1, current + by))),
    /** Writes stations by their names, once those are known. */
    renamed() {
      items.forEach((pocket, i) => fillWith(/** @type {Element} */ (list.children[i].querySelector('.nearest')), nearestWords(pocket, stationName)));
    },
    /** Chooses a pocket by its rank, reading on until it is there. @param {number} seq */
    async go(seq) {
      if (community) this.only('');
      while (items.length < seq && (total === 0 || items.length < total) && !abort.signal.aborted) {
        const before = items.length;
        await more();
        if (items.length === before) await new Promise((next) => setTimeout(next, 100));
      }
      go(seq - 1);
    },
    /** Only those of one community, or all. @param {string} code */
    only(code) {
      community = code;
      fillWith(filter, code && h('button', { type: 'button', class: 'small', onclick: () => this.only('') },
        t('pockets.only', { name: coverage.divisions[code] ?? code }), ' ×'));
      abort.abort();
      abort = new AbortController();
      items = [];
      current = -1;
      busy = false;
      fillWith(list);
      void more();
    },
    forget() {
      list.children[current]?.setAttribute('aria-selected', 'false');
    },
    stop() {
      abort.abort();
      sight.disconnect();
    },
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
