// @ts-check
import { either } from '../i18n/words.js';

/**
 * What a disagreement is called: its kind, and whose it is when one layer is at odds with itself.
 * @param {import('../server/types.js').Conflict} conflict
 */
export function conflictName(conflict) {
  const kind = either(conflict.title, conflict.titleEn);
  return conflict.layer ? `${conflict.layer} · ${kind}` : kind;
}
