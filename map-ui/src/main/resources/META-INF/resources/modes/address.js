// @ts-check
/** What stands in the address, so that a link shows the same: ?w=&mode=&lang= and #map=zoom/lat/lon. */

/** @typedef {{zoom: number, lat: number, lon: number}} Place */

/** @returns {{w: string|null, mode: string|null, place: Place|null}} */
export function address() {
  const params = new URLSearchParams(location.search);
  const [, zoom, lat, lon] = /^#map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(location.hash) ?? [];
  return {
    w: params.get('w'),
    mode: params.get('mode'),
    place: zoom ? { zoom: Number(zoom), lat: Number(lat), lon: Number(lon) } : null,
  };
}

/** @param {Record<string, string>} values */
export function writeAddress(values) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  history.replaceState(null, '', url);
}

/** Writes the map's place into the address whenever it rests. @param {import('leaflet').Map} map @returns {() => void} ends it */
export function keepMapPlace(map) {
  const write = () => {
    const { lat, lng } = map.getCenter();
    const url = new URL(location.href);
    url.hash = `map=${map.getZoom()}/${lat.toFixed(5)}/${lng.toFixed(5)}`;
    history.replaceState(null, '', url);
  };
  map.on('moveend', write);
  return () => map.off('moveend', write);
}
