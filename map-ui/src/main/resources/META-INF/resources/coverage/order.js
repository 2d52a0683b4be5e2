// @ts-check
/** The scenario that is asked, from the fields of a form and back. Pure. */

/** @typedef {import('../server/coverages.js').Order} Order */
/** @typedef {{minutes: string, speed: string, when: string, time: string, kind: string, item: string, qualified: boolean, capacity: string}} Fields */

export const SPEEDS = ['1.2', '0.94'];
export const MINUTES = ['5', '10', '15'];
export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** @type {Fields} */
export const USUAL = { minutes: '10', speed: '1.2', when: '', time: '09:00', kind: '', item: '', qualified: false, capacity: '' };

/**
 * What is wrong with the fields: a key of the words, or empty.
 * @param {Fields} fields
 */
export function wrong(fields) {
  const minutes = Number(fields.minutes);
  const speed = Number(fields.speed);
  const capacity = Number(fields.capacity);
  if (!(minutes > 0 && minutes <= 120)) return 'coverage.minutesWrong';
  if (!(speed >= 0.2 && speed <= 3)) return 'coverage.speedWrong';
  if (fields.capacity !== '' && !(Number.isInteger(capacity) && capacity >= 0 && capacity <= 10_000_000)) return 'coverage.capacityWrong';
  if (fields.when && !/^([01]\d|2[0-3]):[0-5]\d$/.test(fields.time)) return 'coverage.timeWrong';
  return '';
}

/** @param {Fields} fields @returns {Order} */
export function order(fields) {
  return {
    minutes: Number(fields.minutes),
    speedMetresPerSecond: Number(fields.speed),
    day: fields.when || null,
    time: fields.when ? fields.time : null,
    kinds: fields.kind ? [fields.kind] : [],
    item: fields.item || null,
    qualifiedOnly: fields.qualified,
    capacityPeople: fields.capacity === '' ? null : Number(fields.capacity),
  };
}

/** The fields of an order, so that the next question begins from the last. @param {Order} from @returns {Fields} */
export function fields(from) {
  return {
    minutes: String(from.minutes ?? USUAL.minutes),
    speed: String(from.speedMetresPerSecond ?? USUAL.speed),
    when: from.day ?? '',
    time: from.time ?? USUAL.time,
    kind: from.kinds?.[0] ?? '',
    item: from.item ?? '',
    qualified: from.qualifiedOnly === true,
    capacity: from.capacityPeople === null || from.capacityPeople === undefined ? '' : String(from.capacityPeople),
  };
}
