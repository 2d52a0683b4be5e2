// @ts-check
/**
 * Asks one question at a time and lets only the newest of those that wait follow: while a hand drags,
 * questions come faster than answers. Pure.
 * @template Q, A
 * @param {(question: Q) => Promise<A>} ask
 * @param {(answer: A, question: Q) => void} answered
 * @param {(error: unknown, question: Q) => void} failed
 */
export function latest(ask, answered, failed) {
  let busy = false;
  /** @type {{question: Q}|null} */
  let next = null;
  const go = async (/** @type {Q} */ question) => {
    busy = true;
    try {
      answered(await ask(question), question);
    } catch (error) {
      failed(error, question);
    }
    busy = false;
    if (next) {
      const { question: waiting } = next;
      next = null;
      void go(waiting);
    }
  };
  return (/** @type {Q} */ question) => {
    if (busy) next = { question };
    else void go(question);
  };
}
