/** What a step can be made to do when it is run, a button each. */
import { html } from 'lit';
import { type Doing, doingOf, doings, makeStep } from '../../state/fail_edits';
import type { Session } from '../../state/session';
import { textOf } from '../../state/typed';

export function doingButtons(session: Session, index: number, look = '') {
  const step = session.store.definition.steps[index];
  if (!step) return [];
  const doing = doingOf(step);
  return Object.entries(doings).map(
    ([id, words]) => html`<button
      class=${look}
      aria-pressed=${id === doing}
      @click=${() => {
        const { edit, message } = makeStep(index, textOf(step.name), id as Doing);
        session.edit(edit, message);
      }}
    >
      ${words}
    </button>`,
  );
}
