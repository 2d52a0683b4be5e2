// @ts-check
/** Hatches by which departments can be told apart without colour. */

/** Divides the side of a tile, so hatches run on across tile edges. */
const PERIOD = 16;

/** @type {Record<string, (context: CanvasRenderingContext2D, colour: string) => void>} */
const STROKES = {
  rising: (c) => lines(c, [[-2, 10, 10, -2], [6, 18, 18, 6], [-2, 18, 18, -2]]),
  falling: (c) => lines(c, [[-2, 6, 10, 18], [6, -2, 18, 10], [-2, -2, 18, 18]]),
  level: (c) => lines(c, [[0, 4, 16, 4], [0, 12, 16, 12]]),
  upright: (c) => lines(c, [[4, 0, 4, 16], [12, 0, 12, 16]]),
  cross: (c) => lines(c, [[0, 8, 16, 8], [8, 0, 8, 16]]),
  dots: (c, colour) => {
    c.fillStyle = colour;
    for (const [x, y] of [[4, 4], [12, 12]]) {
      c.beginPath();
      c.arc(x, y, 1.3, 0, 7);
      c.fill();
    }
  },
};

/** @param {CanvasRenderingContext2D} context @param {number[][]} segments */
function lines(context, segments) {
  context.beginPath();
  for (const [x1, y1, x2, y2] of segments) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}

/**
 * One period of a hatch on a canvas of its own.
 * @param {string} kind @param {string} colour @param {number} ratio device pixels a CSS pixel
 */
function swatchCanvas(kind, colour, ratio) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = PERIOD * ratio;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.scale(ratio, ratio);
  context.strokeStyle = colour;
  context.lineWidth = 1;
  STROKES[kind]?.(context, colour);
  return canvas;
}

/**
 * @param {CanvasRenderingContext2D} context already scaled to CSS pixels
 * @param {string} kind @param {string} colour
 * @returns {CanvasPattern|string}
 */
export function hatchPattern(context, kind, colour) {
  const ratio = context.getTransform().a;
  const pattern = context.createPattern(swatchCanvas(kind, colour, ratio), 'repeat');
  if (!pattern) return 'transparent';
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

/**
 * A field of the hatch, for swatches beside words.
 * @param {string} kind @param {string} colour @param {number} side in CSS pixels
 */
export function hatchField(kind, colour, side) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * 2;
  const context = canvas.getContext('2d');
  if (context) {
    context.scale(2, 2);
    context.fillStyle = hatchPattern(context, kind, colour);
    context.fillRect(0, 0, side, side);
  }
  return canvas;
}
