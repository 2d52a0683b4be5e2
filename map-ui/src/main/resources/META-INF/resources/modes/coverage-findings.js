// @ts-check
import { coverageFindings } from '../server/coverages.js';
import { either, t } from '../i18n/words.js';
import { h } from '../panels/element.js';
import { findingsList } from '../panels/findings-list.js';
import { icon } from '../panels/icons.js';

/**
 * What was noticed about the ground of an answer, shown at its place when chosen.
 * @param {import('./desk.js').Desk} desk @param {import('../server/coverages.js').Coverage} coverage @param {() => void} close
 */
export function coverageFindingsCard(desk, coverage, close) {
  desk.map.clearMarks();
  return h('section', { class: 'card ground-findings' },
    h('header', {}, h('h2', {}, t('coverage.findings')), h('span', { class: 'space' }),
      h('button', { type: 'button', class: 'quiet', 'aria-label': t('do.close'), onclick: close }, icon('close', 18))),
    findingsList((page, signal) => coverageFindings(coverage.id, page, signal), (finding) => {
      if (finding.lon === null || finding.lat === null) return;
      desk.map.goToSpot(finding.lon, finding.lat);
      desk.announce(either(finding.words, finding.wordsEn));
    }));
}
