// @ts-check
/** Kinds of stations as the map shows them: a number for the colour and a letter of their own. Pure. */

/** @typedef {{kind: string, number: number, letter: string, stations: number}} KindSign */

/**
 * Signs of all kinds, the commonest first. Each takes the first of its letters that no commoner one has.
 * @param {{kind: string}[]} stations
 * @returns {Map<string, KindSign>}
 */
export function kindSigns(stations) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { kind } of stations) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const order = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const taken = new Set();
  return new Map(order.map(([kind, n], number) => {
    const letters = [...kind];
    const letter = letters.find((one) => !taken.has(one)) ?? letters[0] ?? '·';
    taken.add(letter);
    return [kind, { kind, number, letter, stations: n }];
  }));
}
