// @ts-check
import { t } from '../i18n/words.js';
import { ARC_COLOURS, ARC_WEIGHTS, BASE, CONFLICT } from '../map/palette.js';
import { h } from './element.js';

/** @param {string} kind @param {string} words @param {Record<string, string>} properties */
function row(kind, words, properties) {
  const sign = h('i', { class: `sign ${kind}`, 'aria-hidden': 'true' });
  for (const [name, value] of Object.entries(properties)) sign.style.setProperty(name, value);
  return h('li', {}, sign, words);
}

/** What the map's signs mean. @param {boolean} merged whether the unified grid is on it */
export function legend(merged) {
  const borders = /** @type {const} */ (['area', 'shared', 'single']);
  return h('details', { class: 'legend' },
    h('summary', {}, t('legend.title')),
    h('ul', {},
      ...(merged
        ? [
            ...borders.map((kind) => row('line', t(`legend.${kind}`), {
              '--line': ARC_COLOURS[kind], '--width': `${ARC_WEIGHTS[kind]}px`,
            })),
            row('field', t('legend.conflict'), { '--fill': CONFLICT.fill, '--line': CONFLICT.line }),
          ]
        : [row('line', t('legend.areaLayer'), { '--line': ARC_COLOURS.area, '--width': `${ARC_WEIGHTS.area}px` })]),
      row('field', t('legend.building'), { '--fill': BASE.building, '--line': BASE.buildingLine }),
      row('field', t('legend.compoundNew'), { '--fill': BASE.compoundNew, '--line': BASE.compoundLine }),
      row('field', t('legend.compoundOld'), { '--fill': BASE.compoundOld, '--line': BASE.compoundLine }),
      row('field', t('legend.road'), { '--fill': BASE.road, '--line': BASE.roadCasing }),
      row('field', t('legend.water'), { '--fill': BASE.water, '--line': BASE.waterLine })));
}
