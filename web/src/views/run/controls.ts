/** By which rules the pipeline runs, and what one of its steps does then. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PolicyId, RetryDelay } from '../../engine/runs';
import { setFailFast } from '../../state/edits';
import { type Doing, doingOf, doings, makeStep, setWorkers } from '../../state/fail_edits';
import type { RunDesk } from '../../state/run_desk';
import type { Session } from '../../state/session';
import { textOf } from '../../state/typed';
import { clipped } from '../../state/words';

const workerCounts = [1, 2, 3, 4, 6, 8, 12, 16, 32, 64];
const delays: Record<RetryDelay['kind'], string> = {
  none: 'none',
  constant: '1 s each time',
  exponential: '1 s, 2 s, 4 s, …',
};
/** More steps are not offered by name; any can be chosen in the picture. */
const mostOffered = 300;

export function runControls(session: Session, desk: RunDesk) {
  const { definition } = session.store;
  const { workers: given, fail_fast } = definition;
  const workers = Number(given) || 1;
  const counts = workerCounts.includes(workers) ? workerCounts : [workers, ...workerCounts];
  const { rules } = desk;
  return html`<div class="fields" role="group" aria-label="Rules of the run">
    ${choice(
      'Workers',
      counts.map((count) => [`${count}`, `${count}`]),
      `${workers}`,
      (count) => session.edit(setWorkers(Number(count))),
    )}
    ${choice(
      'By the rules of',
      desk.runs?.policies.map(({ id, name }) => [id, name]) ?? [['course', 'The course']],
      rules.policy,
      (policy) => {
        desk.rules = { ...rules, policy: policy as PolicyId };
      },
    )}
    ${choice('Wait before a retry', Object.entries(delays), rules.delay, (delay) => {
      desk.rules = { ...rules, delay: delay as RetryDelay['kind'] };
    })}
    <label class="tick">
      <input
        type="checkbox"
        .checked=${live(fail_fast !== false)}
        @change=${(event: Event) =>
          session.edit(setFailFast((event.target as HTMLInputElement).checked))}
      />
      Fail-fast: after a failure, nothing new starts
    </label>
  </div>`;
}

/** The chosen step is made to fail, or to work again. */
export function makeItFail(session: Session) {
  const { steps } = session.store.definition;
  if (steps.length === 0) return nothing;
  const index = session.chosen ?? 0;
  const step = steps[index];
  if (!step) return nothing;
  const doing = doingOf(step);
  return html`<div class="fields" role="group" aria-label="Make it fail">
    ${choice(
      'Make it fail',
      steps.slice(0, mostOffered).map(({ name }, at) => [`${at}`, clipped(textOf(name))]),
      `${index}`,
      (at) => session.choose(Number(at)),
    )}
    ${Object.entries(doings).map(
      ([id, words]) => html`<button
        aria-pressed=${id === doing}
        @click=${() => {
          const { edit, message } = makeStep(index, textOf(step.name), id as Doing);
          session.edit(edit, message);
        }}
      >
        ${words}
      </button>`,
    )}
  </div>`;
}

function choice(
  label: string,
  choices: readonly (readonly [value: string, name: string])[],
  chosen: string,
  change: (value: string) => void,
) {
  return html`<label class="choice">
    <span>${label}</span>
    <select @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
      ${choices.map(([value, name]) => html`<option value=${value} .selected=${live(value === chosen)}>${name}</option>`)}
    </select>
  </label>`;
}
