/** By which rules the pipeline runs, and what one of its steps does then. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PolicyId, RetryDelay } from '../../engine/runs';
import { setFailFast } from '../../state/edits';
import { setWorkers } from '../../state/fail_edits';
import type { RunDesk } from '../../state/run_desk';
import { changeRules, largestSeed, type Rules } from '../../state/run_rules';
import type { Session } from '../../state/session';
import { textOf } from '../../state/typed';
import { clipped, counted, grouped } from '../../state/words';
import { doingButtons } from './doings';
import { said } from './time';

const workerCounts = [1, 2, 3, 4, 6, 8, 12, 16, 32, 64];
const delays: Record<RetryDelay['kind'], string> = {
  none: 'none',
  constant: 'constant',
  exponential: 'exponential',
};
const bases = [100, 250, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000];
const jitters = [0, 0.1, 0.25, 0.5, 1];
/** More steps are not offered by name; any can be chosen in the picture. */
const mostOffered = 300;

/** Where there is little room they are folded, and still say what is chosen. */
export function runControls(session: Session, desk: RunDesk) {
  const { definition } = session.store;
  const { workers: given, fail_fast } = definition;
  const workers = Number(given) || 1;
  const counts = workerCounts.includes(workers) ? workerCounts : [workers, ...workerCounts];
  const { rules } = desk;
  const { kind, base_ms } = rules.delay;
  const policies = desk.runs?.policies ?? [];
  const policy = policies.find(({ id }) => id === rules.policy);
  const ignores = policy?.knowsFailFast === false ? `${policy.name} ignores it` : '';
  const chosen = [
    policy?.name ?? rules.policy,
    counted(workers, 'worker'),
    ...(ignores ? [] : [fail_fast === false ? 'continue on error' : 'fail-fast']),
    ...(kind === 'none' ? [] : [`first wait ${said(base_ms)}`]),
  ];
  return html`<details class="rules" ?open=${matchMedia('(min-width: 701px)').matches}>
    <summary><b>Rules:</b> ${chosen.join(', ')}</summary>
    <div class="fields" role="group" aria-label="Rules of the run">
    ${choice(
      'Workers',
      counts.map((count) => [`${count}`, `${count}`]),
      `${workers}`,
      (count) => session.edit(setWorkers(Number(count))),
    )}
    ${choice(
      'By the rules of',
      (policy ? policies : [{ id: rules.policy, name: rules.policy }]).map(({ id, name }) => [
        id,
        name,
      ]),
      rules.policy,
      (policy) =>
        session.edit(changeRules(`run by the rules of ${policy}`, { policy: policy as PolicyId })),
    )}
    <label class="tick">
      <input
        type="checkbox"
        .checked=${live(fail_fast !== false)}
        @change=${(event: Event) =>
          session.edit(setFailFast((event.target as HTMLInputElement).checked))}
      />
      Fail-fast: ${ignores || 'a failure stops the rest'}
    </label>
    ${retryDelay(session, rules)}
    ${
      policy
        ? html`<details class="small">
            <summary>${policy.name}: the rules in words</summary>
            <p>${policy.words}</p>
          </details>`
        : nothing
    }
    </div>
  </details>`;
}

/** How long a step waits for its next attempt, and what of that is left to chance. */
function retryDelay(session: Session, { delay }: Rules) {
  const { kind, base_ms, jitter, seed } = delay;
  const change = (part: Partial<Rules['delay']>) =>
    session.edit(changeRules('change the wait before a retry', { delay: { ...delay, ...part } }));
  const number = (label: string, numbers: number[], chosen: number, part: 'base_ms' | 'jitter') =>
    choice(
      label,
      (numbers.includes(chosen) ? numbers : [chosen, ...numbers]).map((one) => [
        `${one}`,
        part === 'base_ms' ? said(one) : one ? `up to ${Math.round(one * 100)} %` : 'none',
      ]),
      `${chosen}`,
      (value) => change({ [part]: Number(value) }),
    );
  return html`${choice('Wait before a retry', Object.entries(delays), kind, (value) =>
    change({ kind: value as RetryDelay['kind'] }),
  )}
    ${
      kind === 'none'
        ? nothing
        : html`${number('First wait', bases, base_ms, 'base_ms')}
          ${number('Jitter', jitters, jitter, 'jitter')}
          ${
            jitter
              ? html`<label class="choice">
                  <span>Seed of chance</span>
                  <input
                    type="number"
                    min="0"
                    max=${largestSeed}
                    .value=${live(`${seed}`)}
                    @change=${({ target }: Event) => {
                      const { value, valueAsNumber } = target as HTMLInputElement;
                      const wanted = Math.trunc(valueAsNumber);
                      if (wanted >= 0 && wanted <= largestSeed) change({ seed: wanted });
                      else
                        session.notify(
                          `“${value}” is no seed: it is a whole number from 0 to ${grouped(largestSeed)}.`,
                        );
                    }}
                  />
                </label>`
              : nothing
          }
          <p class="small soft">${waits(delay)}</p>`
    }`;
}

/** The first waits, in words. */
function waits({ kind, base_ms, jitter }: Rules['delay']): string {
  const factor = kind === 'exponential' ? 2 : 1;
  const each = [1, factor, factor ** 2].map((times) => {
    const most = base_ms * times;
    return jitter ? `${said(most * (1 - jitter))} to ${said(most)}` : said(most);
  });
  const first =
    factor > 1 ? `The waits are ${each.join(', then ')}, …` : `Each wait is ${each[0]}.`;
  return jitter
    ? `${first} Jitter shortens each by chance, so that many steps do not all try again at once. The same seed gives the same waits.`
    : first;
}

/** The chosen step is made to fail, or to work again. */
export function makeItFail(session: Session) {
  const { steps } = session.store.definition;
  if (steps.length === 0) return nothing;
  const index = session.chosen ?? 0;
  const offered = Array.from({ length: Math.min(steps.length, mostOffered) }, (_, at) => at);
  if (index >= mostOffered) offered.push(index);
  return html`<div class="fields" role="group" aria-label="Make it fail">
    ${choice(
      'Make it fail',
      offered.map((at) => [`${at}`, clipped(textOf(steps[at]?.name))]),
      `${index}`,
      (at) => session.choose(Number(at)),
    )}
    ${doingButtons(session, index)}
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
