/** Why a step is where it is: what it waited for, and which events brought it there. */
import { css, html } from 'lit';
import type { Study } from '../../engine/studies';
import { wordsOf } from '../../state/standing';
import { grouped, quoted } from '../../state/words';
import { base, controls, states } from '../../styles/shared';
import { icon } from '../icons';
import type { Show } from './panels';
import { stepField } from './step_field';
import { StudyPanel } from './study_panel';
import { fields } from './styles';
import { told } from './told';

export class WhyPanel extends StudyPanel {
  static override properties = { ...StudyPanel.properties, typed: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    fields,
    css`
      .told {
        max-width: 68ch;
        font-size: var(--large);
        margin-bottom: var(--s2);
        line-height: 1.7;
        overflow-wrap: anywhere;
      }
      .now {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1) var(--s3);
        margin-bottom: var(--s2);
      }
    `,
  ];

  /** What is typed while it is no step's name. */
  declare typed: string | null;

  constructor() {
    super();
    this.typed = null;
  }

  /** The chosen step, or else the one that the event is about; before the first, the step that comes first. */
  get #step(): number {
    const { chosen, frame, analysis } = this.session;
    if (chosen !== null) return chosen;
    const about = frame?.about ?? -1;
    if (about >= 0) return about;
    const [onCycle] = frame?.stalled ? analysis.onCycle : [];
    return onCycle ?? frame?.order.at(-1) ?? analysis.trace?.orderIds[0] ?? 0;
  }

  protected override draw(study: Study) {
    const { session } = this;
    const step = this.#step;
    const name = session.analysis.nameOf(step);
    const standing = session.frame?.standing(step);
    return html`
      <div class="fields">
        ${stepField({
          label: 'Step',
          analysis: session.analysis,
          value: this.typed ?? name,
          complaint: this.typed === null ? undefined : `No step is called ${quoted(this.typed)}.`,
          changed: (typed) => this.#pick(typed),
        })}
      </div>
      ${
        standing &&
        html`<p class="now">
          <span class="state ${standing.kind}">${icon(standing.kind)} ${wordsOf(standing)}</span>
          <span class="soft">at event ${grouped(session.cursor + 1)}</span>
        </p>`
      }
      <p class="told" role="group" aria-label="Why">
        ${study.why(step, session.cursor).map((sentence) => [told(sentence, session), ' '])}
      </p>
      ${
        session.chosen === null
          ? html`<p class="soft small">
              This is the step of the event. Choose another above, in the picture or in a table.
            </p>`
          : html`<button @click=${() => session.choose(null)}>Follow the trace</button>`
      }
    `;
  }

  #pick(typed: string): void {
    const step = this.session.analysis.indexOf(typed);
    this.typed = step < 0 ? typed : null;
    if (step >= 0) this.session.choose(step);
  }
}

customElements.define('why-panel', WhyPanel);

export const show: Show = (session) => html`<why-panel .session=${session}></why-panel>`;
