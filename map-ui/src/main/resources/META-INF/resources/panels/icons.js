// @ts-check
/** Line icons on a field of 24. */

/** @type {Record<string, string[]>} */
const PATHS = {
  layers: ['M12 3 3 8l9 5 9-5-9-5Z', 'm3 12 9 5 9-5', 'm3 16 9 5 9-5'],
  merge: ['M4 4h11v11H4z', 'M9 9h11v11H9z'],
  coverage: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z', 'M12 7.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9Z', 'M12 11.500v1'],
  print: ['M7 8V4h10v4', 'M5 8h14v8h-3', 'M8 16H5V8', 'M8 13h8v7H8z'],
  'obstacle-RIVER': ['M3 8c3-2 6 2 9 0s6-2 9 0', 'M3 13c3-2 6 2 9 0s6-2 9 0', 'M3 18c3-2 6 2 9 0s6-2 9 0'],
  'obstacle-RAILWAY': ['M8 3v18', 'M16 3v18', 'M5 7h14', 'M5 12h14', 'M5 17h14'],
  'obstacle-WALL': ['M3 6h18v12H3z', 'M3 12h18', 'M9 6v6', 'M15 6v6', 'M6 12v6', 'M12 12v6', 'M18 12v6'],
  'obstacle-MAIN_ROAD': ['M7 3 5 21', 'm17 3 2 18', 'M12 4v3', 'M12 10.500v3', 'M12 17v3'],
  'obstacle-DISTANCE': ['M3 12h18', 'm6 9-3 3 3 3', 'm18 9 3 3-3 3'],
  'obstacle-DETOUR': ['M4 19V9a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v6', 'm12.500 12 3.500 3.500 3.500-3.500'],
  'obstacle-NO_STATION': ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z', 'M6.500 6.500l11 11'],
  upload: ['M12 16V4', 'm7 9 5-5 5 5', 'M4 16v4h16v-4'],
  eye: ['M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7Z', 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z'],
  'eye-off': ['M4 4l16 16', 'M9.5 5.4A9 9 0 0 1 12 5c6 0 10 7 10 7a17 17 0 0 1-3 3.6', 'M6 7.3A17 17 0 0 0 2 12s4 7 10 7a9 9 0 0 0 4-1'],
  up: ['m6 14 6-6 6 6'],
  down: ['m6 10 6 6 6-6'],
  target: ['M12 2v5', 'M12 17v5', 'M2 12h5', 'M17 12h5', 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z'],
  trash: ['M4 7h16', 'M9 7V4h6v3', 'm6 7 1 13h10l1-13'],
  close: ['m6 6 12 12', 'M18 6 6 18'],
  next: ['m9 6 6 6-6 6'],
  previous: ['m15 6-6 6 6 6'],
  people: ['M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z', 'M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6', 'M16 5a3 3 0 0 1 0 6', 'M18 14.5c2.3.8 3.5 2.800 3.500 5.500'],
  download: ['M12 4v12', 'm7 11 5 5 5-5', 'M4 20h16'],
  plus: ['M12 5v14', 'M5 12h14'],
  check: ['m5 12 5 5 9-10'],
  warning: ['M12 4 2.500 20h19L12 4Z', 'M12 10v5', 'M12 17.500v.5'],
  error: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z', 'M12 7v6', 'M12 16v.5'],
  info: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z', 'M12 11v6', 'M12 7.500v.5'],
  STRIP: ['M7 3c3 6-3 12 0 18', 'M14 3c3 6-3 12 0 18'],
  OVERLAP: ['M3 5h12v12H3z', 'M9 9h12v10H9z'],
  GAP: ['M3 4h6v16H3z', 'M15 4h6v16h-6z'],
  UNCLAIMED: ['M5 5h2', 'M11 5h2', 'M17 5h2v2', 'M19 11v2', 'M19 17v2h-2', 'M13 19h-2', 'M7 19H5v-2', 'M5 13v-2'],
  CUT_BUILDING: ['M5 20V6h14v14', 'M2 20h20', 'm4 4 16 18'],
};

/** @param {string} name @param {number} [size] @returns {SVGSVGElement} hidden from readers: words stand beside it */
export function icon(name, size = 20) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 24 24', width: size, height: size, fill: 'none', stroke: 'currentColor',
    'stroke-width': 1.7, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true',
  })) svg.setAttribute(key, String(value));
  svg.classList.add('icon');
  for (const d of PATHS[name] ?? PATHS.info) {
    const path = document.createElementNS(ns, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
