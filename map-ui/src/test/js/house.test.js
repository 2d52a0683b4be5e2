// @ts-check
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { importsOf, modules, textOf } from './places.js';

/** Which folder may use which: main -> modes -> panels -> map -> server, i18n. */
const MAY_USE = {
  '': ['modes', 'panels', 'i18n', 'server'],
  modes: ['modes', 'panels', 'map', 'coverage', 'i18n', 'server'],
  account: ['account', 'audit', 'panels', 'i18n', 'server'],
  audit: ['audit', 'panels', 'i18n', 'server'],
  panels: ['panels', 'map', 'coverage', 'i18n', 'server'],
  map: ['map', 'coverage', 'i18n', 'server'],
  coverage: ['coverage'],
  server: ['server'],
  i18n: ['i18n'],
};

/** Modules that know neither page nor network nor Leaflet: they run anywhere, and are tested here. */
const PURE = ['coverage/figures.js', 'coverage/kinds.js', 'coverage/order.js', 'coverage/wish.js', 'i18n/format.js', 'server/latest.js', 'map/mvt.js', 'map/palette.js', 'map/place-labels.js', 'map/tile-size.js', 'map/turns.js', 'map/density.js'];
const PAGE = /\b(document|window|location|history|localStorage|navigator|fetch|HTMLElement|EventSource)\b/;
const LONGEST = 300;

/** @param {string} path */
const folder = (path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');
/** @param {string} from @param {string} written */
const target = (from, written) => posix.join(posix.dirname(from), written);
/** @param {string} path @returns {string} without comments */
const code = (path) => textOf(path).replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

test('folders use only what stands below them', () => {
  for (const path of modules()) {
    for (const written of importsOf(path)) {
      if (written === 'leaflet') {
        assert.equal(folder(path), 'map', `${path} imports leaflet`);
        continue;
      }
      const used = target(path, written);
      assert.ok(modules().includes(used), `${path} imports ${used}, which is not there`);
      assert.ok(MAY_USE[/** @type {keyof typeof MAY_USE} */ (folder(path))].includes(folder(used)), `${path} imports ${used}`);
    }
  }
});

test('no module imports itself round about', () => {
  const done = new Set();
  /** @param {string} path @param {string[]} way */
  const walk = (path, way) => {
    assert.ok(!way.includes(path), [...way, path].join(' -> '));
    if (done.has(path)) return;
    for (const written of importsOf(path)) if (written !== 'leaflet') walk(target(path, written), [...way, path]);
    done.add(path);
  };
  for (const path of modules()) walk(path, []);
});

test('pure modules stay free of the page, with all they import', () => {
  const seen = new Set();
  /** @param {string} path */
  const walk = (path) => {
    if (seen.has(path)) return;
    seen.add(path);
    assert.doesNotMatch(code(path), PAGE, path);
    for (const written of importsOf(path)) {
      assert.notEqual(written, 'leaflet', path);
      walk(target(path, written));
    }
  };
  PURE.forEach(walk);
});

test('every module is checked and short', () => {
  for (const path of modules()) {
    assert.match(textOf(path), /^\/\/ @ts-check\n/, path);
    const lines = textOf(path).split('\n').length;
    assert.ok(lines <= LONGEST, `${path}: ${lines} lines`);
  }
});

test('nothing is fetched from elsewhere, and the page keeps to its content policy', () => {
  const page = textOf('index.html');
  assert.equal([...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].length, 1, 'one inline script: the import map');
  assert.doesNotMatch(page, /\sstyle=|\son\w+=|https?:\/\//);
  for (const path of modules()) {
    assert.doesNotMatch(code(path).replaceAll('http://www.w3.org/2000/svg', '').replaceAll('http://127.0.0.1', ''), /https?:\/\//, path);
    assert.doesNotMatch(code(path), /innerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function\(|document\.write/, path);
  }
});

test('nothing of the page lies under an address of the server', () => {
  for (const path of modules()) assert.doesNotMatch(path, /^(api|actuator|webjars|v3|swagger-ui)\//);
});

test('the page names all its modules beforehand, so that none waits for another to be read', () => {
  /** @type {string[]} */
  const used = [];
  /** @param {string} path */
  const walk = (path) => {
    if (used.includes(path)) return;
    used.push(path);
    for (const written of importsOf(path)) if (written !== 'leaflet') walk(target(path, written));
  };
  walk('main.js');
  const named = [...textOf('index.html').matchAll(/rel="modulepreload" href="\/([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(named.filter((path) => !path.startsWith('webjars/')).sort(), used.filter((path) => path !== 'main.js').sort());
});
