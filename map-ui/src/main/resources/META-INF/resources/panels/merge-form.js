// @ts-check
import { startMerge } from '../server/mosaics.js';
import { num, t } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { trouble } from './notice.js';
import { swatch } from './swatch.js';
import { radio } from './upload-panel.js';

/** @typedef {import('../server/types.js').Layer} Layer */
/** @typedef {import('../server/types.js').Id} Id */

const WIDEST_TOLERANCE_METRES = 100;

/**
 * What to merge: an area, departments in the order of rank, and how far drawings may lie apart.
 * @param {Id} workspace
 * @param {Layer[]} layers
 * @param {(jobId: Id) => void} started
 */
export function mergeForm(workspace, layers, started) {
  const areas = layers.filter((layer) => layer.role === 'AREA');
  const departments = layers.filter((layer) => layer.role === 'DEPARTMENT');
  const area = h('select', { id: 'merge-area' },
    ...areas.map((layer) => h('option', { value: layer.id }, layer.name)),
    h('option', { value: '' }, t('merge.noArea')));
  const boxes = departments.map((layer) => h('input', { type: 'checkbox', value: layer.id, checked: true }));
  const metres = h('input', {
    type: 'number', id: 'merge-metres', min: 0.1, max: WIDEST_TOLERANCE_METRES, step: 'any', value: 10, 'aria-label': t('merge.metres'),
    oninput: () => { /** @type {HTMLInputElement} */ (form.querySelector('[value=given]')).checked = true; },
  });
  const alike = h('input', { type: 'checkbox', id: 'merge-alike' });
  const compounds = h('input', { type: 'checkbox', id: 'merge-whole-compounds' });
  const problems = h('div');
  const start = h('button', { type: 'submit', class: 'primary wide' }, t('merge.start'));
  const form = h('form', {
    class: 'merge-form', novalidate: true,
    onsubmit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const ids = boxes.flatMap((box, i) => (box.checked ? [departments[i].id] : []));
      const auto = /** @type {HTMLInputElement} */ (form.querySelector('[value=auto]')).checked;
      const tolerance = Number(metres.value);
      let wrong = '';
      if (ids.length === 0) wrong = t('merge.layersMissing');
      else if (!auto && !(tolerance > 0 && tolerance <= WIDEST_TOLERANCE_METRES)) wrong = t('merge.metresWrong', { n: WIDEST_TOLERANCE_METRES });
      if (wrong) {
        fillWith(problems, h('p', { class: 'said wrong', role: 'alert' }, wrong));
        return;
      }
      fillWith(problems);
      start.disabled = true;
      try {
        const chosen = areas.find((layer) => String(layer.id) === area.value);
        const { jobId } = await startMerge(workspace, {
          areaLayerId: chosen?.id ?? null, layerIds: ids, ranks: alike.checked ? ids.map(() => 1) : null, toleranceMetres: auto ? null : tolerance,
          wholeCompounds: compounds.checked,
        });
        started(jobId);
      } catch (error) {
        fillWith(problems, trouble(error));
        start.disabled = false;
      }
    },
  },
  h('div', { class: 'field' }, h('label', { for: 'merge-area' }, t('merge.area')), area),
  h('fieldset', { class: 'checks' }, h('legend', {}, t('merge.layers')),
    ...departments.map((layer, i) => h('label', {}, boxes[i], swatch(layer),
      h('span', { class: 'check-name' }, layer.name), h('span', { class: 'muted' }, num(layer.cells)))),
    departments.length > 1 && h('label', { class: 'alike' }, alike, h('span', {}, t('merge.alike')))),
  h('fieldset', { class: 'segments' }, h('legend', {}, t('merge.tolerance')),
    radio('tolerance', 'auto', t('merge.auto'), true),
    radio('tolerance', 'given', t('merge.given'), false),
    h('span', { class: 'metres' }, metres, t('unit.metre'))),
  h('fieldset', { class: 'checks' }, h('legend', {}, t('merge.whole')),
    h('label', {}, compounds, h('span', {}, t('merge.wholeCompounds')))),
  problems, start);
  return form;
}
