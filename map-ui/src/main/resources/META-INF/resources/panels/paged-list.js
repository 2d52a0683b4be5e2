// @ts-check
import { fillWith, h } from './element.js';
import { num, t } from '../i18n/words.js';
import { trouble, waiting } from './notice.js';

const PAGE = 100;

/**
 * A list that is read page by page as one scrolls, and walked with the arrow keys.
 * @template T
 * @param {object} of
 * @param {string} of.name begins the ids of its rows
 * @param {string} of.label
 * @param {string} [of.looks] more classes
 * @param {(page: {limit: number, offset: number}, signal: AbortSignal) => Promise<{total: number, items: T[]}>} of.ask
 * @param {(item: T) => Node[]} of.row
 * @param {(total: number) => void} of.counted
 * @param {() => Node} of.nothing what is said when there is nothing
 * @param {(item: T, position: number, total: number) => void} of.choose
 */
export function pagedList({ name, label, looks = '', ask, row, counted, nothing, choose }) {
  /** @type {T[]} */
  let items = [];
  let total = 0;
  let current = -1;
  let busy = false;
  let abort = new AbortController();
  const list = h('ul', { class: `conflicts ${looks}`.trim(), role: 'listbox', tabindex: 0, 'aria-label': label });
  const foot = h('div', { class: 'list-foot' });

  const more = async () => {
    if (busy) return;
    busy = true;
    fillWith(foot, waiting());
    const { signal } = abort;
    try {
      const page = await ask({ limit: PAGE, offset: items.length }, signal);
      if (signal.aborted) return;
      total = page.total;
      counted(total);
      list.append(...page.items.map((item, i) => option(item, items.length + i)));
      items = [...items, ...page.items];
      if (total === 0) fillWith(foot, nothing());
      else if (items.length < total && page.items.length > 0) {
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

  /** @param {T} item @param {number} position */
  const option = (item, position) =>
    h('li', { role: 'option', id: `${name}-${position}`, 'aria-selected': 'false', onclick: () => go(position) }, ...row(item));

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

  /** @param {number} by */
  const step = (by) => go(current < 0 ? 0 : Math.max(0, Math.min(items.length - 1, current + by)));
  list.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by === undefined && event.key !== 'Home') return;
    event.preventDefault();
    if (event.key === 'Home') go(0);
    else step(by ?? 0);
  });

  void more();
  return {
    // The foot scrolls with the list: more is read when it comes in sight.
    element: h('div', { class: 'list-scroll' }, list, foot),
    step,
    /** Chooses by position, reading on until it is there. @param {number} position */
    async go(position) {
      while (items.length <= position && (total === 0 || items.length < total) && !abort.signal.aborted) {
        const before = items.length;
        await more();
        if (items.length === before) await new Promise((next) => setTimeout(next, 100));
      }
      go(position);
    },
    /** Reads anew from the beginning. */
    again() {
      abort.abort();
      abort = new AbortController();
      items = [];
      current = -1;
      busy = false;
      fillWith(list);
      void more();
    },
    /** Writes every row anew into one of its parts. @param {(item: T, row: Element) => void} write */
    rewrite(write) {
      items.forEach((item, i) => write(item, list.children[i]));
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
