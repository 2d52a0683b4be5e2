// @ts-check
import { buildingAt, coverageChoices, listCoverages, readCoverage } from '../server/coverages.js';
import { isOver, listJobs } from '../server/jobs.js';
import { either, num, t, whenWords } from '../i18n/words.js';
import { share } from '../coverage/figures.js';
import { USUAL, fields } from '../coverage/order.js';
import { drawWay } from '../map/coverage-view.js';
import { addedCard, buildingCard, pocketCard, stationCard } from '../panels/building-card.js';
import { coverageForm } from '../panels/coverage-form.js';
import { coverageLegend } from '../panels/coverage-legend.js';
import { coverageSummary } from '../panels/coverage-summary.js';
import { percent } from '../panels/counts.js';
import { fillWith, h } from '../panels/element.js';
import { icon } from '../panels/icons.js';
import { jobCard } from '../panels/job-card.js';
import { empty, trouble, waiting } from '../panels/notice.js';
import { obstacleWords, pocketList } from '../panels/pocket-list.js';
import { coverageFindingsCard } from './coverage-findings.js';
import { onPaper } from './on-paper.js';
import { pocketsFromAfar } from './pockets-from-afar.js';
import { Trial } from './trial.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../server/types.js').Id} Id */
/** @typedef {import('../server/coverages.js').Coverage} Coverage */
/** @typedef {import('../server/coverages.js').Pocket} Pocket */
/** @typedef {import('../server/coverages.js').Station} Station */

