// @ts-check
/** Building the page's elements by hand: no markup strings, so nothing that was typed can become markup. */

/** @typedef {Node|string|number|null|undefined|false} Child */
/** @typedef {Record<string, string|number|boolean|null|undefined|((event: any) => void)>} Attributes */

/**
 * An element. Attributes that are null or false are left away; `onclick` and the like become
 * listeners.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...(Child|Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  put(element, /** @type {Child[]} */ (children.flat()));
  return element;
}

/** @param {Element} element @param {Child[]} children */
function put(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** Puts new children in place of the old. @param {Element} element @param {...Child} children */
export function fillWith(element, ...children) {
  element.replaceChildren();
  put(element, children.flat());
}
