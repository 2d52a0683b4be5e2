// @ts-check
import { GROUND_PARTS, uploadGround, uploadLayer } from '../server/workspaces.js';
import { t } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { icon } from './icons.js';
import { trouble } from './notice.js';

/** @typedef {import('../server/types.js').Id} Id */

const ACCEPTED = '.pbf,.osm,.gz,.geojson,.json,.zip,.gpkg,.kml,.csv,.xlsx,.shp,.shx,.dbf,.prj,.cpg';

/**
 * Handing in a layer: files by dropping or choosing, then its name, role, code field and CRS.
 * @param {Id} workspace
 * @param {{hasArea: boolean, started: (jobId: Id, name: string) => void, close: () => void}} wishes
 */
export function uploadPanel(workspace, { hasArea, started, close }) {
  /** @type {File[]} */
  let files = [];
  const picker = h('input', {
    type: 'file', multiple: true, accept: ACCEPTED, class: 'hidden-picker', id: 'files', 'aria-label': t('upload.choose'),
    onchange: () => take([...(picker.files ?? [])]),
  });
  const chosen = h('ul', { class: 'chosen-files' });
  const drop = h('label', { class: 'drop-field', for: 'files' }, icon('upload', 22), h('span', {}, t('upload.drop')), h('span', { class: 'muted' }, t('upload.kinds')), picker);
  const name = h('input', { id: 'layer-name', maxlength: 60, autocomplete: 'off' });
  const code = h('input', { id: 'layer-code', maxlength: 60, autocomplete: 'off', placeholder: 'code' });
  const crs = h('input', { id: 'layer-crs', maxlength: 40, autocomplete: 'off', placeholder: t('upload.crsAuto') });
  const hint = h('p', { class: 'muted small-print' });
  const role = h('fieldset', { class: 'segments', onchange: () => said() }, h('legend', {}, t('upload.role')),
    radio('role', 'AREA', t('role.AREA'), !hasArea), radio('role', 'DEPARTMENT', t('role.DEPARTMENT'), hasArea));
  const parts = h('fieldset', { class: 'segments ground-roles', onchange: () => said() }, h('legend', {}, t('upload.ground')),
    ...GROUND_PARTS.map((part) => radio('role', part, t(`role.${part}`), false)));
  const wanted = () => /** @type {HTMLInputElement} */ (form.querySelector('[name=role]:checked')).value;
  /** A part of the ground needs no name and no code field; what its columns are called is said instead. */
  const said = () => {
    const ground = GROUND_PARTS.includes(wanted());
    for (const field of [name, code]) /** @type {HTMLElement} */ (field.parentElement).hidden = ground;
    hint.textContent = ground ? t(`upload.hint.${wanted()}`) : '';
  };
  const problems = h('div');
  const send = h('button', { type: 'submit', class: 'primary wide' }, t('upload.do'));

  /** @param {File[]} taken */
  const take = (taken) => {
    files = taken;
    fillWith(chosen, ...files.map((file) => h('li', {}, h('span', { class: 'file' }, file.name), h('span', { class: 'muted' }, size(file.size)))));
    if (!name.value && files[0]) name.value = files[0].name.replace(/\.[^.]+$/, '');
    fillWith(problems);
  };
  for (const type of ['dragenter', 'dragover']) {
    drop.addEventListener(type, (event) => { event.preventDefault(); drop.classList.add('over'); });
  }
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    take([...(event.dataTransfer?.files ?? [])]);
  });

  const form = h('form', {
    class: 'upload', 'aria-label': t('upload.title'),
    onsubmit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const ground = GROUND_PARTS.includes(wanted());
      const missing = files.length === 0 ? t('upload.filesMissing') : ground || name.value.trim() ? '' : t('upload.nameMissing');
      if (missing) {
        fillWith(problems, h('p', { class: 'said wrong', role: 'alert' }, missing));
        (files.length === 0 ? picker : name).focus();
        return;
      }
      send.disabled = true;
      send.textContent = t('upload.sending');
      try {
        if (ground) {
          const { jobId } = await uploadGround(workspace, wanted(), { files, crs: crs.value.trim() });
          started(jobId, t(`role.${wanted()}`));
          close();
          return;
        }
        const { jobId } = await uploadLayer(workspace, {
          files, name: name.value.trim(), role: wanted(), code: code.value.trim(), crs: crs.value.trim(),
        });
        started(jobId, name.value.trim());
        close();
      } catch (error) {
        fillWith(problems, trouble(error));
      }
      send.disabled = false;
      send.textContent = t('upload.do');
    },
  },
  h('header', {}, h('h3', {}, t('upload.title')), h('button', { type: 'button', class: 'quiet', 'aria-label': t('do.close'), onclick: close }, icon('close', 18))),
  drop, chosen, role, parts, hint, labelled(name, t('upload.name')),
  h('div', { class: 'two' }, labelled(code, t('upload.code')), labelled(crs, t('upload.crs'))),
  h('p', { class: 'muted small-print' }, t('upload.personal')), problems, send);
  said();
  return form;
}

/** @param {HTMLInputElement} input @param {string} words */
function labelled(input, words) {
  return h('div', { class: 'field' }, h('label', { for: input.id }, words), input);
}

/** @param {string} name @param {string} value @param {string} words @param {boolean} checked */
export function radio(name, value, words, checked) {
  return h('label', {}, h('input', { type: 'radio', name, value, checked }), h('span', {}, words));
}

/** @param {number} bytes */
function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
