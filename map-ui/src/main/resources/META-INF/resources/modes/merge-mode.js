// @ts-check
import { isOver, listJobs } from '../server/jobs.js';
import { listMosaics, placeAt, readMosaic } from '../server/mosaics.js';
import { either, num, t, whenWords } from '../i18n/words.js';
import { conflictCard } from '../panels/conflict-card.js';
import { conflictList } from '../panels/conflict-list.js';
import { fillWith, h } from '../panels/element.js';
import { jobCard } from '../panels/job-card.js';
import { legend } from '../panels/legend.js';
import { mergeForm } from '../panels/merge-form.js';
import { mergeSummary } from '../panels/merge-summary.js';
import { empty, trouble, waiting } from '../panels/notice.js';
import { unitCard } from '../panels/unit-card.js';
import { mosaicFindingsBox } from './mosaic-findings.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../server/types.js').Conflict} Conflict */
/** @typedef {import('../server/types.js').Mosaic} Mosaic */
/** @typedef {import('../server/types.js').Id} Id */

/** 合并: run a merge, hold its result against what was drawn, go through the disagreements. @returns {import('./desk.js').Mode} */
export function mergeMode() {
  const job = h('div', { class: 'jobs' });
  const result = h('div');
  const chosen = h('div', { class: 'chosen' });
  const rest = h('div', { class: 'rest' });
  const peek = h('button', { type: 'button', class: 'peek', 'aria-pressed': 'false' }, h('span'), h('kbd', {}, 'Space'));
  let abort = new AbortController();
  let asking = new AbortController();
  /** @type {Desk} */
  let desk;
  /** @type {Mosaic|null} */
  let mosaic = null;
  /** @type {ReturnType<typeof conflictList>|null} */
  let conflicts = null;
  let running = false;
  /** @type {import('../server/types.js').Bounds|null} */
  let selection = null;
  /** @type {() => void} */
  let takeKeys = () => {};

  /** @param {boolean} before */
  const look = (before) => {
    if (!mosaic || desk.map.before === before) return;
    desk.map.lookBefore(before);
    peek.setAttribute('aria-pressed', String(before));
    /** @type {HTMLElement} */ (peek.firstChild).textContent = before ? t('peek.before') : t('peek.hold');
    desk.announce(before ? t('peek.before') : t('peek.after'));
  };
  peek.addEventListener('pointerdown', (event) => {
    peek.setPointerCapture(event.pointerId);
    look(true);
  });
  for (const type of ['pointerup', 'pointercancel', 'blur']) peek.addEventListener(type, () => look(false));
  peek.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    look(true);
  });
  peek.addEventListener('keyup', () => look(false));
  peek.addEventListener('contextmenu', (event) => event.preventDefault());

  const unselect = () => {
    selection = null;
    fillWith(chosen);
    desk.map.clearMarks();
    conflicts?.forget();
    desk.next(t('next.conflicts'));
  };

  /** @param {Conflict} conflict @param {number} position @param {number} total */
  const showConflict = (conflict, position, total) => {
    asking.abort();
    selection = conflict.bounds;
    fillWith(chosen, conflictCard(conflict, position, total, { step: (by) => conflicts?.step(by), close: unselect }));
    chosen.scrollTop = 0;
    desk.frame.showRight(true);
    desk.frame.front('right');
    desk.map.outline(conflict.geometry, 'conflict');
    const [west, south, east, north] = conflict.bounds;
    const margin = Math.max(0.0006, (east - west) * 0.3, (north - south) * 0.3);
    desk.map.fit([west - margin, south - margin, east + margin, north + margin]);
    desk.next(t('next.conflict'));
    desk.announce(t('conflict.said', {
      title: either(conflict.title, conflict.titleEn), people: num(conflict.people), rule: either(conflict.ruleWords, conflict.ruleWordsEn),
    }));
  };

  /** @param {import('leaflet').LeafletMouseEvent} event */
  const askUnit = async (event) => {
    if (!mosaic) return;
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    conflicts?.forget();
    desk.frame.showRight(true);
    desk.frame.front('right');
    fillWith(chosen, waiting());
    try {
      const place = await placeAt(mosaic.id, event.latlng.lng, event.latlng.lat, signal);
      if (signal.aborted) return;
      fillWith(chosen, unitCard(place, unselect));
      desk.map.clearMarks();
      if (place.unit) {
        desk.map.outline(place.unit.geometry, 'chosen');
        desk.announce(t('unit.said', { id: place.unit.id, people: num(place.unit.people) }));
      }
      desk.next(t('next.unit'));
    } catch (error) {
      if (!signal.aborted) fillWith(chosen, trouble(error));
    }
  };

  /** One merge at a time is enough for one pair of eyes. @param {boolean} merging */
  const busy = (merging) => {
    running = merging;
    for (const start of result.querySelectorAll('.merge-form .primary')) {
      /** @type {HTMLButtonElement} */ (start).disabled = merging;
    }
  };

  /** @param {Id} jobId */
  const watch = (jobId) => {
    desk.next(t('next.merging'));
    busy(true);
    fillWith(job, jobCard(jobId, {
      title: t('merge.running'), announce: desk.announce, signal: abort.signal,
      over: (ended) => {
        busy(false);
        if (ended.state === 'DONE') void load(ended.result?.mosaicId ?? null);
        else desk.next(t('next.merge'));
      },
    }));
  };

  /** @param {Id|null} wanted the newest when null */
  const load = async (wanted) => {
    const { signal } = abort;
    if (!result.hasChildNodes()) fillWith(result, waiting());
    try {
      const entries = await listMosaics(desk.workspace.id);
      const id = wanted ?? entries[0]?.id ?? null;
      const read = id === null ? null : await readMosaic(id);
      if (signal.aborted) return;
      mosaic = read;
      if (read) showResult(read, entries);
      else showForm();
    } catch (error) {
      if (!signal.aborted) fillWith(result, trouble(error, () => void load(wanted)));
    }
  };

  const form = () => mergeForm(desk.workspace.id, desk.layers, watch);

  const showDrawn = () =>
    desk.map.showDepartments(desk.layers.map((layer) => ({ layer, visible: true, opacity: desk.lookOf(layer).opacity })));

  const showForm = () => {
    showDrawn();
    fillWith(result, form());
    busy(running);
    if (!running) desk.next(t('next.merge'));
  };

  /** @param {Mosaic} read @param {import('../server/types.js').MosaicEntry[]} entries */
  const showResult = (read, entries) => {
    const others = h('select', {
      'aria-label': t('merge.results'), onchange: () => void load(entries.find((e) => String(e.id) === others.value)?.id ?? null),
    }, ...entries.map((entry) => h('option', { value: entry.id, selected: entry.id === read.id },
      t('merge.resultOf', { when: whenWords(entry.createdAt), n: num(entry.units) }))));
    fillWith(result,
      entries.length > 1 ? others : h('p', { class: 'muted' }, whenWords(read.createdAt)),
      h('button', { type: 'button', class: 'small wide only-narrow', onclick: () => desk.frame.front('right') }, t('merge.toConflicts')),
      mergeSummary(read), legend(true),
      h('details', { class: 'again' }, h('summary', {}, t('merge.again')), form()));
    busy(running);
    desk.map.showMosaic(read.id);
    showDrawn();
    peek.hidden = false;
    /** @type {HTMLElement} */ (peek.firstChild).textContent = t('peek.hold');
    conflicts?.stop();
    conflicts = conflictList(read, {
      choose: showConflict,
      filtered: (filter) => desk.map.filterConflicts(filter),
    });
    fillWith(chosen);
    fillWith(rest, conflicts.element, mosaicFindingsBox(read, desk));
    fillWith(desk.frame.right, chosen, rest);
    desk.frame.showRight(true);
    desk.next(t('next.conflicts'));
  };

  return {
    enter(given) {
      desk = given;
      abort = new AbortController();
      mosaic = null;
      running = false;
      peek.hidden = true;
      fillWith(job);
      fillWith(result);
      fillWith(desk.frame.left, h('header', { class: 'panel-head' }, h('h2', {}, t('mode.merge'))), job, result);
      desk.frame.over.append(peek);
      desk.frame.close.onclick = () => { unselect(); desk.frame.front('left'); };
      desk.map.map.on('click', askUnit);
      takeKeys = desk.keys.give([
        { key: ' ', shown: 'Space', words: t('keys.peek'), press: () => look(true), release: () => look(false) },
        { key: 'n', shift: false, shown: 'N', words: t('keys.next'), press: () => conflicts?.step(1) },
        { key: 'n', shift: true, shown: 'Shift N', words: t('keys.previous'), press: () => conflicts?.step(-1) },
        { key: 'f', shown: 'F', words: t('keys.fit'), press: () => {
          const bounds = selection ?? mosaic?.bounds ?? desk.workspace.bounds;
          if (bounds) desk.map.fit(bounds);
        } },
        { key: 'Escape', shown: 'Esc', words: t('keys.unselect'), press: unselect },
      ]);
      if (!desk.layers.some((layer) => layer.role === 'DEPARTMENT')) {
        showDrawn();
        fillWith(result, empty(t('merge.nothing'), t('merge.nothingHint'),
          h('button', { type: 'button', class: 'primary', onclick: () => desk.switchTo('layers') }, t('merge.toLayers'))));
        desk.next(t('next.firstLayer'));
        return;
      }
      void load(null);
      listJobs(desk.workspace.id).then((all) => {
        const running = all.find((j) => j.kind === 'MERGE' && !isOver(j));
        if (running && !abort.signal.aborted) watch(running.id);
      }).catch((error) => fillWith(job, trouble(error)));
    },
    exit() {
      abort.abort();
      asking.abort();
      takeKeys();
      look(false);
      conflicts?.stop();
      conflicts = null;
      peek.remove();
      desk.map.map.off('click', askUnit);
      desk.map.clearMarks();
      desk.map.showMosaic(null);
      desk.frame.showRight(false);
    },
  };
}
