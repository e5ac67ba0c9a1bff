/** All the orders of a pipeline: how many, one of the learner's own, and those that rules for ties give. */
import { html, nothing } from 'lit';
import type { OrderCount, Study } from '../../engine/studies';
import { dependenciesOf } from '../../state/document';
import type { Inquiry } from '../../state/inquiry';
import { marksOf } from '../../state/marks';
import { counted, grouped } from '../../state/words';
import { base, controls, tables } from '../../styles/shared';
import { asking, askingStyles } from './asking';
import { ordersStyles } from './orders_styles';
import { OwnOrder } from './own_order';
import type { Show } from './panels';
import { StudyPanel } from './study_panel';
import { parts } from './styles';
import { tieBreakTable } from './tie_breaks';
import { stepButton } from './told';

const longestTold = 40;
/** Of more, the sequences without any dependency are not told. */
const mostFactors = 20;

export class OrdersPanel extends StudyPanel {
  static override styles = [base, controls, tables, parts, askingStyles, ordersStyles];

  #count: Inquiry<'orders'> | null = null;
  #ties: Inquiry<'ties'> | null = null;

  protected override draw(study: Study) {
    const { session } = this;
    this.#ties ??= this.inquiry('ties');
    this.#count ??= this.inquiry('orders');
    const orders = this.#ties.ask();
    const count = this.#count.ask();
    return html`
      <section aria-labelledby="many">
        <h3 id="many">How many orders are there?</h3>
        ${count ? this.#told(count) : asking(this.#count, 'Counting them')}
      </section>
      <section aria-labelledby="own">
        <h3 id="own">Your own order</h3>
        <own-order
          .session=${session}
          .study=${study}
          .placed=${marksOf(session.store.document).order}
        ></own-order>
      </section>
      <section aria-labelledby="ties">
        <h3 id="ties">When several are ready</h3>
        ${orders ? tieBreakTable(session, orders) : asking(this.#ties, 'Sorting by each rule')}
      </section>
    `;
  }

  #told({ unique, count, exact }: OrderCount) {
    const { analysis } = this.session;
    const { trace } = analysis;
    const steps = analysis.definition.steps.length;
    if (analysis.stall || !trace) {
      return html`<p><strong>None.</strong> On a cycle each step would have to come before itself.</p>`;
    }
    if (unique) return this.#only(trace.orderIds);
    const number = grouped(BigInt(count));
    return html`
      <p>
        ${exact ? 'Exactly' : 'More than'} <strong>${number}</strong>.
        ${
          exact
            ? nothing
            : 'No fast way is known to count them all, so this is only a number that is surely exceeded.'
        }
        ${
          exact && steps <= mostFactors
            ? `Without dependencies ${counted(steps, 'step')} could stand in ${grouped(factorial(steps))} sequences.`
            : nothing
        }
      </p>
      ${this.#loosePair(trace.orderIds)}
    `;
  }

  #only(order: Uint32Array) {
    if (order.length === 1) return html`<p><strong>One</strong>, of one step.</p>`;
    return html`<p>
      <strong>This one alone.</strong> Each step waits for the one before it, a path through all steps:
      ${Array.from(order.slice(0, longestTold), (step, at) => [at > 0 ? ' → ' : '', stepButton(step, this.session)])}${
        order.length > longestTold ? ` → … (${grouped(order.length - longestTold)} more)` : ''
      }.
    </p>`;
  }

  /** The evidence that the trace's order is not the only one. */
  #loosePair(order: Uint32Array) {
    const { session } = this;
    const { analysis } = session;
    const at = order.findIndex((step, place) => {
      const next = analysis.definition.steps[order[place + 1] ?? -1];
      return next !== undefined && !dependenciesOf(next).includes(analysis.nameOf(step));
    });
    if (at < 0) return nothing;
    return html`<p>
      So the order of the trace is not the only one: there ${stepButton(order[at] ?? 0, session)} stands
      just before ${stepButton(order[at + 1] ?? 0, session)}, which does not wait for it, and the two may
      change places.
    </p>`;
  }
}

function factorial(number: number): bigint {
  let product = 1n;
  for (let factor = 2; factor <= number; factor += 1) product *= BigInt(factor);
  return product;
}

customElements.define('own-order', OwnOrder);
customElements.define('orders-panel', OrdersPanel);

export const show: Show = (session) => html`<orders-panel .session=${session}></orders-panel>`;
