// @ts-check
import { listConflicts } from '../server/mosaics.js';
import { areaWords, either, num, t } from '../i18n/words.js';
import { conflictName } from './conflict-name.js';
import { fillWith, h } from './element.js';
import { icon } from './icons.js';
import { empty, trouble, waiting } from './notice.js';
import { letter } from './swatch.js';

/** @typedef {import('../server/types.js').Conflict} Conflict */
/** @typedef {import('../server/types.js').Mosaic} Mosaic */

const PAGE = 100;

/**
 * The disagreements of a merge, those that touch most people first; read page by page as one scrolls.
 * @param {Mosaic} mosaic
 * @param {{choose: (conflict: Conflict, position: number, total: number) => void, filtered: (filter: {kind: string|null, layer: string|null}) => void}} wishes
 */
export function conflictList(mosaic, { choose, filtered }) {
  /** @type {Conflict[]} */
  let items = [];
  let total = 0;
  let current = -1;
  let busy = false;
  let abort = new AbortController();
  /** @type {{kind: string|null, layer: string|null}} */
  const filter = { kind: null, layer: null };

  const list = h('ul', { class: 'conflicts', role: 'listbox', tabindex: 0, 'aria-label': t('conflicts.title') });
  const foot = h('div', { class: 'list-foot' });
  const count = h('span', { class: 'muted number' });
  const kinds = h('select', { 'aria-label': t('conflicts.byKind'), onchange: () => reload({ kind: kinds.value || null }) },
    h('option', { value: '' }, t('conflicts.allKinds')),
    ...mosaic.conflictsByKind.map((kind) => h('option', { value: kind.kind }, `${either(kind.title, kind.titleEn)} (${num(kind.count)})`)));
  const layers = h('select', { 'aria-label': t('conflicts.byLayer'), onchange: () => reload({ layer: layers.value || null }) },
    h('option', { value: '' }, t('conflicts.allLayers')),
    ...mosaic.inputs.filter((input) => input.role === 'DEPARTMENT').map((input) => h('option', { value: input.name }, input.name)));
  const box = h('section', { class: 'conflict-box' },
    h('header', {}, h('h2', {}, t('conflicts.title')), count),
    h('div', { class: 'filters' }, kinds, layers),
    // The foot scrolls with the list: more is read when it comes in sight.
    h('div', { class: 'list-scroll' }, list, foot));

  /** @param {Partial<typeof filter>} change */
  const reload = (change) => {
    Object.assign(filter, change);
    filtered({ ...filter });
    abort.abort();
    abort = new AbortController();
    items = [];
    current = -1;
    busy = false;
    fillWith(list);
    void more();
  };

  const more = async () => {
    if (busy) return;
    busy = true;
    fillWith(foot, waiting());
    const { signal } = abort;
    try {
      const page = await listConflicts(mosaic.id, { ...filter, limit: PAGE, offset: items.length }, signal);
      if (signal.aborted) return;
      total = page.total;
      count.textContent = t('conflicts.count', { n: num(total) });
      list.append(...page.items.map((conflict, i) => row(conflict, items.length + i)));
      items = [...items, ...page.items];
      const some = filter.kind !== null || filter.layer !== null;
      if (total === 0) fillWith(foot, empty(some ? t('conflicts.noneFiltered') : t('conflicts.none'), some ? '' : t('conflicts.noneHint')));
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

  /** @param {Conflict} conflict @param {number} position */
  const row = (conflict, position) => {
    const whose = conflict.claims.length
      ? conflict.claims.map((claim) => letter(claim, `${claim.layer} ${claim.sourceCode}`))
      : [h('span', { class: 'muted' }, t('conflicts.nobody'))];
    return h('li', { role: 'option', id: `conflict-${position}`, 'aria-selected': 'false', onclick: () => go(position) },
      icon(conflict.kind, 18),
      h('span', { class: 'conflict-words' },
        h('span', { class: 'conflict-title' }, conflictName(conflict)),
        h('span', { class: 'conflict-who' }, ...whose, h('span', { class: 'muted number' }, areaWords(conflict.areaSquareMetres)))),
      h('span', { class: 'conflict-people' }, h('b', {}, num(conflict.people)), h('small', {}, t('unit.people'))));
  };

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
    /** @param {number} by 1 for the next, −1 for the one before */
    step: (by) => go(current < 0 ? 0 : Math.max(0, Math.min(items.length - 1, current + by))),
    forget() {
      list.children[current]?.setAttribute('aria-selected', 'false');
    },
    stop() {
      abort.abort();
      sight.disconnect();
    },
  };
}
