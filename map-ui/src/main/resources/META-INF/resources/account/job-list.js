// @ts-check
/** The jobs of every workspace in sight, told anew each second while one is under way. */
import { getJson } from '../server/http.js';
import { cancelJob, isOver, listJobs } from '../server/jobs.js';
import { either, num, whenWords } from '../i18n/words.js';
import { fillWith, h } from '../panels/element.js';
import { trouble, waiting } from '../panels/notice.js';
import { table } from './sheet.js';
import { w } from './words.js';

const EACH_MILLISECONDS = 1000;
const MOST_WORKSPACES = 20;

/** @typedef {import('../server/types.js').Job & {orderedBy: string}} NamedJob */
/** @typedef {import('../server/types.js').Workspace} Workspace */

/** @param {AbortSignal} gone @returns {HTMLElement} */
export function jobList(gone) {
  const box = h('section', {}, waiting());
  const problems = h('div', {});

  /** @param {Workspace} workspace @param {NamedJob} job @returns {(Node|string|null)[]} */
  const row = (workspace, job) => [
    workspace.name, w(job.kind), job.orderedBy, whenWords(job.createdAt),
    isOver(job) ? w(job.state) : h('span', {}, w(job.state), ' ', either(job.phase, job.phaseEn)),
    job.state === 'RUNNING' ? h('span', {}, h('progress', { max: 1, value: job.progress }), ` ${num(job.progress * 100)}%`) : null,
    isOver(job)
      ? job.problem ? h('span', { class: 'muted' }, either(job.problem.detail, job.problem.detailEn)) : null
      : h('button', { type: 'button', class: 'small danger', onclick: async () => {
        try {
          await cancelJob(job.id);
          await load();
        } catch (error) {
          fillWith(problems, trouble(error));
        }
      } }, w('cancel')),
  ];

  const load = async () => {
    /** @type {Workspace[]} */
    const workspaces = (await getJson('/api/workspaces', gone)).slice(-MOST_WORKSPACES);
    const rows = (await Promise.all(workspaces.map(async (workspace) => {
      const jobs = /** @type {NamedJob[]} */ (await listJobs(workspace.id));
      return jobs.map((job) => ({ workspace, job }));
    }))).flat().sort((a, b) => Number(b.job.id) - Number(a.job.id));
    fillWith(box, problems, rows.length === 0 ? h('p', { class: 'muted' }, w('none')) : table(
      [w('workspace'), w('job'), w('by'), w('when'), w('state'), w('progress'), ''],
      rows.map(({ workspace, job }) => row(workspace, job))));
    return rows.some(({ job }) => !isOver(job));
  };

  const follow = async () => {
    while (!gone.aborted) {
      try {
        const busy = await load();
        await new Promise((next) => setTimeout(next, busy ? EACH_MILLISECONDS : 5 * EACH_MILLISECONDS));
      } catch (error) {
        if (!gone.aborted) fillWith(box, trouble(error, () => void follow()));
        return;
      }
    }
  };
  void follow();
  return box;
}
