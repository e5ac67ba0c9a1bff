/** What a trace costs: counters at the cursor, and events against the size of this pipeline and of others. */
import { html, nothing } from 'lit';
import type { Study } from '../../engine/studies';
import type { Analysis } from '../../state/analysis';
import { counted, grouped } from '../../state/words';
import { base, controls, tables } from '../../styles/shared';
import { type Bar, costBar } from './cost_bar';
import { costChart } from './cost_chart';
import { type Measured, measureOf, othersOf } from './cost_measures';
import { costStyles } from './cost_styles';
import type { Show } from './panels';
import { StudyPanel } from './study_panel';
import { parts } from './styles';

export class CostPanel extends StudyPanel {
  static override styles = [base, controls, tables, parts, costStyles];

  #others: Measured[] | null = null;
  #known: { analysis: Analysis; measured: Measured } | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Other copies may be there next time.
    this.#others = null;
  }

  protected override draw(study: Study) {
    const { session } = this;
    const { analysis } = session;
    if (this.#known?.analysis !== analysis) {
      const { definition, length, stall } = analysis;
      const measured = measureOf('this pipeline', definition, { length, stall });
      this.#known = { analysis, measured };
    }
    const { measured } = this.#known;
    this.#others ??= othersOf(session.engine);
    const cursor = Math.min(session.cursor, analysis.length - 1);
    const { put, taken, followed } = study.cost('kahn', cursor);
    const { steps, dependencies } = measured;
    const bars: Bar[] = [
      { label: 'put into the queue', done: put, of: steps, what: 'step' },
      { label: 'taken out of it', done: taken, of: steps, what: 'step' },
      { label: 'taken off', done: followed, of: dependencies, what: 'dependency' },
    ];
    return html`
      <section aria-labelledby="counters">
        <h3 id="counters">
          By event ${grouped(cursor + 1)} of ${grouped(analysis.length)}
        </h3>
        ${costBar(bars)} ${told(measured, put + taken + followed, cursor === analysis.length - 1)}
      </section>
      <section aria-labelledby="growth">
        <h3 id="growth">As the pipeline grows</h3>
        ${costChart([...this.#others, measured])}
      </section>
    `;
  }
}

function told({ steps, dependencies, isStalled }: Measured, done: number, isEnd: boolean) {
  const most = 2 * steps + dependencies;
  return html`
    <p>
      ${counted(done, 'operation')} so far, of at most
      <strong>${grouped(steps)} + ${grouped(steps)} + ${grouped(dependencies)} = ${grouped(most)}</strong>:
      each step goes into the queue once and out of it once, and each dependency is taken off once. With V
      for steps and E for dependencies that is V + V + E: it grows as V + E does. Before that the first event
      counts the in-degrees, with one look at each dependency. Depth-first search, with a stack in place of
      the queue, does no more.
    </p>
    ${
      isStalled
        ? html`<p>
            ${isEnd ? 'It has stalled here' : 'It will stall before that'}: what a cycle holds is never
            touched, and the rest of the bars stays empty.
          </p>`
        : nothing
    }
    <p class="soft">
      Without counters one would go through all steps that are left each time, to find one that waits for
      nothing: up to ${grouped((steps * (steps + 1)) / 2)} looks at a step.
    </p>
  `;
}

customElements.define('cost-panel', CostPanel);

export const show: Show = (session) => html`<cost-panel .session=${session}></cost-panel>`;
