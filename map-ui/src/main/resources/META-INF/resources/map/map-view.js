// @ts-check
import {
  Map as LeafletMap, circleMarker, control, geoJSON, latLng, latLngBounds, layerGroup,
} from 'leaflet';
import { mosaicTiles } from '../server/mosaics.js';
import { baseTiles, layerTiles } from '../server/workspaces.js';
import { Backstage } from './backstage.js';
import { paintBase } from './base-painter.js';
import { CanvasTiles } from './canvas-tiles.js';
import { cellPainter, conflictPainter, hatchInk, paintMosaic } from './grid-painters.js';
import { LabelLayer } from './label-layer.js';
import { ACCENT, CONFLICT } from './palette.js';
import { TileStore } from './tile-store.js';
import { baseLabels, cellLabels, unitLabels } from './wishers.js';

/** @typedef {import('../server/types.js').Layer} Layer */
/** @typedef {import('../server/types.js').Bounds} Bounds */
/** @typedef {import('../server/types.js').Id} Id */
/** @typedef {{store: TileStore, tiles: CanvasTiles}} Sheet */
/** @typedef {{layer: Layer, visible: boolean, opacity: number, chosen?: boolean}} Shown */

const PANES = { base: 200, departments: 240, mosaic: 260, bands: 262, conflicts: 280, served: 282, marks: 420, stations: 440, dots: 445, labels: 450 };
const DEEPEST_FLIGHT = 18;
/** Pixels left free around what is fitted into the view. */
const MARGIN = 2;
/** The whole may lose a thin edge: the next zoom out shows it only half as large. */
const WHOLE_MARGIN = -16;

