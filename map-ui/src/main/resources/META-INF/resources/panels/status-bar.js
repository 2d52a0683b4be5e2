// @ts-check
import { lonLat, metresPerPixel } from '../i18n/format.js';
import { num, t } from '../i18n/words.js';
import { h } from './element.js';

/** CSS defines a pixel as 1/96 inch. */
const METRES_A_CSS_PIXEL = 0.0254 / 96;

/** The line at the foot: what to do next, where the pointer is, scale, coordinate system. */
export function statusBar() {
  const next = h('span', { class: 'next-step' });
  const where = h('span', { class: 'where' });
  const scale = h('span', { class: 'scale' });
  const crs = h('span', { class: 'crs' }, 'CGCS2000');
  return {
    element: h('footer', { class: 'status' }, next, h('span', { class: 'space' }), where, scale, crs),
    /** @param {string} words */
    say(words) {
      next.textContent = words;
      next.title = words;
    },
    /** @param {number|null} epsg */
    crs(epsg) {
      crs.textContent = epsg ? `CGCS2000 · EPSG:${epsg}` : 'CGCS2000';
    },
    /** @param {import('leaflet').Map} map @returns {() => void} ends it */
    follow(map) {
      const point = (/** @type {import('leaflet').LeafletMouseEvent} */ event) => {
        // What a hand drags tells its own figures; words that change with each pixel would hold them up.
        if (document.body.classList.contains('leaflet-dragging')) return;
        where.textContent = lonLat(event.latlng.lng, event.latlng.lat);
      };
      const leave = () => (where.textContent = '');
      const rescale = () => {
        const ratio = metresPerPixel(map.getCenter().lat, map.getZoom()) / METRES_A_CSS_PIXEL;
        const step = 10 ** Math.floor(Math.log10(ratio) - 1);
        scale.textContent = t('status.scale', { n: num(Math.round(ratio / step) * step) });
      };
      const events = { mousemove: point, mouseout: leave, zoomend: rescale, moveend: rescale };
      map.on(events);
      rescale();
      return () => map.off(events);
    },
  };
}
