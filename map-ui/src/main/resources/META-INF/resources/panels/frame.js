// @ts-check
import { t } from '../i18n/words.js';
import { h } from './element.js';
import { icon } from './icons.js';

/** Below this width the panels become a sheet that rises from the bottom. Same number in narrow.css. */
export const NARROW_PIXELS = 700;

const SHEET_HEIGHTS = ['low', 'half', 'high'];

/**
 * The frame of the page: bar, rail, two panels beside the map, status line.
 * @param {{top: HTMLElement, rail: HTMLElement, status: HTMLElement}} parts
 */
export function frame({ top, rail, status }) {
  const left = h('div', { class: 'panel-body' });
  const right = h('div', { class: 'panel-body' });
  const mapHolder = h('div', { class: 'map', role: 'application', 'aria-label': t('map.label') });
  const over = h('div', { class: 'over-map' });
  const grip = h('button', { type: 'button', class: 'grip', 'aria-label': t('sheet.height') }, h('span'));
  const close = h('button', { type: 'button', class: 'quiet panel-close', 'aria-label': t('do.back') }, icon('close', 18));
  const leftPanel = h('aside', { class: 'panel left', 'aria-label': t('frame.left') }, left);
  const rightPanel = h('aside', { class: 'panel right', 'aria-label': t('frame.right'), hidden: true }, close, right);
  const root = h('div', { class: 'frame', 'data-front': 'left', 'data-sheet': 'half' },
    top, rail, grip, leftPanel, h('main', { class: 'map-area' }, mapHolder, over), rightPanel, status);

  grip.addEventListener('click', () => {
    const now = SHEET_HEIGHTS.indexOf(root.dataset.sheet ?? 'half');
    root.dataset.sheet = SHEET_HEIGHTS[(now + 1) % SHEET_HEIGHTS.length];
  });

  const isNarrow = () => innerWidth <= NARROW_PIXELS;
  return {
    root, left, right, mapHolder, over, close, isNarrow,
    /** @param {boolean} shown */
    showRight(shown) {
      rightPanel.hidden = !shown;
      if (!shown) root.dataset.front = 'left';
    },
    /** Which panel is in front where only one has room. @param {'left'|'right'} side */
    front(side) {
      root.dataset.front = side;
      if (isNarrow() && root.dataset.sheet === 'low') root.dataset.sheet = 'half';
    },
    /** How much of the map the panels cover, in pixels. */
    covered() {
      if (isNarrow()) {
        const sheet = root.dataset.front === 'right' && !rightPanel.hidden ? rightPanel : leftPanel;
        return { top: 0, right: 0, left: 0, bottom: Math.min(sheet.offsetHeight, mapHolder.offsetHeight * 0.6) };
      }
      const floats = !rightPanel.hidden && getComputedStyle(rightPanel).position === 'absolute';
      return { top: 0, left: 0, bottom: 0, right: floats ? rightPanel.offsetWidth : 0 };
    },
  };
}

/** @typedef {ReturnType<typeof frame>} Frame */
