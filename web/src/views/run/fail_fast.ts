/** The same pipeline with fail-fast and without. */
import { html } from 'lit';
import { quoted } from '../../state/words';
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
    // Of several failures the one that fail-fast follows from.
    const failed =
      first.run.report.results.find(({ reason }) => reason === 'fail_fast')?.cause ??
      second.run.report.results.find(({ status }) => status === 'FAILED')?.step;
    if (failed === undefined) {
      return 'No step fails, so both runs are the same. Make a step fail above to see the difference.';
    }
    const { names, count } = endOtherwise(both);
    if (count === 0) {
      const { name, knowsFailFast } = first.run.policy;
      const why = knowsFailFast
        ? `by the rules of ${name}, fail-fast finds nothing more to give up here`
        : `${name} ignores the file's fail_fast`;
      return `Both runs end alike although ${quoted(failed)} fails: ${why}.`;
    }
    const [one, other] = [first.run.makespan, second.run.makespan];
    const when =
      one === other
        ? `Both take ${said(one)}.`
        : `Fail-fast ends after ${said(one)}, continuing after ${said(other)}.`;
    const them = count === 1 ? ['it', 'it does'] : ['them', 'they do'];
    const passed = [first, second].findIndex(({ run }) => run.passed);
    const film = [first, second][passed];
    const why =
      film && first.run.passed !== second.run.passed
        ? ` ${this.sides[passed]?.title}: ${film.sentence(film.length - 1)}`
        : '';
    return `After ${quoted(failed)} has failed, fail-fast gives up ${names}. Continuing still runs ${them[0]}, for ${them[1]} not depend on the failure. ${when}${why}`;
  }
}

customElements.define('fail-fast-pair', FailFastPair);

export const show: Show = (session) => html`<fail-fast-pair .session=${session}></fail-fast-pair>`;
