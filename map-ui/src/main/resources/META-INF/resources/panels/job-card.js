// @ts-check
import { cancelJob, followJob } from '../server/jobs.js';
import { durationWords, either, num, t } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { trouble } from './notice.js';

/** @typedef {import('../server/types.js').Job} Job */

/**
 * A job under way: what it does, how far it is, for how long, and how to stop it.
 * @param {import('../server/types.js').Id} jobId
 * @param {{title: string, over: (job: Job) => void, announce: (words: string) => void, signal: AbortSignal}} wishes
 * @returns {HTMLElement} stays to say why when the job fails, goes when it is done
 */
export function jobCard(jobId, { title, over, announce, signal }) {
  const phase = h('span', {}, t('job.waiting'));
  const seconds = h('span', { class: 'muted number' });
  let share = '';
  const bar = h('progress', { max: 1, 'aria-label': title });
  const stop = h('button', { type: 'button', class: 'small' }, t('do.cancel'));
  const problems = h('div');
  const head = h('strong', {}, title);
  const line = h('div', { class: 'job-line' }, phase, seconds);
  const card = h('section', { class: 'job', 'aria-label': title }, h('div', { class: 'job-head' }, head, stop), bar, line, problems);
  let spoken = '';
  const begun = Date.now();
  const clock = window.setInterval(() => {
    seconds.textContent = share + durationWords(Math.round((Date.now() - begun) / 1000));
  }, 500);
  stop.addEventListener('click', async () => {
    stop.disabled = true;
    phase.textContent = t('job.cancelling');
    try {
      await cancelJob(jobId);
    } catch (error) {
      stop.disabled = false;
      fillWith(problems, trouble(error));
    }
  });
  /** @param {Job} job */
  const tell = (job) => {
    if (job.state === 'QUEUED') bar.removeAttribute('value');
    else bar.value = job.progress;
    const words = either(job.phase, job.phaseEn) || t('job.waiting');
    if (!stop.disabled) phase.textContent = job.state === 'QUEUED' ? t('job.waiting') : words;
    share = job.state === 'QUEUED' ? '' : `${num(job.progress * 100)}% · `;
    if (words !== spoken) announce((spoken = words));
  };
  followJob(jobId, tell, signal)
    .then((job) => {
      if (job.state === 'DONE') {
        card.remove();
        announce(t('job.done'));
      } else {
        const close = h('button', { type: 'button', class: 'small', onclick: () => card.remove() }, t('do.close'));
        stop.replaceWith(close);
        bar.remove();
        line.remove();
        head.textContent = job.state === 'CANCELLED' ? t('job.cancelled') : t('job.failed');
        card.setAttribute('aria-label', head.textContent);
        if (job.problem) fillWith(problems, trouble(job.problem));
      }
      over(job);
    })
    .catch((error) => {
      if (!signal.aborted) fillWith(problems, trouble(error));
    })
    .finally(() => clearInterval(clock));
  return card;
}
