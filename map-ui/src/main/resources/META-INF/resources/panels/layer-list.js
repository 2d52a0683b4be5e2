// @ts-check
import { areaWords, dayWords, num, t } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { icon } from './icons.js';
import { swatch } from './swatch.js';

/** @typedef {import('../server/types.js').Layer} Layer */
/** @typedef {import('../server/types.js').Id} Id */
/**
 * @typedef {object} Wishes
 * @property {(layer: Layer) => void} choose
 * @property {(layer: Layer, visible: boolean) => void} see
 * @property {(layer: Layer, opacity: number) => void} fade
 * @property {(layer: Layer) => void} zoom
 * @property {(ids: Id[]) => void} order
 * @property {(layer: Layer) => void} remove
 * @property {() => void} findings brings the chosen layer's findings to the front
 */
/** @typedef {{visible: boolean, opacity: number}} Look */

/**
 * The layers in the order of their rank: the official area first, then departments, strongest first.
 * @param {Layer[]} layers
 * @param {(layer: Layer) => Look} lookOf
 * @param {Id|null} chosen
 * @param {Wishes} wishes
 */
export function layerList(layers, lookOf, chosen, wishes) {
  const departments = layers.filter((layer) => layer.role === 'DEPARTMENT');
  /** @type {Layer|null} */
  let dragged = null;

  /** @param {Layer} layer @param {number} to position among the departments */
  const move = (layer, to) => {
    const rest = departments.filter((other) => other !== layer);
    rest.splice(Math.max(0, Math.min(to, rest.length)), 0, layer);
    wishes.order([...layers.filter((other) => other.role === 'AREA'), ...rest].map((other) => other.id));
  };

  /** @param {Layer} layer */
  const item = (layer) => {
    const position = departments.indexOf(layer);
    const open = layer.id === chosen;
    const look = lookOf(layer);
    const see = h('button', {
      type: 'button', class: 'quiet see', 'aria-pressed': String(look.visible), 'aria-label': t('layer.see', { name: layer.name }),
      onclick: () => {
        look.visible = !look.visible;
        see.setAttribute('aria-pressed', String(look.visible));
        see.replaceChildren(icon(look.visible ? 'eye' : 'eye-off', 18));
        wishes.see(layer, look.visible);
      },
    }, icon(look.visible ? 'eye' : 'eye-off', 18));
    const row = h('li', { class: open ? 'layer open' : 'layer', draggable: position >= 0 ? 'true' : null },
      h('div', { class: 'layer-row' },
        h('button', {
          type: 'button', class: 'layer-main', 'aria-expanded': String(open), 'data-layer': layer.id, onclick: () => wishes.choose(layer),
        },
        swatch(layer),
        h('span', { class: 'layer-words' },
          h('span', { class: 'layer-name' }, layer.name),
          h('span', { class: 'muted' }, layer.role === 'AREA' ? t('role.AREA') : t('layer.rank', { n: position + 1 }), ' · ', t('layer.cells', { n: num(layer.cells) }))),
        counts(layer)),
        see),
      open && details(layer, position, look));
    row.addEventListener('dragstart', (event) => {
      dragged = layer;
      event.dataTransfer?.setData('text/plain', layer.name);
      row.classList.add('dragged');
    });
    row.addEventListener('dragend', () => row.classList.remove('dragged'));
    row.addEventListener('dragover', (event) => {
      if (!dragged || position < 0) return;
      event.preventDefault();
      row.classList.add('target');
    });
    row.addEventListener('dragleave', () => row.classList.remove('target'));
    row.addEventListener('drop', (event) => {
      event.preventDefault();
      row.classList.remove('target');
      if (dragged && dragged !== layer && position >= 0) move(dragged, position);
      dragged = null;
    });
    return row;
  };

  /** @param {Layer} layer @param {number} position @param {Look} look */
  const details = (layer, position, look) => {
    const tools = h('div', { class: 'tools' });
    const standard = () => fillWith(tools,
      tool('target', t('layer.zoom'), () => wishes.zoom(layer)),
      position >= 0 && tool('up', t('layer.up'), () => move(layer, position - 1), position === 0),
      position >= 0 && tool('down', t('layer.down'), () => move(layer, position + 1), position === departments.length - 1),
      h('span', { class: 'space' }),
      tool('trash', t('layer.delete'), ask));
    const ask = () => {
      const keep = h('button', { type: 'button', class: 'small', onclick: standard }, t('do.keep'));
      fillWith(tools, h('span', { class: 'ask' }, t('layer.deleteAsk', { name: layer.name })),
        h('button', { type: 'button', class: 'small danger', onclick: () => wishes.remove(layer) }, t('layer.delete')), keep);
      keep.focus();
    };
    standard();
    return h('div', { class: 'layer-details' },
      h('dl', { class: 'facts' },
        h('dt', {}, t('layer.source')), h('dd', { class: 'file' }, layer.source),
        h('dt', {}, t('layer.date')), h('dd', {}, dayWords(layer.importedAt)),
        h('dt', {}, t('layer.area')), h('dd', {}, areaWords(layer.areaSquareMetres)),
        h('dt', {}, t('layer.vertices')), h('dd', {}, num(layer.vertices)),
        h('dt', {}, t('layer.crs')), h('dd', {}, layer.crs)),
      h('label', { class: 'fade' }, t('layer.opacity'),
        h('input', {
          type: 'range', min: 10, max: 100, step: 5, value: Math.round(look.opacity * 100),
          oninput: (/** @type {InputEvent} */ event) => {
            look.opacity = Number(/** @type {HTMLInputElement} */ (event.currentTarget).value) / 100;
            wishes.fade(layer, look.opacity);
          },
        })),
      h('button', { type: 'button', class: 'small wide only-narrow', onclick: wishes.findings }, t('findings.title')),
      tools);
  };

  return h('ul', { class: 'layers' }, ...layers.map(item));
}

/** @param {string} sign @param {string} words @param {() => void} act @param {boolean} [disabled] */
function tool(sign, words, act, disabled = false) {
  return h('button', { type: 'button', class: 'quiet', title: words, 'aria-label': words, disabled, onclick: act }, icon(sign, 18));
}

/** @param {Layer} layer how many findings, the gravest kinds first */
function counts({ findings }) {
  const kinds = /** @type {const} */ (['error', 'warning']);
  return h('span', { class: 'counts' }, ...kinds.filter((kind) => findings[kind] > 0).map((kind) =>
    h('span', { class: `pill ${kind}`, title: t(`findings.${kind}`, { n: findings[kind] }) }, num(findings[kind]))));
}
