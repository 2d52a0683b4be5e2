// @ts-check
/** What somebody tries: changes on top of an answer, with steps back. Pure. */

/** @typedef {import('../server/coverages.js').Wish} Wish */
/** @typedef {{kind: 'move', station: string, lon: number, lat: number}|{kind: 'add', lon: number, lat: number}|{kind: 'moveAdded', index: number, lon: number, lat: number}|{kind: 'close', station: string}|{kind: 'reopen', station: string}|{kind: 'removeAdded', index: number}|{kind: 'gate', gate: string, open: boolean}|{kind: 'newGate', lon: number, lat: number}|{kind: 'removeNewGate', index: number}} Change */

/** @type {Wish} */
export const NOTHING = Object.freeze({ moves: [], adds: [], closes: [], gates: [], newGates: [] });

/** @param {Wish} wish */
export const isNothing = (wish) => count(wish) === 0;

/** How many changes there are. @param {Wish} wish */
export const count = (wish) => wish.moves.length + wish.adds.length + wish.closes.length + wish.gates.length + wish.newGates.length;

/** The wish after one change more; the one before is left as it was. @param {Wish} wish @param {Change} change @returns {Wish} */
export function after(wish, change) {
  switch (change.kind) {
    case 'move': {
      const { station, lon, lat } = change;
      return {
        ...wish,
        moves: [...wish.moves.filter((m) => m.station !== station), { station, lon, lat }],
        closes: wish.closes.filter((id) => id !== station),
      };
    }
    case 'add':
      return { ...wish, adds: [...wish.adds, { lon: change.lon, lat: change.lat }] };
    case 'moveAdded':
      return { ...wish, adds: wish.adds.map((at, i) => (i === change.index ? { lon: change.lon, lat: change.lat } : at)) };
    case 'removeAdded':
      return { ...wish, adds: wish.adds.filter((_, i) => i !== change.index) };
    case 'close':
      return {
        ...wish,
        moves: wish.moves.filter((m) => m.station !== change.station),
        closes: [...wish.closes.filter((id) => id !== change.station), change.station],
      };
    case 'reopen':
      return {
        ...wish,
        moves: wish.moves.filter((m) => m.station !== change.station),
        closes: wish.closes.filter((id) => id !== change.station),
      };
    case 'gate': {
      const others = wish.gates.filter((id) => id !== change.gate);
      return { ...wish, gates: change.open ? [...others, change.gate] : others };
    }
    case 'newGate':
      return { ...wish, newGates: [...wish.newGates, { lon: change.lon, lat: change.lat }] };
    case 'removeNewGate':
      return { ...wish, newGates: wish.newGates.filter((_, i) => i !== change.index) };
    default:
      return wish;
  }
}
