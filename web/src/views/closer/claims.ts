/** What speaks for which of the two algorithms: each claim with a way to try it on the pipeline that is shown. */
import { html, nothing } from 'lit';
import { strideFrom } from '../../state/pace';
import type { Session } from '../../state/session';
import { counted, grouped } from '../../state/words';
import type { Peak } from './depth_facts';

export interface Facts {
  session: Session;
  /** Null where the pipeline is too large to count. */
  queue: Peak | null;
  stack: Peak | null;
  /** The event at which the search turns back for the first time. */
  leaf: number | null;
  /** The event at which a cycle is met; null when there is none, or where the pipeline is too large. */
  cycle: number | null;
  /** How many dependencies lead back. */
  back: number;
}

export function claims({ session, queue, stack, leaf, cycle, back }: Facts) {
  const { analysis } = session;
  const last = analysis.length - 1;
  // After the last round the first comes again.
  const rounds = [session.cursor, 0].map((from) => strideFrom(analysis, from, 'round', 1));
  const round = rounds.find((at) => at < last);
  const tryIt = (words: string, cursor: number | null | undefined) =>
    cursor === null || cursor === undefined
      ? nothing
      : html`<button class="try" @click=${() => session.seek(cursor)}>${words}</button>`;
  return html`
    <h3>What speaks for which</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="What speaks for which" data-scrolls>
      <table class="claims">
        <thead>
          <tr>
            <td></td>
            <th scope="col">Kahn's algorithm</th>
            <th scope="col">Depth-first search</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Memory</th>
            <td>
              A counter for each step, and the queue${queue ? html`: here at most ${counted(queue.count, 'step')} at once. ${tryIt('See the longest queue', queue.cursor)}` : '.'}
            </td>
            <td>
              A colour for each step, and the stack${stack ? html`: here at most ${counted(stack.count, 'step')} deep. ${tryIt('See the deepest stack', stack.cursor)}` : '.'}
            </td>
          </tr>
          <tr>
            <th scope="row">Recursion</th>
            <td>None: a loop and a queue, however deep the pipeline is. ${tryIt('See the end of it', last)}</td>
            <td>
              The short program calls itself once for each step on the stack${stack ? html`, here ${grouped(stack.count)} deep` : nothing}.
              A chain of 100,000 steps breaks it; then the stack has to be one's own.
              ${tryIt('See how deep', stack?.cursor)}
            </td>
          </tr>
          <tr>
            <th scope="row">Evidence of a cycle</th>
            <td>
              Steps that are left over, those behind a cycle too; the cycle itself has to be looked for.
              ${tryIt('See the end', last)}
            </td>
            <td>
              The dependency that leads back to a grey step, and the cycle is on the stack.
              ${
                back === 0
                  ? html`<span class="soft">There is none here: press “Break it” first.</span>`
                  : tryIt('See the first one', cycle)
              }
            </td>
          </tr>
          <tr>
            <th scope="row">Tiers</th>
            <td>
              For free: what is in the queue when a round begins is one tier.
              ${tryIt('See the next round', round)}
            </td>
            <td>
              Only by another pass over its order: it is deep in one branch before it looks at the next.
              ${tryIt('See it at the end of a branch', leaf)}
            </td>
          </tr>
          <tr>
            <th scope="row">Running in parallel</th>
            <td>
              Natural: everything in the queue may start now. ${tryIt('See how much at once', queue?.count ? queue.cursor : null)}
            </td>
            <td>
              The order is known only at the end: who comes first turns black last.
              ${tryIt('See the first one found', session.length - 2)}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  `;
}
