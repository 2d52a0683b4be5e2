// @ts-check
import { mosaicFindings } from '../server/mosaics.js';
import { either, num, t } from '../i18n/words.js';
import { h } from '../panels/element.js';
import { findingsList } from '../panels/findings-list.js';

/**
 * What a merge noticed beside the disagreements, folded away until asked for.
 * @param {import('../server/types.js').Mosaic} mosaic
 * @param {import('./desk.js').Desk} desk
 */
export function mosaicFindingsBox(mosaic, desk) {
  const total = mosaic.findingsByCode.reduce((sum, group) => sum + group.count, 0);
  const box = h('details', { class: 'more-findings' },
    h('summary', {}, t('findings.title'), h('span', { class: 'muted number' }, num(total))));
  box.addEventListener('toggle', () => {
    box.append(findingsList((page, signal) => mosaicFindings(mosaic.id, page, signal), (finding) => {
      if (finding.lon === null || finding.lat === null) return;
      desk.map.goToSpot(finding.lon, finding.lat);
      desk.announce(either(finding.words, finding.wordsEn));
    }));
  }, { once: true });
  return box;
}
