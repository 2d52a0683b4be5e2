// @ts-check
/**
 * @typedef {object} Key
 * @property {string} key as KeyboardEvent.key spells it
 * @property {boolean} [shift]
 * @property {string} shown how the sheet writes it
 * @property {string} words what it does
 * @property {(event: KeyboardEvent) => void} press
 * @property {() => void} [release] for keys that are held
 */

const TYPING = 'input:not([type=checkbox]):not([type=range]):not([type=radio]),textarea,select';

/** The keys in force. Keys are given by page and mode, and taken back when the mode ends. */
export class Keys {
  constructor() {
    /** @type {Key[]} */
    this.keys = [];
    /** @type {Key|null} */
    this.held = null;
    this.byMouse = false;
    this.onPointer = () => this.use(true);
    this.onDown = (/** @type {KeyboardEvent} */ event) => this.down(event);
    this.onUp = (/** @type {KeyboardEvent} */ event) => this.up(event);
    this.onBlur = () => this.letGo();
    document.addEventListener('keydown', this.onDown);
    document.addEventListener('keyup', this.onUp);
    document.addEventListener('pointerdown', this.onPointer, true);
    window.addEventListener('blur', this.onBlur);
  }

  /** @param {Key[]} keys @returns {() => void} takes them back */
  give(keys) {
    this.keys.push(...keys);
    return () => {
      this.keys = this.keys.filter((key) => !keys.includes(key));
    };
  }

  /** What the hand is on; the style sheet asks too. @param {boolean} byMouse */
  use(byMouse) {
    this.byMouse = byMouse;
    document.documentElement.dataset.input = byMouse ? 'mouse' : 'keys';
  }

  /** @param {KeyboardEvent} event */
  down(event) {
    if (event.key === 'Tab' || event.key.startsWith('Arrow')) this.use(false);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = /** @type {Element|null} */ (event.target instanceof Element ? event.target : null);
    if (target?.closest(TYPING) && event.key !== 'Escape') return;
    // Space presses the button that was reached by keyboard; after a mouse click it is free for the map.
    const pressable = target?.closest('button,summary,a,[role=option],input');
    if (event.key === ' ' && pressable && !this.byMouse) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const key = this.keys.findLast((k) => k.key === name && (k.shift ?? event.shiftKey) === event.shiftKey);
    if (!key) return;
    event.preventDefault();
    if (event.repeat && key.release) return;
    if (key.release) this.held = key;
    key.press(event);
  }

  /** @param {KeyboardEvent} event */
  up(event) {
    if (this.held?.key !== event.key) return;
    event.preventDefault();
    this.letGo();
  }

  letGo() {
    this.held?.release?.();
    this.held = null;
  }

  remove() {
    document.removeEventListener('keydown', this.onDown);
    document.removeEventListener('keyup', this.onUp);
    document.removeEventListener('pointerdown', this.onPointer, true);
    window.removeEventListener('blur', this.onBlur);
  }
}
