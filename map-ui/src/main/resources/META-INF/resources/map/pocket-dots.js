// @ts-check
import { DomEvent, circleMarker, layerGroup } from 'leaflet';
import { COVERAGE } from './palette.js';

/** @typedef {import('../server/coverages.js').Pocket} Pocket */

/** From here on the buildings themselves are seen. */
const BUILDINGS_ZOOM = 14;
const LEAST_PIXELS = 4;
const PEOPLE_A_SQUARE_PIXEL = 7;

/**
 * Far out, where a building is less than a pixel: a dot for each group that is left out, as large as the
 * number of its people.
 * @param {import('leaflet').Map} map @param {Pocket[]} pockets @param {(pocket: Pocket) => void} choose
 * @param {(pocket: Pocket) => string} title
 */
export function pocketDots(map, pockets, choose, title) {
  const dots = layerGroup(pockets.map((pocket) => {
    const dot = circleMarker([pocket.at.lat, pocket.at.lon], {
      pane: 'dots', radius: Math.max(LEAST_PIXELS, Math.sqrt(pocket.people / PEOPLE_A_SQUARE_PIXEL)),
      color: '#ffffff', weight: 1.5, fillColor: COVERAGE.left, fillOpacity: 0.85,
    });
    dot.bindTooltip(title(pocket), { direction: 'top', opacity: 1 });
    return dot.on('click', (event) => {
      DomEvent.stopPropagation(event);
      choose(pocket);
    });
  }));
  const see = () => {
    if (map.getZoom() < BUILDINGS_ZOOM) dots.addTo(map);
    else dots.remove();
  };
  map.on('zoomend', see);
  see();
  return {
    remove() {
      map.off('zoomend', see);
      dots.remove();
    },
  };
}
