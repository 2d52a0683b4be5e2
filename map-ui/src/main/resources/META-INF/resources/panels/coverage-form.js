// @ts-check
import { startCoverage } from '../server/coverages.js';
import { num, t } from '../i18n/words.js';
import { DAYS, MINUTES, SPEEDS, order, wrong } from '../coverage/order.js';
import { fillWith, h } from './element.js';
import { trouble } from './notice.js';

/** @typedef {import('../server/coverages.js').Choices} Choices */
/** @typedef {import('../coverage/order.js').Fields} Fields */
/** @typedef {import('../server/types.js').Id} Id */

/**
 * The question as one sentence: how long, how fast, when, to which stations.
 * @param {Id} workspace @param {Choices} choices @param {Fields} from
 * @param {(jobId: Id) => void} started
 */
export function coverageForm(workspace, choices, from, started) {
  const minutes = choice('minutes', t('coverage.minutes'), from.minutes, [
    ...options(MINUTES, from.minutes).map((m) => /** @type {[string, string]} */ ([m, t('coverage.minutesOf', { n: num(Number(m), 2) })])),
    ['own', t('coverage.own')],
  ]);
  const speed = choice('speed', t('coverage.speed'), from.speed, [
    ...options(SPEEDS, from.speed).map((s) => /** @type {[string, string]} */ ([s, speedWords(s)])), ['own', t('coverage.own')],
  ]);
  const own = {
    minutes: ownField('own-minutes', t('coverage.minutes'), from.minutes, 0.5, 120),
    speed: ownField('own-speed', t('coverage.speed'), from.speed, 0.2, 3),
  };
  const day = choice('day', t('coverage.when'), from.when, [['', t('coverage.anyTime')], ...DAYS.map((d) => /** @type {[string, string]} */ ([d, t(`day.${d}`)]))]);
  const time = h('input', { type: 'time', name: 'time', value: from.time, 'aria-label': t('coverage.time'), hidden: !from.when });
  const kind = choice('kind', t('coverage.kind'), from.kind, [['', t('coverage.allKinds', { n: num(choices.stations) })],
    ...choices.kinds.map((k) => /** @type {[string, string]} */ ([k.name, `${k.name} (${num(k.stations)})`]))]);
  const item = choice('item', t('coverage.item'), from.item, [['', t('coverage.anyItem')],
    ...choices.items.map((i) => /** @type {[string, string]} */ ([i.name, `${i.name} (${num(i.stations)})`]))]);
  const qualified = h('input', { type: 'checkbox', name: 'qualified', checked: from.qualified });
  const capacity = h('input', { type: 'number', name: 'capacity', min: 0, step: 1, value: from.capacity, placeholder: t('coverage.capacityNone'), 'aria-label': t('coverage.capacity') });
  const problems = h('div');
  const start = h('button', { type: 'submit', class: 'primary wide' }, t('coverage.start'));

  const fold = () => {
    own.minutes.hidden = minutes.value !== 'own';
    own.speed.hidden = speed.value !== 'own';
    time.hidden = day.value === '';
  };
  /** @returns {Fields} */
  const fields = () => ({
    minutes: minutes.value === 'own' ? own.minutes.value : minutes.value,
    speed: speed.value === 'own' ? own.speed.value : speed.value,
    when: day.value, time: time.value, kind: kind.value, item: item.value,
    qualified: qualified.checked, capacity: capacity.value,
  });
  const form = h('form', {
    class: 'coverage-form', novalidate: true, onchange: fold,
    onsubmit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const asked = fields();
      const fault = wrong(asked);
      fillWith(problems, fault && h('p', { class: 'said wrong', role: 'alert' }, t(fault)));
      if (fault) return;
      start.disabled = true;
      try {
        const { jobId } = await startCoverage(workspace, order(asked));
        started(jobId);
      } catch (error) {
        fillWith(problems, trouble(error));
        start.disabled = false;
      }
    },
  },
  h('div', { class: 'sentence' }, minutes, own.minutes, speed, own.speed, day, time, kind, item),
  h('div', { class: 'sentence-rest' },
    h('label', { title: t('coverage.qualifiedHint') }, qualified, t('coverage.qualified'), h('span', { class: 'muted' }, num(choices.qualified))),
    h('label', { class: 'capacity', title: t('coverage.capacityHint') }, t('coverage.capacity'), capacity)),
  problems, start);
  fold();
  return form;
}

/** @param {string} speed */
const speedWords = (speed) => (SPEEDS.includes(speed) ? t(`coverage.speed.${speed}`) : t('coverage.speedOf', { n: speed }));

/** The usual choices, and the one that was chosen. @param {string[]} usual @param {string} chosen */
const options = (usual, chosen) => (usual.includes(chosen) || !chosen ? usual : [...usual, chosen]);

/** @param {string} name @param {string} label @param {string} value @param {[string, string][]} choices */
function choice(name, label, value, choices) {
  return h('select', { name, 'aria-label': label, title: label },
    ...choices.map(([key, words]) => h('option', { value: key, selected: key === value }, words)));
}

/** @param {string} name @param {string} label @param {string} value @param {number} min @param {number} max */
function ownField(name, label, value, min, max) {
  return h('input', { type: 'number', name, min, max, step: 'any', value, 'aria-label': label, hidden: true });
}
