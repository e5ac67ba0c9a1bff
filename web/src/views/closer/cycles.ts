/** Why a cycle can never be sorted, the way along it, and what would mend it. */
import { html, nothing } from 'lit';
import type { ToldKnot, ToldMends } from '../../engine/questions';
import type { Analysis } from '../../state/analysis';
import type { Inquiry } from '../../state/inquiry';
import { counted, grouped, quoted } from '../../state/words';
import { base, controls, states } from '../../styles/shared';
import { icon } from '../icons';
import { asking, askingStyles } from './asking';
import { cyclesStyles } from './cycles_styles';
import type { Show } from './panels';
import { proofPicture } from './proof';
import { StudyPanel } from './study_panel';
import { takeAway } from './take_away';
import { stepButton, told } from './told';

export class CyclesPanel extends StudyPanel {
  static override properties = { ...StudyPanel.properties, walked: { state: true } };
  static override styles = [base, controls, states, askingStyles, cyclesStyles];

  /** How far the learner has walked along which knot's path; null before. */
  declare walked: { knot: number; at: number } | null;
  #mends: Inquiry<'mends'> | null = null;
  #walkedIn: Analysis | null = null;

  constructor() {
    super();
    this.walked = null;
  }

  protected override draw() {
    const { analysis } = this.session;
    if (!analysis.stall) {
      return html`<p>
          ${icon('passed')} There is no cycle here. Among any steps that are left, one depends on none of
          them, so there is always one to go next.
        </p>
        <p class="soft">“Break it”, above the picture, closes a cycle for you to look at.</p>`;
    }
    if (this.#walkedIn !== analysis) {
      this.#walkedIn = analysis;
      this.walked = null;
    }
    this.#mends ??= this.inquiry('mends');
    const mends = this.#mends.ask();
    return html`
      <div class="columns">
        <section aria-labelledby="proof">
          <h3 id="proof">Why none of them can ever be first</h3>
          ${proofPicture(analysis)}
        </section>
        <section aria-labelledby="mends">
          <h3 id="mends">Smallest mends</h3>
          ${mends ? this.#told(mends) : asking(this.#mends, 'Finding the smallest mends')}
        </section>
      </div>
    `;
  }

  #told({ knots, more, sentences, all }: ToldMends) {
    const [removing, sorts, ...notes] = sentences.map((sentence) => told(sentence, this.session));
    return html`
      <p>${removing} ${sorts}</p>
      ${
        all.length > 1
          ? html`<button @click=${() => takeAway(this.session, all)}>
              ${icon('mended')} Remove all ${grouped(all.length)}
            </button>`
          : nothing
      }
      ${notes.map((note) => html`<p class="soft small">${note}</p>`)}
      ${knots.map((knot, at) => this.#knot(knot, at, knots.length))}
      ${more > 0 ? html`<p class="soft">And ${counted(more, 'more knot')}.</p>` : nothing}
    `;
  }

  #knot(knot: ToldKnot, at: number, knots: number) {
    const { analysis, chosen } = this.session;
    const path = this.#pathOf(knot);
    const walked = this.walked?.knot === at ? this.walked.at : -1;
    const [who, fewest] = knot.sentences.map((sentence) => told(sentence, this.session));
    const to = path[walked] ?? -1;
    const from = path[walked - 1] ?? -1;
    return html`
      <section class="knot" aria-label="Knot ${at + 1}">
        ${knots > 1 ? html`<h4>Knot ${at + 1}</h4>` : nothing}
        <p><span class="state cycle">${icon('cycle')}</span> ${who}</p>
        <p class="path">
          <span class="soft small">Each before the next:</span>
          ${path.map((step, place) => [
            place > 0
              ? html`<span class=${walked > 0 && place === walked ? 'here' : ''}> → </span>`
              : nothing,
            html`<span class=${place === walked ? 'here' : ''}>${stepButton(step, this.session)}</span>`,
          ])}
        </p>
        <div class="walk">
          <button aria-disabled=${walked <= 0} @click=${() => this.#walk(at, path, walked - 1)}>
            ${icon('back')} Back along it
          </button>
          <button aria-disabled=${walked >= path.length - 1} @click=${() => this.#walk(at, path, walked + 1)}>
            ${icon('forward')} ${walked < 0 ? 'Walk along it' : 'On along it'}
          </button>
          <span role="status" class="small">
            ${
              walked === 0 && to === chosen
                ? html`Start at <bdi>${quoted(analysis.nameOf(to))}</bdi>.`
                : walked > 0
                  ? html`<bdi>${quoted(analysis.nameOf(to))}</bdi> waits for
                      <bdi>${quoted(analysis.nameOf(from))}</bdi>.${
                        walked === path.length - 1
                          ? ' Back at the start: all of them wait for themselves.'
                          : ''
                      }`
                  : nothing
            }
          </span>
        </div>
        ${knots > 1 ? html`<p class="soft small">${fewest}</p>` : nothing}
        <ul>
          ${knot.mends.map((mend) => this.#mend(mend))}
        </ul>
        ${
          knot.more > 0
            ? html`<p class="soft">And ${grouped(knot.more)} more to remove.</p>`
            : nothing
        }
      </section>
    `;
  }

  #mend(mend: ToldKnot['mends'][number]) {
    const { analysis } = this.session;
    const [what, frees] = mend.sentences.map((sentence) => told(sentence, this.session));
    const [to, from] = [mend.to, mend.from].map((step) => quoted(analysis.nameOf(step)));
    return html`<li>
      <span>${what} <span class="soft small">${frees}</span></span>
      <button
        aria-label="Remove this dependency: ${to} no longer waits for ${mend.to === mend.from ? 'itself' : from}"
        @click=${() => takeAway(this.session, [mend])}
      >
        Remove
      </button>
    </li>`;
  }

  /** One closed path through the knot, in the direction of the work. */
  #pathOf({ steps }: ToldKnot): readonly number[] {
    const { analysis } = this.session;
    const within = new Set(steps);
    const path = analysis.stall?.cycles.find(([first = '']) => within.has(analysis.indexOf(first)));
    return (path ?? []).map((name) => analysis.indexOf(name));
  }

  #walk(knot: number, path: readonly number[], at: number): void {
    const step = path[at];
    if (step === undefined) return;
    this.walked = { knot, at };
    this.session.choose(step);
  }
}

customElements.define('cycles-panel', CyclesPanel);

export const show: Show = (session) => html`<cycles-panel .session=${session}></cycles-panel>`;
