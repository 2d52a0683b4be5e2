// @ts-check
/** How long the map is given to fetch and draw what it shows at its size on paper. */
const DRAW_MILLISECONDS = 1500;

/** Prints what is in sight: the map first takes its size on paper. @param {import('./desk.js').Desk} desk */
export function onPaper(desk) {
  const { root } = desk.frame;
  root.classList.add('printing');
  const folded = /** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll('.drawing-truth:not([open])'));
  for (const each of folded) each.open = true;
  addEventListener('afterprint', () => {
    root.classList.remove('printing');
    for (const each of folded) each.open = false;
  }, { once: true });
  setTimeout(() => print(), DRAW_MILLISECONDS);
}
