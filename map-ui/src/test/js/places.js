// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the page's files are. */
export const RESOURCES = fileURLToPath(new URL('../../main/resources/META-INF/resources/', import.meta.url));

/** @param {string} path from the page's root @returns {string} */
export const textOf = (path) => readFileSync(join(RESOURCES, path), 'utf8');

/** @returns {string[]} every module, by its path from the page's root */
export function modules() {
  return readdirSync(RESOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** @param {string} path @returns {string[]} what a module imports, as written */
export function importsOf(path) {
  return [...textOf(path).matchAll(/^(?:import|export)[\s\S]*?from '([^']+)';|^import '([^']+)';/gm)].map(
    (match) => match[1] ?? match[2],
  );
}
