// @ts-check
import { createWorkspace, deleteWorkspace } from '../server/workspaces.js';
import { num, t } from '../i18n/words.js';
import { fillWith, h } from './element.js';
import { icon } from './icons.js';
import { trouble } from './notice.js';

/** @typedef {import('../server/types.js').Workspace} Workspace */

/** A badge on everything that comes from a made-up sample. */
export const madeUpBadge = () => h('span', { class: 'badge', title: t('workspace.madeUpHint') }, t('workspace.madeUp'));

/**
 * A form of one line that makes a workspace.
 * @param {(workspace: Workspace) => void} made
 */
export function newWorkspaceForm(made) {
  const name = h('input', { name: 'workspace-name', maxlength: 80, placeholder: t('workspace.namePlaceholder'), 'aria-label': t('workspace.name') });
  const button = h('button', { type: 'submit', class: 'primary' }, t('workspace.create'));
  const problems = h('div');
  return h('form', {
    class: 'new-workspace',
    onsubmit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      if (!name.value.trim()) {
        fillWith(problems, h('p', { class: 'said wrong' }, t('workspace.nameMissing')));
        name.focus();
        return;
      }
      button.disabled = true;
      try {
        made(await createWorkspace(name.value.trim()));
      } catch (error) {
        fillWith(problems, trouble(error));
      }
      button.disabled = false;
    },
  }, h('div', { class: 'one-line' }, name, button), problems);
}

/**
 * The chooser in the top bar.
 * @param {{choose: (workspace: Workspace) => void, made: (workspace: Workspace) => void, deleted: (workspace: Workspace) => void}} wishes
 */
export function workspaceChooser({ choose, made, deleted }) {
  const name = h('span', { class: 'workspace-name' });
  const badge = h('span');
  const list = h('div', { class: 'drop', id: 'workspaces', hidden: true });
  const button = h('button', {
    type: 'button', class: 'workspace-button', 'aria-expanded': 'false', 'aria-controls': 'workspaces', onclick: () => toggle(),
  }, name, icon('down', 16));
  const root = h('div', { class: 'chooser' }, button, badge, list);

  /** @param {boolean} [open] */
  const toggle = (open = list.hidden) => {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) /** @type {HTMLElement|null} */ (list.querySelector('[aria-current],button'))?.focus();
  };
  document.addEventListener('pointerdown', (event) => {
    if (!root.contains(/** @type {Node} */ (event.target))) toggle(false);
  });
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      toggle(false);
      button.focus();
    }
  });

  /** @param {Workspace} workspace @param {boolean} isCurrent */
  const row = (workspace, isCurrent) => {
    const item = h('li');
    const standard = () => fillWith(item,
      h('button', {
        type: 'button', class: 'drop-choice', 'aria-current': isCurrent ? 'true' : null,
        onclick: () => { toggle(false); choose(workspace); },
      }, h('span', { class: 'drop-name' }, h('span', { title: workspace.name }, workspace.name), workspace.madeUp && madeUpBadge()),
      h('span', { class: 'muted' }, t('workspace.layers', { n: num(workspace.layerCount) }))),
      h('button', {
        type: 'button', class: 'quiet', title: t('workspace.delete'), 'aria-label': t('workspace.deleteNamed', { name: workspace.name }), onclick: ask,
      }, icon('trash', 16)));
    const ask = () => {
      const keep = h('button', { type: 'button', class: 'small', onclick: standard }, t('do.keep'));
      const problems = h('div');
      const gone = h('button', {
        type: 'button', class: 'small danger',
        onclick: async () => {
          gone.disabled = true;
          try {
            await deleteWorkspace(workspace.id);
            toggle(false);
            deleted(workspace);
          } catch (error) {
            gone.disabled = false;
            fillWith(problems, trouble(error));
          }
        },
      }, t('workspace.delete'));
      fillWith(item, h('div', { class: 'drop-ask' },
        h('p', {}, t('workspace.deleteAsk', { name: workspace.name })), h('div', { class: 'drop-answers' }, keep, gone), problems));
      keep.focus();
    };
    standard();
    return item;
  };

  return {
    element: root,
    /** @param {Workspace[]} all @param {Workspace|null} current */
    show(all, current) {
      name.textContent = current?.name ?? t('workspace.none');
      name.title = name.textContent;
      fillWith(badge, current?.madeUp && madeUpBadge());
      fillWith(list,
        h('ul', {}, ...all.map((workspace) => row(workspace, workspace.id === current?.id))),
        newWorkspaceForm((workspace) => { toggle(false); made(workspace); }));
    },
  };
}
