// @ts-check
/**
 * The trail is kept in codes, which no language and no later wording changes; here they become
 * words. What no rule knows stays as it was kept: names that people gave.
 */

/** @typedef {(key: string, n?: number|string|null) => string} Words */

/** @param {string} subject as 「layer 12」 @param {Words} w */
export function subjectWords(subject, w) {
  const found = /^(account|coverage|job|layer|mosaic|plan|workspace) (\d+)$/u.exec(subject);
  return found ? w(`told.${found[1]}`, found[2]) : subject;
}

/** @type {[RegExp, (found: string[], w: Words) => (string|null)[]][]} */
const RULES = [
  [/^layer\.save (.*), (\d+) cells$/u, ([, name, cells], w) => [name, w('told.cells', cells)]],
  [/^mosaic\.save (\d+) units$/u, ([, units], w) => [w('told.units', units)]],
  [/^layer\.reorder \[(.*)\]$/u, ([, ids], w) => [w('told.order', ids)]],
  [/^place\.load (\d+) divisions, (\d+) buildings$/u, ([, divisions, buildings], w) => [w('told.divisions', divisions), w('told.buildings', buildings)]],
  [/^place\.replace ([A-Z]+), (\d+)$/u, ([, part, things], w) => [w(`told.${part}`), w('told.things', things)]],
  [/^coverage\.save (\d+) buildings, network (.*)$/u, ([, buildings, network], w) => [w('told.buildings', buildings), w('told.network', network)]],
  [/^token\.create (read|read, write)$/u, ([, may], w) => [w(may === 'read' ? 'tokenReads' : 'tokenWrites')]],
  [/^job\.enqueue ([A-Z]+)$/u, ([, kind], w) => [w(kind)]],
  [/^plan\.append (\d+)\.\.(\d+) ([A-Z_,]+)$/u, ([, from, to, verbs], w) => [
    w('told.steps', from === to ? from : `${from}–${to}`), verbs.split(',').map((verb) => w(verb)).join(w('told.comma')),
  ]],
  [/^plan\.change (.*), editors \[(.*)\]$/u, ([, name, ids], w) => [name, ids ? w('told.editors', ids) : null]],
  [/^plan\.carry from plan (\d+)$/u, ([, plan], w) => [w('told.from', plan)]],
  [/^plan\.[a-z_]+ seq (\d+) (\w+)$/u, ([, seq, digest], w) => [w('told.upTo', seq), w('told.digest', digest.slice(0, 12))]],
  [/^account\.(?:create|rights) ([A-Z_]+)(, disabled)?((?:, \[[^\]]*\])*)$/u, ([, role, disabled, lists], w) => [
    w(role), disabled ? w('disabled') : null,
    ...[...(lists ?? '').matchAll(/\[([^\]]*)\]/gu)].map(([, list]) =>
      w(/^[\d, ]+$/u.test(list) ? 'told.rules' : 'told.serves', list.replaceAll(', ', w('told.comma')))),
  ]],
];

/** @param {string} verb @param {string} detail @param {Words} w */
export function detailWords(verb, detail, w) {
  for (const [rule, words] of RULES) {
    const found = rule.exec(`${verb} ${detail}`);
    if (found) return words(found, w).filter(Boolean).join(w('told.comma'));
  }
  return detail;
}
