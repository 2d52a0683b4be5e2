// @ts-check
/**
 * What every mode works with.
 * @typedef {object} Desk
 * @property {import('../server/types.js').Workspace} workspace
 * @property {import('../server/types.js').Layer[]} layers as last read, area first, then by rank
 * @property {import('../map/map-view.js').MapView} map
 * @property {import('../panels/frame.js').Frame} frame
 * @property {import('../panels/keys.js').Keys} keys
 * @property {(layer: import('../server/types.js').Layer) => {visible: boolean, opacity: number}} lookOf
 *   how a layer is shown; the object is kept and may be changed
 * @property {() => Promise<void>} reloadLayers reads the layers anew and enters the mode again
 * @property {(name: string) => void} switchTo another mode
 * @property {(words: string) => void} next says the next step in the status line
 * @property {(words: string) => void} announce says it to a screen reader
 */
/**
 * A mode leaves nothing behind: `exit` takes away what `enter` brought.
 * @typedef {object} Mode
 * @property {(desk: Desk) => void} enter
 * @property {() => void} exit
 */

export {};
