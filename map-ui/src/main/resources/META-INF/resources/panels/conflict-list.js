// @ts-check
import { listConflicts } from '../server/mosaics.js';
import { areaWords, either, num, t } from '../i18n/words.js';
import { conflictName } from './conflict-name.js';
import { h } from './element.js';
import { icon } from './icons.js';
import { empty } from './notice.js';
import { pagedList } from './paged-list.js';
import { letter } from './swatch.js';

/** @typedef {import('../server/types.js').Conflict} Conflict */
/** @typedef {import('../server/types.js').Mosaic} Mosaic */

/**
 * The disagreements of a merge, those that touch most people first.
 * @param {Mosaic} mosaic
 * @param {{choose: (conflict: Conflict, position: number, total: number) => void, filtered: (filter: {kind: string|null, layer: string|null}) => void}} wishes
 */
export function conflictList(mosaic, { choose, filtered }) {
  /** @type {{kind: string|null, layer: string|null}} */
  const filter = { kind: null, layer: null };
  const count = h('span', { class: 'muted number' });
  const list = pagedList({
    name: 'conflict', label: t('conflicts.title'), choose,
    ask: (page, signal) => listConflicts(mosaic.id, { ...filter, ...page }, signal),
    counted: (total) => (count.textContent = t('conflicts.count', { n: num(total) })),
    nothing: () => (filter.kind !== null || filter.layer !== null
      ? empty(t('conflicts.noneFiltered'), '') : empty(t('conflicts.none'), t('conflicts.noneHint'))),
    row: (/** @type {Conflict} */ conflict) => [
      icon(conflict.kind, 18),
      h('span', { class: 'conflict-words' },
        h('span', { class: 'conflict-title' }, conflictName(conflict)),
        h('span', { class: 'conflict-who' },
          ...(conflict.claims.length
            ? conflict.claims.map((claim) => letter(claim, `${claim.layer} ${claim.sourceCode}`))
            : [h('span', { class: 'muted' }, t('conflicts.nobody'))]),
          h('span', { class: 'muted number' }, areaWords(conflict.areaSquareMetres)))),
      h('span', { class: 'conflict-people' }, h('b', {}, num(conflict.people)), h('small', {}, t('unit.people'))),
    ],
  });
  /** @param {Partial<typeof filter>} change */
  const narrow = (change) => {
    Object.assign(filter, change);
    filtered({ ...filter });
    list.again();
  };
  const kinds = h('select', { 'aria-label': t('conflicts.byKind'), onchange: () => narrow({ kind: kinds.value || null }) },
    h('option', { value: '' }, t('conflicts.allKinds')),
    ...mosaic.conflictsByKind.map((kind) => h('option', { value: kind.kind }, `${either(kind.title, kind.titleEn)} (${num(kind.count)})`)));
  const layers = h('select', { 'aria-label': t('conflicts.byLayer'), onchange: () => narrow({ layer: layers.value || null }) },
    h('option', { value: '' }, t('conflicts.allLayers')),
    ...mosaic.inputs.filter((input) => input.role === 'DEPARTMENT').map((input) => h('option', { value: input.name }, input.name)));
  return {
    element: h('section', { class: 'conflict-box' }, h('header', {}, h('h2', {}, t('conflicts.title')), count),
      h('div', { class: 'filters' }, kinds, layers), list.element),
    step: list.step,
    forget: list.forget,
    stop: list.stop,
  };
}
