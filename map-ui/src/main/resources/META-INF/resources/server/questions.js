// @ts-check
import { csrfInUse, refused } from './http.js';

/**
 * Asks one address in a thread of its own, one question at a time; of those that wait only the newest follows.
 * @template Q, A
 * @param {string} path
 * @param {(answer: A, question: Q) => void} answered
 * @param {(error: unknown, question: Q) => void} failed
 * @returns {{ask: (question: Q) => void, end: () => void}}
 */
export function questions(path, answered, failed) {
  const thread = new Worker(new URL('./asking.js', import.meta.url), { type: 'module' });
  /** @type {Map<number, Q>} rising */
  const asked = new Map();
  let last = 0;
  thread.onmessage = ({ data: { number, answer, problem } }) => {
    const question = /** @type {Q} */ (asked.get(number));
    // Those before it were overtaken and get no answer.
    for (const before of [...asked.keys()].filter((each) => each <= number)) asked.delete(before);
    if (problem) failed(refused(problem), question);
    else answered(answer, question);
  };
  return {
    ask(question) {
      asked.set(++last, question);
      thread.postMessage({ number: last, path, body: question, csrf: csrfInUse() });
    },
    end: () => thread.terminate(),
  };
}