/** The map: what is on it and where it looks. Modes say what to show; it knows no panel. */
export class MapView {
  /** @param {HTMLElement} holder @param {{peopleWords: (n: number) => string, zoomIn: string, zoomOut: string}} words */
  constructor(holder, words) {
    this.words = words;
    this.map = new LeafletMap(holder, {
      center: [35, 117], zoom: 11, minZoom: 10, maxZoom: 21, zoomControl: false,
      attributionControl: false, maxBoundsViscosity: 0.7,
    });
    for (const [name, level] of Object.entries(PANES)) {
      this.map.createPane(name).style.zIndex = String(level);
    }
    /** @type {HTMLElement} */ (this.map.getPane('labels')).style.pointerEvents = 'none';
    control.zoom({ position: 'bottomright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(this.map);
    control.scale({ position: 'bottomleft', imperial: false, maxWidth: 120 }).addTo(this.map);
    this.labels = new LabelLayer().addTo(this.map);
    this.marks = layerGroup([], { pane: 'marks' }).addTo(this.map);
    /** @type {Sheet|null} */
    this.base = null;
    /** @type {Sheet|null} */
    this.mosaic = null;
    /** @type {CanvasTiles|null} drawn from the tiles of the mosaic */
    this.conflicts = null;
    /** @type {Map<string, Sheet>} */
    this.departments = new Map();
    /** @type {Shown[]} */
    this.shown = [];
    this.before = false;
    /** Departments' sheets under a mosaic. */
    this.backstage = new Backstage(this.map);
    /** @returns {{top: number, right: number, bottom: number, left: number}} pixels covered by panels */
    this.covered = () => ({ top: 0, right: 0, bottom: 0, left: 0 });
    /** @type {Bounds|null} what is kept wholly in sight until someone moves the map */
    this.whole = null;
    this.map.on('dragstart', () => (this.whole = null));
    for (const act of /** @type {const} */ (['wheel', 'dblclick', 'keydown', 'touchstart'])) {
      holder.addEventListener(act, () => (this.whole = null), { passive: true });
    }
    this.resizes = new ResizeObserver(() => {
      this.map.invalidateSize({ animate: false });
      if (this.whole) this.fit(this.whole, false, WHOLE_MARGIN);
    });
    this.resizes.observe(holder);
  }

  /** @param {TileStore} store @param {import('./canvas-tiles.js').Painter} painter @param {string} pane @returns {Sheet} */
  sheet(store, painter, pane) {
    const tiles = new CanvasTiles(store, painter, { pane });
    tiles.on('tileload', () => this.labels.later());
    return { store, tiles };
  }

  /** @param {Sheet|null|undefined} sheet */
  drop(sheet) {
    sheet?.tiles.remove();
    sheet?.store.close();
  }

  /** Takes everything off the map. */
  close() {
    this.backstage.clear();
    this.drop(this.base);
    this.base = null;
    this.showMosaic(null);
    for (const sheet of this.departments.values()) this.drop(sheet);
    this.departments.clear();
    this.shown = [];
    this.clearMarks();
    this.whole = null;
    this.relabel();
  }

  /** Clears everything and lays the base map of a place. @param {import('../server/types.js').Workspace} workspace */
  open(workspace) {
    this.close();
    this.workspace = workspace.id;
    this.base = this.sheet(new TileStore(baseTiles(workspace.id)), paintBase, 'base');
    this.base.tiles.addTo(this.map);
    this.showWhole(workspace.bounds);
    this.relabel();
  }

  /** The ground was handed in anew: it is read again. */
  baseChanged() {
    if (!this.base || this.workspace === null) return;
    this.drop(this.base);
    this.base = this.sheet(new TileStore(baseTiles(this.workspace)), paintBase, 'base');
    this.base.tiles.addTo(this.map);
    this.relabel();
  }

  /** Keeps it all in sight until someone moves the map. @param {Bounds|null} bounds */
  showWhole(bounds) {
    this.whole = bounds;
    if (bounds) this.fit(bounds, false, WHOLE_MARGIN);
  }

  /**
   * Shows the department layers; earlier ones in the list lie above.
   * @param {Shown[]} shown
   */
  showDepartments(shown) {
    this.shown = shown;
    const wanted = new Set(shown.map(({ layer }) => String(layer.id)));
    for (const [id, sheet] of this.departments) {
      if (!wanted.has(id)) {
        this.backstage.forget(sheet.tiles);
        this.drop(sheet);
        this.departments.delete(id);
      }
    }
    const count = shown.filter(({ layer, visible }) => visible && layer.role === 'DEPARTMENT').length;
    const anyChosen = shown.some(({ layer, chosen }) => chosen && layer.role === 'DEPARTMENT');
    shown.forEach(({ layer, visible, opacity, chosen = false }, position) => {
      const key = String(layer.id);
      const ink = hatchInk({ chosen, anyChosen, count });
      let sheet = this.departments.get(key);
      if (!sheet) {
        sheet = this.sheet(new TileStore(layerTiles(this.workspace ?? '', layer.id)), cellPainter(layer, ink), 'departments');
        this.departments.set(key, sheet);
        sheet.tiles.ink = ink;
      }
      if (sheet.tiles.ink !== ink) {
        sheet.tiles.ink = ink;
        sheet.tiles.painter = cellPainter(layer, ink);
        sheet.tiles.redraw();
      }
      sheet.tiles.setOpacity(opacity);
      sheet.tiles.setZIndex(100 - position);
      if (visible && !this.map.hasLayer(sheet.tiles)) this.backstage.add(sheet.tiles);
      if (!visible) {
        this.backstage.forget(sheet.tiles);
        sheet.tiles.remove();
      }
    });
    this.relabel();
    if (this.mosaic && !this.mosaic.tiles.isLoading()) this.backstage.begin();
  }

  /** @param {Id|null} id */
  showMosaic(id) {
    this.drop(this.mosaic);
    this.conflicts?.remove();
    this.mosaic = null;
    this.conflicts = null;
    this.before = false;
    if (id !== null) {
      this.mosaic = this.sheet(new TileStore(mosaicTiles(id)), paintMosaic, 'mosaic');
      this.mosaic.tiles.once('load', () => this.backstage.begin());
      this.mosaic.tiles.addTo(this.map);
      this.conflicts = new CanvasTiles(this.mosaic.store, conflictPainter({ kind: null, layer: null }), { pane: 'conflicts' });
      this.conflicts.addTo(this.map);
    }
    this.relabel();
  }

  /** Which of the mosaic's disagreements are drawn. @param {{kind: string|null, layer: string|null}} filter */
  filterConflicts(filter) {
    if (!this.conflicts) return;
    this.conflicts.painter = conflictPainter(filter);
    this.conflicts.redraw();
  }

  /**
   * Before the merge the departments' drawings are seen, after it the unified grid. Both are loaded, what
   * is in sight first, so that one can be held against the other without waiting.
   * @param {boolean} before
   */
  lookBefore(before) {
    this.before = before;
    this.relabel();
  }

  /** Whether the departments' drawings are in sight. */
  seesDepartments() {
    return this.before || !this.mosaic;
  }

  relabel() {
    if (this.seesDepartments()) this.backstage.raise();
    for (const { store } of this.departments.values()) store.rank = this.seesDepartments() ? 1 : 2;
    for (const [name, seen] of Object.entries({ departments: this.seesDepartments(), mosaic: !this.before })) {
      const pane = this.map.getPane(name);
      if (pane) pane.style.display = seen ? '' : 'none';
    }
    /** @type {import('./label-layer.js').LabelSource[]} */
    const sources = [];
    const drawn = this.seesDepartments()
      ? this.shown.filter(({ layer, visible }) => visible && layer.role === 'DEPARTMENT')
      : [];
    const chosen = drawn.filter((shown) => shown.chosen);
    const named = chosen.length ? chosen : drawn;
    const fromZoom = named.length > 3 ? 16 : named.length > 1 ? 15 : 14;
    named.forEach(({ layer }, i) => {
      const sheet = this.departments.get(String(layer.id));
      const place = { line: i - (named.length - 1) / 2, fromZoom };
      if (sheet) sources.push({ store: sheet.store, wisher: cellLabels(layer, place) });
    });
    if (this.mosaic && !this.before) {
      sources.push({ store: this.mosaic.store, wisher: unitLabels(this.words.peopleWords) });
    }
    if (this.base) sources.push({ store: this.base.store, wisher: baseLabels });
    this.labels.setSources(sources);
  }

  /** @param {Bounds} bounds @param {boolean} [fly] @param {number} [margin] */
  fit([west, south, east, north], fly = true, margin = MARGIN) {
    const target = latLngBounds([south, west], [north, east]);
    const { top, right, bottom, left } = this.covered();
    const options = {
      paddingTopLeft: /** @type {[number, number]} */ ([left + margin, top + margin]),
      paddingBottomRight: /** @type {[number, number]} */ ([right + margin, bottom + margin]),
      maxZoom: DEEPEST_FLIGHT,
    };
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (fly && !still) this.map.flyToBounds(target, { ...options, duration: 0.5 });
    else this.map.fitBounds(target, { ...options, animate: false });
  }

  /** Goes to a spot and rings it. @param {number} lon @param {number} lat */
  goToSpot(lon, lat) {
    this.clearMarks();
    this.whole = null;
    const reach = 0.002;
    this.fit([lon - reach, lat - reach, lon + reach, lat + reach]);
    this.ring(lon, lat);
  }

  /** @param {number} lon @param {number} lat */
  ring(lon, lat) {
    const at = latLng(lat, lon);
    const common = { pane: 'marks', fill: false, interactive: false };
    circleMarker(at, { ...common, radius: 15, weight: 6, color: '#ffffff', opacity: 0.9 }).addTo(this.marks);
    circleMarker(at, { ...common, radius: 15, weight: 3, color: CONFLICT.line }).addTo(this.marks);
  }

  /**
   * Outlines ground. @param {GeoJSON.Geometry} geometry @param {'conflict'|'chosen'} kind
   */
  outline(geometry, kind) {
    this.clearMarks();
    this.whole = null;
    const colour = kind === 'conflict' ? CONFLICT.line : ACCENT;
    const common = { pane: 'marks', interactive: false };
    geoJSON(geometry, { ...common, style: { color: '#ffffff', weight: 6, opacity: 0.9, fill: false } }).addTo(this.marks);
    geoJSON(geometry, {
      ...common,
      style: { color: colour, weight: 2.5, fillColor: kind === 'conflict' ? CONFLICT.fill : ACCENT, fillOpacity: 0.22 },
    }).addTo(this.marks);
  }

  clearMarks() {
    this.marks.clearLayers();
  }

  /** Throws away what was read and asks again. */
  refresh() {
    for (const sheet of [this.base, this.mosaic, ...this.departments.values()]) sheet?.tiles.redraw();
    this.conflicts?.redraw();
  }

  remove() {
    this.resizes.disconnect();
    for (const sheet of [this.base, this.mosaic, ...this.departments.values()]) this.drop(sheet);
    this.map.remove();
  }
}
