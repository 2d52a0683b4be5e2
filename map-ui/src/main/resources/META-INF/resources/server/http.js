// @ts-check
/**
 * One door to the server. A refusal is a {@link Refusal} that carries the problem document. A lost
 * connection is no refusal: reads wait and try again, and whoever watches {@link connection} is told.
 */

/** @typedef {import('./types.js').Problem} Problem */

/** A request that the server answered with a problem, or that did not reach it. */
export class Refusal extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** Tells "lost", "back" and "signed-out". */
export const connection = new EventTarget();

const RETRY_MILLISECONDS = [1000, 2000, 3000, 5000];
const UNREACHABLE = new Set([502, 503, 504]);

let lost = false;
let csrf = { header: 'X-CSRF-TOKEN', token: '' };

/** @param {{header: string, token: string}} given the header that writes must carry */
export function useCsrf(given) {
  csrf = given;
}

/** What writes from another thread must carry. */
export const csrfInUse = () => csrf;

/**
 * The version last read at an address. A change names it, so that nobody's work is overwritten.
 * @type {Map<string, string>}
 */
const versions = new Map();

/** @param {string} path @param {Response} response */
function keepVersion(path, response) {
  const etag = response.headers.get('etag');
  if (etag && !etag.startsWith('W/')) versions.set(path, etag);
}

/** The address itself, or the nearest above it, whose version is known. @param {string} path */
function versioned(path) {
  for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) if (versions.has(at)) return at;
  return null;
}

/** @param {boolean} isLost */
function setLost(isLost) {
  if (lost === isLost) return;
  lost = isLost;
  connection.dispatchEvent(new Event(isLost ? 'lost' : 'back'));
}

/** @param {number} milliseconds @param {AbortSignal|undefined} signal */
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** @param {Response} response @returns {Promise<Refusal>} */
async function refusal(response) {
  const problem = await response.json().catch(() => null);
  return refused({
    type: '/problems/unexplained',
    title: `服务器回答 HTTP ${response.status}`,
    titleEn: `The server answered HTTP ${response.status}`,
    ...(problem ?? {}),
    status: response.status,
  });
}

/** What was refused, here or to another thread. @param {Problem} problem */
export function refused(problem) {
  if (problem.status === 401) connection.dispatchEvent(new Event('signed-out'));
  return new Refusal(problem);
}

/** @returns {Refusal} */
function unreachable() {
  return new Refusal({
    type: '/problems/unreachable',
    title: '没有连上服务器',
    titleEn: 'The server cannot be reached',
    detail: '什么都没有改动。连接恢复后请再试一次。',
    detailEn: 'Nothing was changed. Try again when the connection is back.',
    status: 0,
  });
}

/**
 * A read. Waits out a lost connection until it is answered or called off.
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response>} answered with 2xx
 */
export async function read(path, signal) {
  for (let attempt = 0; ; attempt++) {
    /** @type {Response|null} */
    let response = null;
    try {
      response = await fetch(path, { signal, headers: { accept: 'application/json, */*' } });
    } catch (error) {
      if (signal?.aborted) throw error;
    }
    if (response && !UNREACHABLE.has(response.status)) {
      setLost(false);
      keepVersion(path, response);
      if (response.ok) return response;
      throw await refusal(response);
    }
    setLost(true);
    await pause(RETRY_MILLISECONDS[Math.min(attempt, RETRY_MILLISECONDS.length - 1)], signal);
  }
}

/**
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} the JSON answer
 */
export async function getJson(path, signal) {
  return (await read(path, signal)).json();
}

/**
 * A write: sent once, never again by itself.
 * @param {string} method
 * @param {string} path
 * @param {object|FormData} [body]
 * @returns {Promise<any>} the JSON answer, or null when there is none
 */
export async function write(method, path, body) {
  /** @type {Record<string, string>} */
  const headers = { accept: 'application/json', [csrf.header]: csrf.token };
  if (body && !(body instanceof FormData)) headers['content-type'] = 'application/json';
  const base = method === 'POST' ? null : versioned(path);
  if (base) headers['if-match'] = versions.get(base) ?? '';
  /** @type {Response} */
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body instanceof FormData ? body : body && JSON.stringify(body),
    });
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw await refusal(response);
  keepVersion(base ?? path, response);
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

/** What went wrong, as a problem, whatever was thrown. @param {unknown} error @returns {Problem} */
export function problemOf(error) {
  if (error instanceof Refusal) return error.problem;
  return {
    type: '/problems/page',
    title: '页面出错',
    titleEn: 'The page failed',
    detail: String(error),
    detailEn: String(error),
    status: 0,
  };
}

/** @param {Record<string, string|number|null|undefined>} values @returns {string} '?a=b' or '' */
export function query(values) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}
