// @ts-check
/** Where labels go so that none covers another. Pure. */

/**
 * @typedef {object} Box
 * @property {number} x left edge in pixels
 * @property {number} y top edge
 * @property {number} width
 * @property {number} height
 */

const CELL = 128;

/** Boxes already taken, found again by a coarse lattice. */
export class LabelSpace {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /**
   * Takes the box if it is free.
   * @param {Box} box
   * @returns {boolean} whether it was
   */
  take(box) {
    const keys = cellsOf(box);
    for (const key of keys) {
      for (const other of this.cells.get(key) ?? []) if (meet(box, other)) return false;
    }
    for (const key of keys) {
      const list = this.cells.get(key);
      if (list) list.push(box);
      else this.cells.set(key, [box]);
    }
    return true;
  }
}

/** @param {Box} a @param {Box} b */
function meet(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** @param {Box} box */
function cellsOf(box) {
  const keys = [];
  const [left, right] = [Math.floor(box.x / CELL), Math.floor((box.x + box.width) / CELL)];
  const [top, bottom] = [Math.floor(box.y / CELL), Math.floor((box.y + box.height) / CELL)];
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) keys.push(`${x}/${y}`);
  return keys;
}

/**
 * A good spot for a label in a polygon: the middle of the widest run of the polygon on one of a few
 * level lines, preferring lines near its middle.
 * @param {ArrayLike<number>[]} rings x,y,x,y…, outer and holes in any order
 * @returns {{x: number, y: number, width: number, height: number, area: number}|null} width of the run;
 *   height and area of the largest ring
 */
export function labelSpot(rings) {
  let area = 0;
  /** @type {ArrayLike<number>|null} */
  let outer = null;
  for (const ring of rings) {
    const a = Math.abs(ringArea(ring));
    if (a > area) [area, outer] = [a, ring];
  }
  if (!outer) return null;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 1; i < outer.length; i += 2) {
    top = Math.min(top, outer[i]);
    bottom = Math.max(bottom, outer[i]);
  }
  let best = null;
  let bestScore = 0;
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = top + (bottom - top) * share + 0.01;
    const cuts = crossings(rings, y);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const width = cuts[i + 1] - cuts[i];
      const score = width * (1 - Math.abs(share - 0.5));
      if (score > bestScore) {
        bestScore = score;
        best = { x: (cuts[i] + cuts[i + 1]) / 2, y, width, height: bottom - top, area };
      }
    }
  }
  return best;
}

/** @param {ArrayLike<number>[]} rings @param {number} y @returns {number[]} sorted x of all crossings */
function crossings(rings, y) {
  const xs = [];
  for (const ring of rings) {
    const n = ring.length;
    for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
      const [y1, y2] = [ring[j + 1], ring[i + 1]];
      if (y1 > y !== y2 > y) xs.push(ring[j] + ((y - y1) / (y2 - y1)) * (ring[i] - ring[j]));
    }
  }
  return xs.sort((a, b) => a - b);
}

/** @param {ArrayLike<number>} ring @returns {number} signed area */
function ringArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  }
  return sum / 2;
}

/**
 * The straightest long piece of a line for a text of a given width.
 * @param {ArrayLike<number>} line x,y,x,y…
 * @param {number} width wanted, in the same units
 * @returns {{x: number, y: number, angle: number}|null} middle and slope in radians, text upright
 */
export function lineSpot(line, width) {
  let best = null;
  let bestBend = 0.12;
  for (let i = 0; i + 3 < line.length; i += 2) {
    let length = 0;
    for (let j = i + 2; j < line.length; j += 2) {
      length += Math.hypot(line[j] - line[j - 2], line[j + 1] - line[j - 1]);
      if (length < width) continue;
      const [dx, dy] = [line[j] - line[i], line[j + 1] - line[i + 1]];
      const bend = length / Math.hypot(dx, dy) - 1;
      if (bend < bestBend) {
        bestBend = bend;
        let angle = Math.atan2(dy, dx);
        if (angle > Math.PI / 2) angle -= Math.PI;
        if (angle <= -Math.PI / 2) angle += Math.PI;
        best = { ...middle(line, i, j), angle };
      }
      break;
    }
  }
  return best;
}

/** @param {ArrayLike<number>} line @param {number} from @param {number} to half the way along it */
function middle(line, from, to) {
  let half = 0;
  for (let i = from + 2; i <= to; i += 2) {
    half += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]) / 2;
  }
  for (let i = from + 2; i <= to; i += 2) {
    const step = Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
    if (step >= half) {
      const t = step === 0 ? 0 : half / step;
      return {
        x: line[i - 2] + (line[i] - line[i - 2]) * t,
        y: line[i - 1] + (line[i + 1] - line[i - 1]) * t,
      };
    }
    half -= step;
  }
  return { x: line[to], y: line[to + 1] };
}
