// @ts-check
import { num, t } from '../i18n/words.js';
import { COVERAGE } from '../map/palette.js';
import { stationColour } from '../map/station-layer.js';
import { h } from './element.js';

/** What the signs of an answer mean. @param {number[]} limits in seconds, rising @param {import('../coverage/kinds.js').KindSign[]} kinds */
export function coverageLegend(limits, kinds) {
  return h('details', { class: 'legend', open: true },
    h('summary', {}, t('legend.title')),
    h('ul', {},
      ...limits.map((seconds, i) => row('field', t('legend.band', { n: num(seconds / 60, 1) }), { '--fill': COVERAGE.bands[Math.min(i, COVERAGE.bands.length - 1)], '--line': COVERAGE.edge })),
      row('field', t('legend.left'), { '--fill': COVERAGE.left, '--line': COVERAGE.leftLine }),
      row('field', t('legend.won'), { '--fill': COVERAGE.won, '--line': COVERAGE.won }),
      row('field hollow', t('legend.unknownBuilding'), { '--fill': 'transparent', '--line': COVERAGE.unknown }),
      row('gate-sign', t('legend.gate'), {}),
      ...kinds.map(({ kind, number, letter, stations }) => {
        const disc = h('i', { class: 'sign disc', 'aria-hidden': 'true' }, letter);
        disc.style.setProperty('--kind', stationColour(number));
        return h('li', {}, disc, kind, h('span', { class: 'muted number' }, num(stations)));
      })));
}

/** @param {string} kind @param {string} words @param {Record<string, string>} properties */
function row(kind, words, properties) {
  const sign = h('i', { class: `sign ${kind}`, 'aria-hidden': 'true' });
  for (const [name, value] of Object.entries(properties)) sign.style.setProperty(name, value);
  return h('li', {}, sign, words);
}
