/** The same pipeline with fail-fast and without. */
import { html } from 'lit';
import type { Show } from '../tabbed_view';
import { type Both, endOtherwise, PairPanel } from './pair';
import { said } from './time';

export class FailFastPair extends PairPanel {
  protected override readonly about =
    'Fail-fast gives up the rest as soon as one step has failed. Continuing gives up only what depends on the failure.';
  protected override readonly sides = [
    { title: 'Fail-fast', options: { fail_fast: true } },
    { title: 'Continue on error', options: { fail_fast: false } },
  ] as const;

  protected override tell(both: Both): string {
    const { first, second } = both;
    const failed = second.run.report.results.find(({ status }) => status === 'FAILED');
    if (!failed) {
      return 'No step fails, so both runs are the same. Make a step fail above to see the difference.';
    }
    const { names, count } = endOtherwise(both);
    if (count === 0) {
      const { name, knowsFailFast } = first.run.policy;
      const why = knowsFailFast
        ? `by the rules of ${name}, fail-fast finds nothing more to give up here`
        : `${name} ignores the file's fail_fast`;
      return `Both runs end alike although '${failed.step}' fails: ${why}.`;
    }
    const [one, other] = [first.run.makespan, second.run.makespan];
    const when =
      one === other
        ? `Both take ${said(one)}.`
        : `Fail-fast ends after ${said(one)}, continuing after ${said(other)}.`;
    const them = count === 1 ? ['it', 'it does'] : ['them', 'they do'];
    return `After '${failed.step}' has failed, fail-fast gives up ${names}. Continuing still runs ${them[0]}, for ${them[1]} not depend on the failure. ${when}`;
  }
}

customElements.define('fail-fast-pair', FailFastPair);

export const show: Show = (session) => html`<fail-fast-pair .session=${session}></fail-fast-pair>`;
