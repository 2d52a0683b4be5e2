// @ts-check
import { connection, read } from '../server/http.js';
import { t } from '../i18n/words.js';
import { h } from './element.js';

const WATCH_MILLISECONDS = 15000;

/** A calm bar while the server cannot be reached; reads go on trying by themselves. */
export function connectionBar() {
  const bar = h('div', { class: 'connection', role: 'status', hidden: true }, h('span', { class: 'spinner' }), t('connection.lost'));
  connection.addEventListener('lost', () => (bar.hidden = false));
  connection.addEventListener('back', () => (bar.hidden = true));
  // So that a break is noticed while nothing is asked.
  setInterval(() => void read('/api/session').catch(() => {}), WATCH_MILLISECONDS);
  return bar;
}
