// @ts-check
import { coverageGates, coverageStations, whatIf } from '../server/coverages.js';
import { t } from '../i18n/words.js';
import { kindSigns } from '../coverage/kinds.js';
import { latest } from '../coverage/latest.js';
import { NOTHING, after, isNothing } from '../coverage/wish.js';
import { CoverageView } from '../map/coverage-view.js';
import { stationLayer } from '../map/station-layer.js';
import { tryBar } from '../panels/try-bar.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../server/coverages.js').Coverage} Coverage */
/** @typedef {import('../server/coverages.js').Station} Station */
/** @typedef {import('../server/coverages.js').Wish} Wish */
/** @typedef {import('../coverage/wish.js').Change} Change */
/** @typedef {import('../map/coverage-painter.js').Field} Field */

/** An answer on the map, and what is tried on top of it: stations and gates on the map, the line of figures over it. */
export class Trial {
  /**
   * @param {Desk} desk
   * @param {Coverage} coverage
   * @param {{choose: (station: Station) => void, chooseAdded: (index: number) => void,
   *   loaded: (kinds: import('../coverage/kinds.js').KindSign[]) => void, failed: (error: unknown) => void}} wishes
   */
  constructor(desk, coverage, wishes) {
    this.desk = desk;
    this.wishes = wishes;
    /** @type {Wish} */
    this.wish = NOTHING;
    /** @type {Wish[]} */
    this.steps = [];
    /** @type {Map<string, Station>} */
    this.stations = new Map();
    /** @type {Map<string, number>} */
    this.changed = new Map();
    /** @type {Field} */
    this.field = 'all';
    /** @type {'station'|'gate'|null} what the next click places */
    this.adding = null;
    this.held = false;
    this.abort = new AbortController();
    this.view = new CoverageView(desk.map, { id: coverage.id, limits: coverage.report.areas.map((area) => area.seconds), own: coverage.limitSeconds });
    this.bar = tryBar({
      add: () => (this.adding === 'station' ? this.stopAdding() : this.startAdding()),
      gate: () => (this.adding === 'gate' ? this.stopAdding() : this.startAdding('gate')), undo: () => this.undo(), reset: () => this.take(NOTHING, true),
    });
    desk.frame.over.append(this.bar.element);
    this.ask = latest(
      (/** @type {Wish} */ wish) => whatIf(coverage.id, wish),
      (answer, wish) => this.answered(answer, wish),
      (error, wish) => this.refused(error, wish),
    );
    this.layer = stationLayer(desk.map.map, {
      choose: wishes.choose,
      drag: (station, lon, lat, done) => this.drag({ kind: 'move', station: station.id, lon, lat }, done),
      dragAdded: (index, lon, lat, done) => this.drag({ kind: 'moveAdded', index, lon, lat }, done),
      chooseAdded: wishes.chooseAdded,
      gate: (gate) => this.change({ kind: 'gate', gate: gate.id, open: !this.wish.gates.includes(gate.id) }),
      title: (station) => `${station.name || station.id}${station.kind ? ` · ${station.kind}` : ''}`,
      newGate: (index) => this.change({ kind: 'removeNewGate', index }),
      newGateTitle: t('gate.new'),
      gateTitle: (gate) => t(this.wish.gates.includes(gate.id) ? 'gate.open' : gate.residentsOnly ? 'gate.residents' : 'gate.shut'),
      addedTitle: t('try.new'),
    });
    void this.load(coverage);
  }

  /** @param {Coverage} coverage */
  async load(coverage) {
    const { signal } = this.abort;
    try {
      const [stations, gates] = await Promise.all([coverageStations(coverage.id, signal), coverageGates(coverage.id, signal)]);
      if (signal.aborted) return;
      this.stations = new Map(stations.map((station) => [station.id, station]));
      const kinds = kindSigns(stations);
      this.layer.show(stations, gates, kinds);
      this.wishes.loaded([...kinds.values()]);
    } catch (error) {
      if (signal.aborted) return;
      this.bar.element.hidden = true;
      this.wishes.failed(error);
    }
  }

  /** @param {string} id */
  stationOf(id) {
    return this.stations.get(id);
  }

  /** @param {string} id */
  triedOf(id) {
    return { closed: this.wish.closes.includes(id), moved: this.wish.moves.some((m) => m.station === id) };
  }

  /** A gate that cannot be there is taken back, and why is said. @param {unknown} error @param {Wish} wish */
  refused(error, wish) {
    if (this.abort.signal.aborted) return;
    if (wish.newGates.length > 0 && wish === this.wish) this.undo();
    this.wishes.failed(error);
  }

  /** Lets one field of the radius against the network stand out. @param {Field} field */
  show(field) {
    this.field = field;
    this.view.mark(this.changed, field);
  }

  /** One change while the hand still holds: only the last place of a drag is a step. @param {Change} change @param {boolean} done */
  drag(change, done) {
    if (!this.held) this.steps.push(this.wish);
    this.held = !done;
    this.wish = after(this.wish, change);
    if (done) this.layer.wish(this.wish);
    this.ask(this.wish);
  }

  /** @param {Change} change */
  change(change) {
    this.take(after(this.wish, change), true);
  }

  /** @param {Wish} wish @param {boolean} step whether it can be undone */
  take(wish, step) {
    if (step) this.steps.push(this.wish);
    this.wish = wish;
    this.layer.wish(wish);
    if (isNothing(wish)) this.answered(null, wish);
    else this.ask(wish);
  }

  undo() {
    const before = this.steps.pop();
    if (before) this.take(before, false);
  }

  /** @param {import('../server/coverages.js').WhatIf|null} answer @param {Wish} wish */
  answered(answer, wish) {
    if (this.abort.signal.aborted || (isNothing(this.wish) && !isNothing(wish))) return;
    this.changed = new Map(answer?.changed.map(({ code, state }) => [code, state]) ?? []);
    this.layer.opened(answer?.newGates ?? []);
    this.bar.show(this.wish, answer);
    this.view.mark(this.changed, this.field);
  }

  /** Lets the next click on the map place something. @param {'station'|'gate'} [what] */
  startAdding(what = 'station') {
    this.adding = what;
    this.bar.placing(what);
    this.desk.map.map.getContainer().classList.add('placing');
    this.desk.next(t(what === 'gate' ? 'next.gate' : 'next.add'));
  }

  stopAdding() {
    if (!this.adding) return;
    this.adding = null;
    this.bar.placing(null);
    this.desk.next(t('next.pockets'));
    this.desk.map.map.getContainer().classList.remove('placing');
  }

  /** Whether a click on the map was meant for a new station or gate. @param {number} lon @param {number} lat */
  takesClick(lon, lat) {
    const what = this.adding;
    if (!what) return false;
    this.stopAdding();
    if (what === 'gate') this.change({ kind: 'newGate', lon, lat });
    else this.add(lon, lat);
    return true;
  }

  /** @param {number} lon @param {number} lat */
  add(lon, lat) {
    this.change({ kind: 'add', lon, lat });
  }

  /** @param {number} index */
  removeAdded(index) {
    this.change({ kind: 'removeAdded', index });
  }

  /** @param {string} station */
  close(station) {
    this.change({ kind: 'close', station });
  }

  /** @param {string} station */
  putBack(station) {
    this.change({ kind: 'reopen', station });
  }

  remove() {
    this.stopAdding();
    this.abort.abort();
    this.layer.remove();
    this.view.remove();
    this.bar.element.remove();
  }
}
