// @ts-check
import { getJson, write } from './http.js';

/** @typedef {import('./types.js').Id} Id */
/** @typedef {import('./types.js').Job} Job */

const POLL_MILLISECONDS = 1000;

/** @param {Job} job */
export const isOver = (job) => ['DONE', 'FAILED', 'CANCELLED'].includes(job.state);
/** @param {Id} workspace @returns {Promise<Job[]>} newest first */
export const listJobs = (workspace) => getJson(`/api/workspaces/${workspace}/jobs`);
/** @param {Id} id */
export const cancelJob = (id) => write('DELETE', `/api/jobs/${id}`);

/**
 * Follows a job to its end: by its event stream, and by asking when the stream breaks.
 * @param {Id} id
 * @param {(job: Job) => void} tell called for every state seen, the last one included
 * @param {AbortSignal} signal stops watching, not the job
 * @returns {Promise<Job>} the job when it is over
 */
export function followJob(id, tell, signal) {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/jobs/${id}/events`);
    let done = false;
    /** @param {Job} job */
    const see = (job) => {
      if (done) return;
      tell(job);
      if (isOver(job)) finish(() => resolve(job));
    };
    /** @param {() => void} end */
    const finish = (end) => {
      done = true;
      events.close();
      end();
    };
    const ask = async () => {
      while (!done) {
        try {
          see(await getJson(`/api/jobs/${id}`, signal));
        } catch (error) {
          if (!done) finish(() => reject(error));
        }
        if (!done) await new Promise((next) => setTimeout(next, POLL_MILLISECONDS));
      }
    };
    events.addEventListener('job', (event) => see(JSON.parse(event.data)));
    events.addEventListener('error', () => {
      if (done) return;
      events.close();
      void ask();
    }, { once: true });
    signal.addEventListener('abort', () => finish(() => reject(signal.reason)));
  });
}
