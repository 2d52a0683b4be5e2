// @ts-check
/** How long the map is given to fetch and draw what it shows at its size on paper. */
const DRAW_MILLISECONDS = 1500;

/** Prints what is in sight: the map first takes its size on paper. @param {import('./desk.js').Desk} desk */
export function onPaper(desk) {
  const { root } = desk.frame;
  root.classList.add('printing');
  addEventListener('afterprint', () => root.classList.remove('printing'), { once: true });
  setTimeout(() => print(), DRAW_MILLISECONDS);
}
