// @ts-check
import { listJobs, isOver } from '../server/jobs.js';
import { deleteLayer, groundFindings, layerFindings, listGround, orderLayers } from '../server/workspaces.js';
import { either, t } from '../i18n/words.js';
import { fillWith, h } from '../panels/element.js';
import { findingsList } from '../panels/findings-list.js';
import { groundList } from '../panels/ground-list.js';
import { icon } from '../panels/icons.js';
import { jobCard } from '../panels/job-card.js';
import { layerList } from '../panels/layer-list.js';
import { legend } from '../panels/legend.js';
import { empty, trouble } from '../panels/notice.js';
import { swatch } from '../panels/swatch.js';
import { uploadPanel } from '../panels/upload-panel.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../server/types.js').Layer} Layer */
/** @typedef {import('../server/types.js').Id} Id */

/** 图层: what departments handed in, in order of rank, and what is wrong with each. @returns {import('./desk.js').Mode} */
export function layersMode() {
  const upload = h('div');
  const jobs = h('div', { class: 'jobs' });
  const problems = h('div');
  const list = h('div');
  const ground = h('div');
  /** @type {string|null} the part of the ground whose findings are shown */
  let part = null;
  let abort = new AbortController();
  /** @type {Id|null} */
  let chosen = null;
  /** @type {Desk} */
  let desk;
  /** @type {() => void} */
  let takeKeys = () => {};

  const showOnMap = () =>
    desk.map.showDepartments(desk.layers.map((layer) => ({ layer, ...desk.lookOf(layer), chosen: layer.id === chosen })));

  const offerUpload = () =>
    fillWith(upload, uploadPanel(desk.workspace.id, {
      hasArea: desk.layers.some((layer) => layer.role === 'AREA'),
      started: watch,
      close: () => fillWith(upload),
    }));

  const openUpload = () => {
    desk.frame.front('left');
    offerUpload();
    upload.querySelector('input')?.focus();
    upload.scrollIntoView({ block: 'nearest' });
  };

  /** @param {Id} jobId @param {string} name */
  const watch = (jobId, name) => {
    jobs.append(jobCard(jobId, {
      title: name ? t('upload.running', { name }) : t('upload.runningUnnamed'),
      announce: desk.announce,
      signal: abort.signal,
      over: (job) => {
        if (job.state !== 'DONE') return;
        void desk.reloadLayers();
        if (!abort.signal.aborted) void readGround();
        desk.map.baseChanged();
      },
    }));
  };

  const draw = () => {
    if (desk.layers.length === 0) {
      fillWith(list, empty(t('layers.none'), t('layers.noneHint')));
      if (!upload.hasChildNodes()) offerUpload();
      desk.next(t('next.firstLayer'));
      return;
    }
    const focused = document.activeElement?.getAttribute('data-layer');
    fillWith(list, layerList(desk.layers, desk.lookOf, chosen, {
      choose: (layer) => choose(layer.id === chosen ? null : layer),
      see: showOnMap,
      findings: () => desk.frame.front('right'),
      fade: showOnMap,
      zoom: (layer) => layer.bounds && desk.map.fit(layer.bounds),
      order: (ids) => void attempt(() => orderLayers(desk.workspace.id, ids).then((layers) => {
        desk.layers = layers;
        desk.announce(t('layers.ordered'));
        draw();
        showOnMap();
      })),
      remove: (layer) => void attempt(async () => {
        await deleteLayer(desk.workspace.id, layer.id);
        desk.announce(t('layers.deleted', { name: layer.name }));
        choose(null);
        await desk.reloadLayers();
      }),
    }));
    if (focused) /** @type {HTMLElement|null} */ (list.querySelector(`[data-layer="${CSS.escape(focused)}"]`))?.focus();
    desk.next(sayNext());
  };

  const sayNext = () => {
    if (!desk.layers.some((layer) => layer.role === 'AREA')) return t('next.area');
    if (!desk.layers.some((layer) => layer.role === 'DEPARTMENT')) return t('next.department');
    return chosen === null ? t('next.layers') : t('next.findings');
  };

  /** @param {() => Promise<unknown>} act */
  const attempt = async (act) => {
    fillWith(problems);
    try {
      await act();
    } catch (error) {
      fillWith(problems, trouble(error));
    }
  };

  const readGround = async () => {
    const { signal } = abort;
    try {
      const parts = await listGround(desk.workspace.id, signal);
      if (!signal.aborted) fillWith(ground, parts.some((each) => each.things > 0) && groundList(parts, part, choosePart));
    } catch (error) {
      if (!signal.aborted) fillWith(ground, trouble(error, () => void readGround()));
    }
  };

  /** @param {import('../server/workspaces.js').GroundPart} wanted */
  const choosePart = (wanted) => {
    choose(null);
    part = wanted.part;
    void readGround();
    desk.frame.showRight(true);
    desk.frame.front('right');
    fillWith(desk.frame.right, h('header', { class: 'panel-head' }, h('h2', {}, t(`role.${wanted.part}`))), h('h3', {}, t('findings.title')),
      findingsList((page, signal) => groundFindings(desk.workspace.id, wanted.part, page, signal), goToFinding));
    desk.next(t('next.findings'));
  };

  /** @param {import('../server/types.js').Finding} finding */
  const goToFinding = (finding) => {
    if (finding.lon === null || finding.lat === null) return;
    desk.map.goToSpot(finding.lon, finding.lat);
    desk.announce(either(finding.words, finding.wordsEn));
    if (desk.frame.isNarrow()) desk.frame.root.dataset.sheet = 'half';
  };

  /** @param {Layer|null} layer */
  const choose = (layer) => {
    part = null;
    chosen = layer?.id ?? null;
    desk.map.clearMarks();
    draw();
    showOnMap();
    if (!layer) {
      desk.frame.showRight(false);
      return;
    }
    desk.frame.showRight(true);
    if (desk.frame.isNarrow()) list.querySelector('.open')?.scrollIntoView({ block: 'start' });
    fillWith(desk.frame.right,
      h('header', { class: 'panel-head' }, swatch(layer), h('h2', {}, layer.name)),
      h('h3', {}, t('findings.title')),
      findingsList((page, signal) => layerFindings(desk.workspace.id, layer.id, page, signal), goToFinding));
  };

  return {
    enter(given) {
      desk = given;
      abort = new AbortController();
      const add = h('button', { type: 'button', class: 'small add', onclick: openUpload }, icon('plus', 16), t('upload.open'));
      fillWith(upload);
      fillWith(jobs);
      fillWith(problems);
      fillWith(desk.frame.left, h('header', { class: 'panel-head' }, h('h2', {}, t('mode.layers')), add),
        upload, jobs, problems, list, ground, desk.layers.length > 0 && legend(false));
      desk.frame.close.onclick = () => desk.frame.front('left');
      desk.frame.showRight(false);
      desk.map.showMosaic(null);
      choose(desk.layers.find((layer) => layer.id === chosen) ?? null);
      fillWith(ground);
      void readGround();
      takeKeys = desk.keys.give([
        { key: 'u', shown: 'U', words: t('keys.upload'), press: openUpload },
        { key: 'f', shown: 'F', words: t('keys.fit'), press: () => {
          const layer = desk.layers.find((l) => l.id === chosen);
          const bounds = layer?.bounds ?? desk.workspace.bounds;
          if (bounds) desk.map.fit(bounds);
        } },
      ]);
      listJobs(desk.workspace.id).then((all) => {
        for (const job of all) if (job.kind === 'IMPORT' && !isOver(job) && !abort.signal.aborted) watch(job.id, '');
      }).catch((error) => fillWith(problems, trouble(error)));
    },
    exit() {
      abort.abort();
      takeKeys();
      desk.map.clearMarks();
      desk.frame.showRight(false);
    },
  };
}
