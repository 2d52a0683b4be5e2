// @ts-check
/** Numbers, areas, lengths and times in words of one language. Pure. */

/** @typedef {'zh-CN'|'en'} Language */

/** @type {Map<string, Intl.NumberFormat>} */
const FORMATS = new Map();

/** @param {Language} language @param {number} digits */
function numberFormat(language, digits) {
  const key = `${language}/${digits}`;
  let format = FORMATS.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
    FORMATS.set(key, format);
  }
  return format;
}

/** @param {number|null|undefined} n @param {Language} language @param {number} [digits] most decimals */
export function number(n, language, digits = 0) {
  if (n === null || n === undefined || !Number.isFinite(n)) return '–';
  return numberFormat(language, digits).format(n);
}

/** With its sign; a true minus, not a hyphen. @param {number} n @param {Language} language @param {number} [digits] */
export function signed(n, language, digits = 0) {
  const text = number(Math.abs(n), language, digits);
  if (/^[0.]*$/.test(text)) return text;
  return (n < 0 ? '−' : '+') + text;
}

/** @param {number} squareMetres @param {Language} language */
export function area(squareMetres, language) {
  const zh = language === 'zh-CN';
  if (Math.abs(squareMetres) >= 1e6) return `${number(squareMetres / 1e6, language, 2)} km²`;
  if (Math.abs(squareMetres) >= 1e3) {
    return `${number(squareMetres / 1e4, language, Math.abs(squareMetres) < 1e4 ? 2 : 1)} ${zh ? '公顷' : 'ha'}`;
  }
  return `${number(squareMetres, language, Math.abs(squareMetres) < 10 ? 1 : 0)} ${zh ? '平方米' : 'm²'}`;
}

/** @param {number} squareMetres @param {Language} language @returns {string} with its sign */
export function signedArea(squareMetres, language) {
  const text = area(Math.abs(squareMetres), language);
  if (/^[0.]+ /.test(text)) return text;
  return (squareMetres < 0 ? '−' : '+') + text;
}

/** @param {number} metres @param {Language} language */
export function length(metres, language) {
  const zh = language === 'zh-CN';
  if (Math.abs(metres) >= 1000) return `${number(metres / 1000, language, 1)} ${zh ? '公里' : 'km'}`;
  if (Math.abs(metres) >= 1) return `${number(metres, language, 1)} ${zh ? '米' : 'm'}`;
  return `${number(metres * 100, language, 1)} ${zh ? '厘米' : 'cm'}`;
}

/** @param {number} seconds @param {Language} language */
export function duration(seconds, language) {
  const zh = language === 'zh-CN';
  if (seconds < 10) return `${number(seconds, language, 1)} ${zh ? '秒' : 's'}`;
  if (seconds < 120) return `${number(seconds, language)} ${zh ? '秒' : 's'}`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  return zh ? `${minutes} 分 ${rest} 秒` : `${minutes} min ${rest} s`;
}

/** Day and minute, in the reader's time zone. @param {string} iso @param {Language} language */
export function when(iso, language) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language, {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(date);
}

/** Day alone. @param {string} iso @param {Language} language */
export function day(iso, language) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language, {
    year: 'numeric', month: '2-digit', day: '2-digit',
  }).format(date);
}

/** How far the ground one CSS pixel covers. @param {number} latitude @param {number} zoom */
export function metresPerPixel(latitude, zoom) {
  return (40075016.686 * Math.cos((latitude * Math.PI) / 180)) / (256 * 2 ** zoom);
}

/** @param {number} lon @param {number} lat */
export function lonLat(lon, lat) {
  const ns = lat < 0 ? 'S' : 'N';
  const ew = lon < 0 ? 'W' : 'E';
  return `${Math.abs(lon).toFixed(5)}°${ew} ${Math.abs(lat).toFixed(5)}°${ns}`;
}

/**
 * Fills {name} marks.
 * @param {string} sentence
 * @param {Record<string, string|number>} [values]
 */
export function fill(sentence, values = {}) {
  return sentence.replace(/\{(\w+)\}/g, (mark, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : mark,
  );
}
