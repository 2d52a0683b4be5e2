// @ts-check
import { either, lengthWords, num, t } from '../i18n/words.js';
import { h } from './element.js';
import { icon } from './icons.js';
import { nearestWords, obstacleWords } from './pocket-list.js';

/** @typedef {import('../server/coverages.js').BuildingAnswer} BuildingAnswer */
/** @typedef {import('../server/coverages.js').NearStation} NearStation */
/** @typedef {import('../server/coverages.js').Pocket} Pocket */
/** @typedef {import('../server/coverages.js').Station} Station */

/** @param {string} sign @param {string} words @param {() => void} act */
const quiet = (sign, words, act) => h('button', { type: 'button', class: 'quiet', title: words, 'aria-label': words, onclick: act }, icon(sign, 18));

/** @param {number} seconds */
const minutes = (seconds) => t('time.minutes', { n: num(Math.ceil(seconds / 6) / 10, 1) });

/**
 * One building: whether it is covered by each measure, and to which stations its people walk.
 * @param {BuildingAnswer} answer
 * @param {{close: () => void, show: (station: NearStation) => void, stationName: (id: string) => string}} wishes
 */
export function buildingCard(answer, { close, show, stationName }) {
  const { building, stations } = answer;
  if (!building) {
    return h('section', { class: 'card' }, h('header', {}, h('h2', {}, t('building.none')), h('span', { class: 'space' }), quiet('close', t('do.close'), close)),
      h('p', { class: 'muted' }, t('building.noneHint')));
  }
  const rows = stations.map((station, i) => h('li', {}, h('button', {
    type: 'button', 'aria-pressed': String(i === 0),
    onclick: (/** @type {Event} */ event) => {
      for (const other of list.querySelectorAll('button')) other.setAttribute('aria-pressed', 'false');
      /** @type {HTMLElement} */ (event.currentTarget).setAttribute('aria-pressed', 'true');
      show(station);
    },
  },
  h('span', { class: 'near-name' }, station.name || station.id, h('small', { class: 'muted' }, station.kind)),
  h('span', { class: `near-time number ${station.within ? '' : 'beyond'}` }, h('b', {}, minutes(station.seconds)), h('small', {}, lengthWords(Math.round(station.metres)))))));
  const list = h('ul', { class: 'near' }, ...rows);
  return h('section', { class: 'card building-card', 'aria-label': t('building.title') },
    h('header', {}, h('h2', {}, t(`state.${building.state}`)), h('span', { class: `dot ${building.state}` }), h('span', { class: 'space' }), quiet('close', t('do.close'), close)),
    h('p', { class: 'muted code' }, building.code),
    building.reason && h('p', { class: 'open-decision' }, icon('warning', 16), either(building.reason, building.reasonEn)),
    h('dl', { class: 'facts' },
      h('dt', {}, t('building.lives')), h('dd', {}, t('building.livesWords', { households: num(building.households), people: num(building.people) })),
      h('dt', {}, t('measure.STRAIGHT')), h('dd', {}, t(`state.${building.straight}`), building.straightMetres >= 0 && ` · ${lengthWords(Math.round(building.straightMetres))}`),
      h('dt', {}, t('measure.DETOUR')), h('dd', {}, t(`state.${building.detour}`)),
      building.straightStation && [h('dt', {}, t('building.straightNearest')), h('dd', {}, stationName(building.straightStation))]),
    h('h3', {}, stations.length && !stations[0].within ? t('building.beyond') : t('building.reach')),
    stations.length ? list : h('p', { class: 'muted' }, t('building.noWay')));
}

/**
 * One group of buildings that is left out.
 * @param {Pocket} pocket @param {number} position @param {number} total
 * @param {{close: () => void, step: (by: number) => void, addHere: () => void, stationName: (id: string) => string}} wishes
 */
export function pocketCard(pocket, position, total, { close, step, addHere, stationName }) {
  const number = (/** @type {string} */ value, /** @type {string} */ words) => h('div', {}, h('b', {}, value), h('span', {}, words));
  return h('section', { class: 'card conflict-card', 'aria-label': t('pockets.chosen') },
    h('header', {}, icon(`obstacle-${pocket.obstacle}`, 18), h('h2', {}, pocket.name),
      h('span', { class: 'muted number' }, `${num(position + 1)} / ${num(total)}`),
      quiet('previous', t('pockets.previous'), () => step(-1)), quiet('next', t('pockets.next'), () => step(1)), quiet('close', t('do.close'), close)),
    h('div', { class: 'figures four' },
      number(num(pocket.people), t('summary.people')), number(num(pocket.households), t('summary.households')),
      number(num(pocket.buildings), t('summary.buildings')),
      number(pocket.seconds >= 0 ? num(Math.ceil(pocket.seconds / 6) / 10, 1) : '–', t('pockets.minutes'))),
    h('dl', { class: 'facts' },
      h('dt', {}, t('pockets.why')), h('dd', {}, obstacleWords(pocket)),
      h('dt', {}, t('pockets.walk')), h('dd', {}, nearestWords(pocket, stationName)),
      pocket.straightStation && [h('dt', {}, t('pockets.straight')), h('dd', {}, `${stationName(pocket.straightStation)} · ${lengthWords(Math.round(pocket.straightMetres))}`)],
      pocket.communityCode && [h('dt', {}, t('by.COMMUNITY')), h('dd', {}, pocket.communityName || pocket.communityCode)]),
    h('button', { type: 'button', class: 'small', onclick: addHere }, t('try.addHere')));
}

/**
 * A station: what it is, whom it serves, and what can be tried with it.
 * @param {Station} station @param {{closed: boolean, moved: boolean}} tried
 * @param {{close: () => void, shut: () => void, putBack: () => void}} wishes
 */
export function stationCard(station, tried, { close, shut, putBack }) {
  return h('section', { class: 'card', 'aria-label': t('station.title') },
    h('header', {}, h('h2', {}, station.name || station.id), h('span', { class: 'space' }), quiet('close', t('do.close'), close)),
    h('dl', { class: 'facts' },
      h('dt', {}, t('coverage.kind')), h('dd', {}, station.kind || '–'),
      h('dt', {}, t('station.qualified')), h('dd', {}, station.qualified ? t('station.yes') : t('station.no')),
      h('dt', {}, t('coverage.item')), h('dd', {}, station.items.length === 0 ? '–' : h('details', { class: 'items' },
        h('summary', {}, t('station.items', { n: num(station.items.length) })), station.items.join(t('list.comma')))),
      h('dt', {}, t('station.nearestOf')), h('dd', {}, t('unit.peopleLabel', { n: num(station.people) }))),
    !station.counts && h('p', { class: 'muted' }, t('station.idle')),
    h('p', { class: 'muted' }, t('station.drag')),
    h('div', { class: 'card-buttons' },
      tried.closed || tried.moved
        ? h('button', { type: 'button', class: 'small', onclick: putBack }, t('try.putBack'))
        : null,
      !tried.closed && h('button', { type: 'button', class: 'small', onclick: shut }, t('try.close'))));
}

/**
 * A station that is tried out.
 * @param {{close: () => void, remove: () => void}} wishes
 */
export function addedCard({ close, remove }) {
  return h('section', { class: 'card', 'aria-label': t('try.new') },
    h('header', {}, h('h2', {}, t('try.new')), h('span', { class: 'space' }), quiet('close', t('do.close'), close)),
    h('p', { class: 'muted' }, t('try.newHint')),
    h('div', { class: 'card-buttons' }, h('button', { type: 'button', class: 'small', onclick: remove }, t('try.remove'))));
}
