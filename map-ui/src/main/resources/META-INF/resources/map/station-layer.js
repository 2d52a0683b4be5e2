// @ts-check
import { DomEvent, divIcon, layerGroup, marker } from 'leaflet';
import { STATION_COLOURS } from './palette.js';

/** @typedef {import('../server/coverages.js').Station} Station */
/** @typedef {import('../server/coverages.js').Gate} Gate */
/** @typedef {import('../server/coverages.js').Wish} Wish */

/** Farther out than this stations are dots, and gates are left away. */
const NEAR_ZOOM = 14;
const GATES_ZOOM = 16;

/**
 * Stations by kind, to be dragged; gates that are shut, to be thrown open.
 * @param {import('leaflet').Map} map
 * @param {{choose: (station: Station) => void, drag: (station: Station, lon: number, lat: number, done: boolean) => void,
 *   dragAdded: (index: number, lon: number, lat: number, done: boolean) => void, chooseAdded: (index: number) => void,
 *   gate: (gate: Gate) => void, newGate: (index: number) => void, newGateTitle: string, title: (station: Station) => string, gateTitle: (gate: Gate) => string, addedTitle: string}} wishes
 */
export function stationLayer(map, wishes) {
  const stations = layerGroup([], { pane: 'stations' }).addTo(map);
  const gates = layerGroup([], { pane: 'stations' }).addTo(map);
  /** @type {Station[]} */
  let all = [];
  /** @type {Gate[]} */
  let shut = [];
  /** @type {Gate[]} tried in walls that have none */
  let opened = [];
  /** @type {Wish} */
  let wish = { moves: [], adds: [], closes: [], gates: [], newGates: [] };
  /** @type {Map<string, import('../coverage/kinds.js').KindSign>} */
  let kinds = new Map();
  let movable = true;
  let dragging = false;

  /** @param {import('leaflet').Marker} point @param {(lon: number, lat: number, done: boolean) => void} moved */
  const drags = (point, moved) => {
    const tell = (/** @type {boolean} */ done) => {
      const { lng, lat } = point.getLatLng();
      moved(lng, lat, done);
    };
    point.on('dragstart', () => (dragging = true));
    point.on('drag', () => tell(false));
    point.on('dragend', () => {
      dragging = false;
      tell(true);
    });
  };

  const draw = () => {
    if (dragging) return;
    stations.clearLayers();
    gates.clearLayers();
    const near = map.getZoom() >= NEAR_ZOOM;
    const seen = map.getBounds().pad(0.3);
    const moves = new Map(wish.moves.map((m) => [m.station, m]));
    for (const station of all) {
      const at = moves.get(station.id) ?? station;
      if (!seen.contains([at.lat, at.lon])) continue;
      const kind = kinds.get(station.kind);
      const closed = wish.closes.includes(station.id);
      const classes = ['station', near ? 'near' : 'far', closed && 'closed', !station.counts && 'idle', moves.has(station.id) && 'moved'];
      const point = marker([at.lat, at.lon], {
        pane: 'stations', draggable: near && movable && !closed, keyboard: near, title: wishes.title(station), alt: wishes.title(station),
        autoPanOnFocus: false,
        icon: divIcon({ className: classes.filter(Boolean).join(' '), iconSize: near ? [22, 22] : [6, 6], html: sign(kind?.number ?? 0, near ? kind?.letter ?? '' : '') }),
      });
      point.on('click', (event) => {
        DomEvent.stopPropagation(event);
        wishes.choose(station);
      });
      drags(point, (lon, lat, done) => wishes.drag(station, lon, lat, done));
      stations.addLayer(point);
    }
    wish.adds.forEach((at, index) => {
      const point = marker([at.lat, at.lon], {
        pane: 'stations', draggable: movable, title: wishes.addedTitle, alt: wishes.addedTitle,
        icon: divIcon({ className: 'station near added', iconSize: [22, 22], html: sign(-1, '+') }),
      });
      point.on('click', (event) => {
        DomEvent.stopPropagation(event);
        wishes.chooseAdded(index);
      });
      drags(point, (lon, lat, done) => wishes.dragAdded(index, lon, lat, done));
      stations.addLayer(point);
    });
    opened.forEach((gate, index) => {
      const point = marker([gate.lat, gate.lon], {
        pane: 'stations', title: wishes.newGateTitle, alt: wishes.newGateTitle, autoPanOnFocus: false,
        icon: divIcon({ className: 'gate-mark open new', iconSize: [16, 16], html: '' }),
      });
      point.on('click', (event) => {
        DomEvent.stopPropagation(event);
        wishes.newGate(index);
      });
      gates.addLayer(point);
    });
    if (map.getZoom() < GATES_ZOOM) return;
    for (const gate of shut) {
      if (!seen.contains([gate.lat, gate.lon])) continue;
      const open = wish.gates.includes(gate.id);
      const point = marker([gate.lat, gate.lon], {
        pane: 'stations', title: wishes.gateTitle(gate), alt: wishes.gateTitle(gate), autoPanOnFocus: false,
        icon: divIcon({ className: `gate-mark ${open ? 'open' : ''}`, iconSize: [14, 14], html: '' }),
      });
      point.on('click', (event) => {
        DomEvent.stopPropagation(event);
        wishes.gate(gate);
      });
      gates.addLayer(point);
    }
  };
  map.on('moveend zoomend', draw);

  return {
    /** @param {Station[]} given @param {Gate[]} gatesGiven @param {Map<string, import('../coverage/kinds.js').KindSign>} signs */
    show(given, gatesGiven, signs) {
      all = given;
      shut = gatesGiven;
      kinds = signs;
      draw();
    },
    /** @param {Wish} given */
    wish(given) {
      wish = given;
      draw();
    },
    /** @param {Gate[]} given */
    opened(given) {
      if (given.length === 0 && opened.length === 0) return;
      opened = given;
      draw();
    },
    /** @param {boolean} may */
    movable(may) {
      movable = may;
      draw();
    },
    remove() {
      map.off('moveend zoomend', draw);
      stations.remove();
      gates.remove();
    },
  };
}

/** A disc with the letter of a kind. @param {number} n @param {string} letter */
function sign(n, letter) {
  const disc = document.createElement('span');
  disc.style.setProperty('--kind', n < 0 ? '#1b7a4b' : stationColour(n));
  disc.textContent = letter;
  return disc;
}

/** @param {number} n the number of a kind */
export const stationColour = (n) => STATION_COLOURS[n % STATION_COLOURS.length];
