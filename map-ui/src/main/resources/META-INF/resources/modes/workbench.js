// @ts-check
import { connection, problemOf } from '../server/http.js';
import { logOut } from '../server/session.js';
import { listLayers, listWorkspaces, readWorkspace } from '../server/workspaces.js';
import { num, t } from '../i18n/words.js';
import { MapView } from '../map/map-view.js';
import { connectionBar } from '../panels/connection-bar.js';
import { fillWith, h } from '../panels/element.js';
import { frame as makeFrame } from '../panels/frame.js';
import { keySheet } from '../panels/key-sheet.js';
import { Keys } from '../panels/keys.js';
import { empty, trouble, waiting } from '../panels/notice.js';
import { rail as makeRail } from '../panels/rail.js';
import { statusBar } from '../panels/status-bar.js';
import { topBar } from '../panels/top-bar.js';
import { newWorkspaceForm, workspaceChooser } from '../panels/workspace-chooser.js';
import { address, keepMapPlace, writeAddress } from './address.js';
import { coverageMode } from './coverage-mode.js';
import { layersMode } from './layers-mode.js';
import { mergeMode } from './merge-mode.js';

/** @typedef {import('../server/types.js').Session} Session */
/** @typedef {import('../server/types.js').Workspace} Workspace */
/** @typedef {import('../server/types.js').Layer} Layer */

const MODES = [
  { name: 'layers', icon: 'layers', make: layersMode },
  { name: 'merge', icon: 'merge', make: mergeMode },
  { name: 'coverage', icon: 'coverage', make: coverageMode },
];

/**
 * The page of someone who is signed in.
 * @param {HTMLElement} page
 * @param {Session} session
 * @param {(session: Session) => void} signedOut
 */
export function workbench(page, session, signedOut) {
  const spoken = /** @type {HTMLElement} */ (document.getElementById('spoken'));
  const keys = new Keys();
  const status = statusBar();
  const rail = makeRail(MODES, (name) => switchTo(name));
  const chooser = workspaceChooser({
    choose: (workspace) => void open(workspace),
    made: (workspace) => void made(workspace),
    deleted: (workspace) => {
      desk.announce(t('workspace.deleted', { name: workspace.name }));
      workspaces = workspaces.filter((other) => other !== workspace);
      if (workspace.id !== desk.workspace?.id) chooser.show(workspaces, desk.workspace);
      else leave();
    },
  });
  const top = topBar({
    user: session.user?.name ?? '', version: session.version, chooser: chooser.element,
    keys: () => sheet.toggle(),
    logOut: async () => {
      try {
        signedOut(await logOut());
      } catch (error) {
        status.say(problemOf(error).title);
      }
    },
  });
  const frame = makeFrame({ top, rail: rail.element, status: status.element });
  frame.over.append(connectionBar());
  const sheet = keySheet(keys, frame.over);
  fillWith(page, frame.root);

  const map = new MapView(frame.mapHolder, {
    peopleWords: (n) => t('unit.peopleLabel', { n: num(n) }), zoomIn: t('map.zoomIn'), zoomOut: t('map.zoomOut'),
  });
  map.covered = frame.covered;
  const letGoOfPointer = status.follow(map.map);
  const letGoOfPlace = keepMapPlace(map.map);

  const modes = Object.fromEntries(MODES.map(({ name, make }) => [name, make()]));
  /** @type {Map<string, {visible: boolean, opacity: number}>} */
  const looks = new Map();
  /** @type {Workspace[]} */
  let workspaces = [];
  /** @type {import('./desk.js').Mode|null} */
  let mode = null;
  const asked = address().mode ?? '';
  let modeName = MODES.some(({ name }) => name === asked) ? asked : 'layers';

  /** @type {import('./desk.js').Desk} */
  const desk = {
    workspace: /** @type {Workspace} */ (/** @type {unknown} */ (null)),
    layers: [],
    map, frame, keys,
    lookOf(layer) {
      const key = String(layer.id);
      let look = looks.get(key);
      if (!look) looks.set(key, (look = { visible: true, opacity: 1 }));
      return look;
    },
    async reloadLayers() {
      const before = desk.workspace.bounds;
      [desk.workspace, desk.layers] = await Promise.all([readWorkspace(desk.workspace.id), listLayers(desk.workspace.id)]);
      chooser.show(workspaces = workspaces.map((w) => (w.id === desk.workspace.id ? desk.workspace : w)), desk.workspace);
      if (!before) map.showWhole(desk.workspace.bounds);
      switchTo(modeName);
    },
    switchTo: (name) => switchTo(name),
    next: (words) => status.say(words),
    announce: (words) => (spoken.textContent = words),
  };

  /** @param {string} name */
  const switchTo = (name) => {
    modeName = name;
    rail.mark(name);
    writeAddress({ mode: name });
    if (!desk.workspace) return;
    mode?.exit();
    mode = modes[name];
    mode.enter(desk);
  };

  /** @param {Workspace} workspace @param {boolean} [keepPlace] */
  const open = async (workspace, keepPlace = false) => {
    mode?.exit();
    mode = null;
    desk.workspace = workspace;
    chooser.show(workspaces, workspace);
    status.crs(workspace.epsg);
    writeAddress({ w: String(workspace.id) });
    fillWith(frame.left, waiting());
    const place = keepPlace ? address().place : null;
    map.open(place ? { ...workspace, bounds: null } : workspace);
    if (place) map.map.setView([place.lat, place.lon], place.zoom, { animate: false });
    try {
      desk.layers = await listLayers(workspace.id);
      if (desk.workspace === workspace) switchTo(modeName);
    } catch (error) {
      fillWith(frame.left, trouble(error, () => void open(workspace, keepPlace)));
    }
  };

  /** The workspace in sight is gone: opens another, or asks for a new one. */
  const leave = () => {
    mode?.exit();
    mode = null;
    desk.workspace = /** @type {Workspace} */ (/** @type {unknown} */ (null));
    map.close();
    writeAddress({ w: '' });
    void begin();
  };

  /** @param {Workspace} workspace */
  const made = (workspace) => {
    workspaces = [...workspaces, workspace];
    modeName = 'layers';
    return open(workspace);
  };

  const begin = async () => {
    fillWith(frame.left, waiting());
    try {
      workspaces = await listWorkspaces();
      const asked = workspaces.find((w) => String(w.id) === address().w);
      const first = asked ?? workspaces[0];
      chooser.show(workspaces, first ?? null);
      rail.mark(modeName);
      if (first) await open(first, asked !== undefined);
      else {
        fillWith(frame.left, empty(t('workspace.noneYet'), t('workspace.noneHint'), newWorkspaceForm((w) => void made(w))));
        status.say(t('next.workspace'));
      }
    } catch (error) {
      fillWith(frame.left, trouble(error, () => void begin()));
    }
  };

  keys.give([
    ...MODES.map(({ name }, i) => ({
      key: String(i + 1), shown: String(i + 1), words: t('keys.mode', { name: t(`mode.${name}`) }), press: () => switchTo(name),
    })),
    { key: '?', shift: true, shown: '?', words: t('keys.sheet'), press: () => sheet.toggle() },
    { key: '?', shift: false, shown: '', words: '', press: () => sheet.toggle() },
  ]);
  const refresh = () => map.refresh();
  connection.addEventListener('back', refresh);
  void begin();

  return {
    remove() {
      mode?.exit();
      keys.remove();
      letGoOfPlace();
      letGoOfPointer();
      connection.removeEventListener('back', refresh);
      map.remove();
    },
  };
}