/** 覆盖: ask who reaches a station on foot, see who is left out and why, try changes. @returns {import('./desk.js').Mode} */
export function coverageMode() {
  const job = h('div', { class: 'jobs' });
  const result = h('div');
  const chosen = h('div', { class: 'chosen' });
  const rest = h('div', { class: 'rest' });
  let abort = new AbortController();
  let asking = new AbortController();
  /** @type {Desk} */
  let desk;
  /** @type {Coverage|null} */
  let coverage = null;
  /** @type {import('../server/coverages.js').Choices|null} */
  let choices = null;
  /** @type {ReturnType<typeof pocketList>|null} */
  let pockets = null;
  /** @type {{remove: () => void}|null} pockets on the map, from afar */
  let dots = null;
  /** @type {Trial|null} */
  let trial = null;
  let running = false;
  /** @type {import('../server/types.js').Bounds|null} */
  let selection = null;
  /** @type {() => void} */
  let takeKeys = () => {};

  const stationName = (/** @type {string} */ id) => trial?.stationOf(id)?.name || id;

  const unselect = () => {
    selection = null;
    fillWith(chosen);
    desk.map.clearMarks();
    pockets?.forget();
    trial?.stopAdding();
    if (coverage) desk.next(t('next.pockets'));
  };

  /** @param {HTMLElement} card */
  const showCard = (card) => {
    asking.abort();
    fillWith(chosen, card);
    chosen.scrollTop = 0;
    desk.frame.showRight(true);
    desk.frame.front('right');
  };

  /** @param {Pocket} pocket @param {number} position @param {number} total */
  const showPocket = (pocket, position, total) => {
    const reach = 0.0035;
    const { lon, lat } = pocket.at;
    selection = [lon - reach, lat - reach, lon + reach, lat + reach];
    showCard(pocketCard(pocket, position, total, {
      close: unselect, step: (by) => pockets?.step(by), stationName,
      addHere: () => trial?.add(lon, lat),
    }));
    desk.map.clearMarks();
    desk.map.fit(selection);
    void showWay(lon, lat);
    desk.map.ring(lon, lat);
    desk.next(t('next.pocket'));
    desk.announce(t('pockets.said', { name: pocket.name, people: num(pocket.people), why: obstacleWords(pocket) }));
  };

  /** Draws the way from a place to its nearest station, when there is one. @param {number} lon @param {number} lat */
  const showWay = async (lon, lat) => {
    if (!coverage) return;
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await buildingAt(coverage.id, lon, lat, signal);
      const near = answer.stations[0];
      if (!signal.aborted && near) drawWay(desk.map, near.way, near.within);
    } catch {
      // The card tells the figures; without the ground there is no line.
    }
  };

  /** @param {import('leaflet').LeafletMouseEvent} event */
  const click = async (event) => {
    if (!coverage) return;
    const { lng, lat } = event.latlng;
    if (trial?.takesClick(lng, lat)) return;
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    pockets?.forget();
    desk.frame.showRight(true);
    desk.frame.front('right');
    fillWith(chosen, waiting());
    desk.map.clearMarks();
    try {
      const answer = await buildingAt(coverage.id, lng, lat, signal);
      if (signal.aborted) return;
      const draw = (/** @type {import('../server/coverages.js').NearStation} */ near) => {
        desk.map.clearMarks();
        if (answer.building) desk.map.outline({ type: 'Polygon', coordinates: [answer.building.outline] }, answer.building.state === 'NOT_COVERED' ? 'conflict' : 'chosen');
        drawWay(desk.map, near.way, near.within);
      };
      fillWith(chosen, buildingCard(answer, { close: unselect, show: draw, stationName }));
      if (answer.stations[0]) draw(answer.stations[0]);
      if (answer.building) {
        desk.next(t('next.building'));
        desk.announce(t('building.said', { state: t(`state.${answer.building.state}`), near: answer.stations.map((s) => s.name).join(' ') }));
      }
    } catch (error) {
      if (!signal.aborted) fillWith(chosen, trouble(error));
    }
  };

  /** @param {Station} station */
  const showStation = (station) => {
    const draw = () => showCard(stationCard(station, trial?.triedOf(station.id) ?? { closed: false, moved: false }, {
      close: unselect,
      shut: () => { trial?.close(station.id); draw(); },
      putBack: () => { trial?.putBack(station.id); draw(); },
    }));
    desk.map.clearMarks();
    pockets?.forget();
    draw();
  };

  /** @param {number} index */
  const showAdded = (index) => showCard(addedCard({ close: unselect, remove: () => { trial?.removeAdded(index); unselect(); } }));

  /** @param {boolean} working */
  const busy = (working) => {
    running = working;
    for (const start of result.querySelectorAll('.coverage-form .primary')) /** @type {HTMLButtonElement} */ (start).disabled = working;
  };

  /** @param {Id} jobId */
  const watch = (jobId) => {
    desk.next(t('next.covering'));
    busy(true);
    fillWith(job, jobCard(jobId, {
      title: t('coverage.running'), announce: desk.announce, signal: abort.signal,
      over: (ended) => {
        busy(false);
        if (ended.state === 'DONE') void load(ended.result?.coverageId ?? null);
        else desk.next(t('next.coverage'));
      },
    }));
  };

  /** @param {Id|null} wanted the newest when null */
  const load = async (wanted) => {
    const { signal } = abort;
    if (!result.hasChildNodes()) {
      fillWith(result, waiting());
      desk.next('');
    }
    try {
      const [entries, may] = await Promise.all([listCoverages(desk.workspace.id), choices ?? coverageChoices(desk.workspace.id)]);
      const id = wanted ?? entries[0]?.id ?? null;
      const read = id === null ? null : await readCoverage(id);
      if (signal.aborted) return;
      choices = may;
      coverage = read;
      if (read) showResult(read, entries);
      else showForm();
    } catch (error) {
      if (!signal.aborted) fillWith(result, trouble(error, () => void load(wanted)));
    }
  };

  const form = () => coverageForm(desk.workspace.id, /** @type {import('../server/coverages.js').Choices} */ (choices), coverage ? fields(coverage.scenario) : USUAL, watch);

  const showForm = () => {
    const without = (choices?.stations ?? 0) === 0;
    fillWith(result, without ? empty(t('coverage.nothing'), t('coverage.nothingHint'),
      h('button', { type: 'button', class: 'primary', onclick: () => desk.switchTo('layers') }, t('coverage.toLayers'))) : form());
    busy(running);
    if (!running) desk.next(t(without ? 'next.ground' : 'next.coverage'));
  };

  /** @param {Coverage} read @param {import('../server/coverages.js').CoverageEntry[]} entries */
  const showResult = (read, entries) => {
    const others = h('select', {
      'aria-label': t('coverage.results'), onchange: () => void load(entries.find((e) => String(e.id) === others.value)?.id ?? null),
    }, ...entries.map((entry) => h('option', { value: entry.id, selected: entry.id === read.id }, t('coverage.resultOf', {
      when: whenWords(entry.createdAt), share: percent(share({ covered: entry.peopleCovered, notCovered: 0, unknown: 0, all: entry.people })),
      words: t('coverage.minutesOf', { n: num(entry.scenario.minutes ?? 10, 2) }),
    }))));
    const limits = read.report.areas.map((area) => area.seconds);
    trial?.remove();
    trial = new Trial(desk, read, {
      choose: showStation,
      chooseAdded: showAdded,
      loaded: (kinds) => {
        legend.replaceWith(coverageLegend(limits, kinds));
        pockets?.renamed();
      },
      failed: (error) => fillWith(trouble_, trouble(error)),
    });
    const trouble_ = h('div');
    const legend = coverageLegend(limits, []);
    fillWith(result,
      h('div', { class: 'result-line' }, others,
        h('button', { type: 'button', class: 'quiet', title: t('coverage.print'), 'aria-label': t('coverage.print'), onclick: () => onPaper(desk) }, icon('print', 18))),
      h('details', { class: 'again' }, h('summary', {}, t('coverage.again')), form()),
      trouble_,
      h('button', { type: 'button', class: 'small wide only-narrow', onclick: () => desk.frame.front('right') }, t('coverage.toPockets')),
      coverageSummary(read, {
        field: (field) => trial?.show(field),
        community: (code) => { pockets?.only(code); desk.frame.front('right'); },
        findings: () => { pockets?.forget(); showCard(coverageFindingsCard(desk, read, unselect)); },
      }),
      legend);
    busy(running);
    pockets?.stop();
    const list = pocketList(read, { choose: showPocket, stationName });
    pockets = list;
    dots?.remove();
    dots = pocketsFromAfar(desk, read, (pocket) => list.go(pocket.seq));
    fillWith(chosen);
    fillWith(rest, pockets.element);
    fillWith(desk.frame.right, chosen, rest);
    desk.frame.showRight(true);
    desk.frame.front('left');
    desk.next(t('next.pockets'));
    desk.announce(either(read.assumption, read.assumptionEn));
  };

  return {
    enter(given) {
      desk = given;
      abort = new AbortController();
      coverage = null;
      choices = null;
      running = false;
      fillWith(job);
      fillWith(result);
      fillWith(desk.frame.left, h('header', { class: 'panel-head' }, h('h2', {}, t('mode.coverage'))), job, result);
      desk.frame.close.onclick = () => { unselect(); desk.frame.front('left'); };
      desk.map.showDepartments([]);
      desk.map.map.on('click', click);
      const { signal } = abort;
      takeKeys = desk.keys.give([
        { key: 'n', shift: false, shown: 'N', words: t('keys.nextPocket'), press: () => pockets?.step(1) },
        { key: 'n', shift: true, shown: 'Shift N', words: t('keys.previousPocket'), press: () => pockets?.step(-1) },
        { key: 'a', shift: false, shown: 'A', words: t('keys.addStation'), press: () => trial?.startAdding() },
        { key: 'g', shift: false, shown: 'G', words: t('keys.newGate'), press: () => trial?.startAdding('gate') },
        { key: 'z', shift: false, shown: 'Z', words: t('keys.undo'), press: () => trial?.undo() },
        { key: 'f', shift: false, shown: 'F', words: t('keys.fit'), press: () => desk.map.fit(selection ?? /** @type {any} */ (desk.workspace.bounds)) },
        { key: 'Escape', shown: 'Esc', words: t('keys.unselect'), press: unselect },
      ]);
      void load(null);
      void listJobs(desk.workspace.id).then((all) => {
        const open = all.find((one) => one.kind === 'COVERAGE' && !isOver(one));
        if (open && !signal.aborted) watch(open.id);
      }).catch(() => {});
    },
    exit() {
      abort.abort();
      asking.abort();
      takeKeys();
      pockets?.stop();
      pockets = null;
      trial?.remove();
      trial = null;
      dots?.remove();
      dots = null;
      coverage = null;
      desk.map.map.off('click', click);
      desk.map.clearMarks();
      desk.frame.showRight(false);
    },
  };
}
