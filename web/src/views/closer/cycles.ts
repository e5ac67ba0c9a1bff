/** Why a cycle can never be sorted, the way along it, and what would mend it. */
import { html, nothing } from 'lit';
import type { Knot, Mend, Mends, Study } from '../../engine/studies';
import type { Analysis } from '../../state/analysis';
import { counted, listed, quoted } from '../../state/words';
import { base, controls, states } from '../../styles/shared';
import { icon } from '../icons';
import { cyclesStyles } from './cycles_styles';
import type { Show } from './panels';
import { proofPicture } from './proof';
import { StudyPanel } from './study_panel';
import { takeAway } from './take_away';
import { stepButton } from './told';

/** More knots, and more mends of one, are told by their number. */
const mostKnots = 20;
const mostMends = 20;

export class CyclesPanel extends StudyPanel {
  static override properties = { ...StudyPanel.properties, walked: { state: true } };
  static override styles = [base, controls, states, cyclesStyles];

  /** How far the learner has walked along which knot's path; null before. */
  declare walked: { knot: number; at: number } | null;
  #found: { analysis: Analysis; mends: Mends } | null = null;

  constructor() {
    super();
    this.walked = null;
  }

  protected override draw(study: Study) {
    const { analysis } = this.session;
    if (!analysis.stall) {
      return html`<p>
          ${icon('passed')} There is no cycle here. Among any steps that are left, one depends on none of
          them, so there is always one to go next.
        </p>
        <p class="soft">“Break it”, above the picture, closes a cycle for you to look at.</p>`;
    }
    if (this.#found?.analysis !== analysis) {
      this.#found = { analysis, mends: study.mends() };
      this.walked = null;
    }
    const { mends } = this.#found;
    const { knots } = mends;
    return html`
      <div class="columns">
        <section aria-labelledby="proof">
          <h3 id="proof">Why none of them can ever be first</h3>
          ${proofPicture(analysis)}
        </section>
        <section aria-labelledby="mends">
          <h3 id="mends">Smallest mends</h3>
          ${this.#summary(mends)}
          ${knots.slice(0, mostKnots).map((knot, at) => this.#knot(knot, at, knots.length))}
          ${
            knots.length > mostKnots
              ? html`<p class="soft">And ${counted(knots.length - mostKnots, 'more knot')}.</p>`
              : nothing
          }
        </section>
      </div>
    `;
  }

  #summary({ knots, frees, exactUpTo }: Mends) {
    const all = knots.flatMap(({ mends }) => mends);
    const exact = knots.every((knot) => knot.exact);
    const number = counted(all.length, 'dependency', 'dependencies');
    const [is, them] = all.length === 1 ? ['is', 'it'] : ['are', 'them'];
    return html`
      <p>
        ${
          exact
            ? html`Removing <strong>${number}</strong> opens every cycle, and no smaller number would.`
            : html`Removing <strong>${number}</strong> opens every cycle. Perhaps fewer would do, but without
                any one of these it would not.`
        }
        With ${them} gone, all ${counted(frees.length, 'step')} that cannot be sorted now can be.
      </p>
      ${
        all.length > 1
          ? html`<button @click=${() => takeAway(this.session, all)}>
              ${icon('mended')} Remove all ${all.length.toLocaleString('en')}
            </button>`
          : nothing
      }
      <p class="soft small">
        Of at most ${exactUpTo} steps that wait for each other every choice is tried; of more, a rule of thumb
        chooses (Eades, Lin and Smyth, 1993).
      </p>
      <p class="soft small">Which dependency ${is} wrong only you can tell: the steps' meaning is not in the graph.</p>
    `;
  }

  #knot(knot: Knot, at: number, knots: number) {
    const { analysis, chosen } = this.session;
    const path = this.#pathOf(knot);
    const walked = this.walked?.knot === at ? this.walked.at : -1;
    const title =
      knot.steps.length === 1
        ? 'A step that waits for itself'
        : `${counted(knot.steps.length, 'step')} that wait for each other`;
    const to = path[walked] ?? -1;
    const from = path[walked - 1] ?? -1;
    return html`
      <section class="knot" aria-label="Knot ${at + 1}">
        <h4>
          <span class="state cycle">${icon('cycle')}</span>
          ${knots > 1 ? `Knot ${at + 1}: ` : ''}${title}
        </h4>
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
        ${
          knots > 1
            ? html`<p class="soft small">
                ${counted(knot.mends.length, 'dependency', 'dependencies')} to remove here,
                ${knot.exact ? 'and provably no fewer would do.' : 'by the rule of thumb: perhaps fewer would do.'}
              </p>`
            : nothing
        }
        <ul>
          ${knot.mends.slice(0, mostMends).map((mend) => this.#mend(mend))}
        </ul>
        ${
          knot.mends.length > mostMends
            ? html`<p class="soft">And ${(knot.mends.length - mostMends).toLocaleString('en')} more to remove.</p>`
            : nothing
        }
      </section>
    `;
  }

  #mend(mend: Mend) {
    const { analysis } = this.session;
    const name = (step: number) => quoted(analysis.nameOf(step));
    const [to, from] = [name(mend.to), name(mend.from)];
    const frees = Array.from(mend.frees, name);
    return html`<li>
      <span>
        <bdi>${to}</bdi> no longer waits for <bdi>${mend.to === mend.from ? 'itself' : from}</bdi>.
        <span class="soft small">
          ${
            frees.length === 0
              ? 'By itself it frees no step: another cycle still holds them.'
              : html`Frees ${counted(frees.length, 'step')}: <bdi>${listed(frees, 6)}</bdi>.`
          }
        </span>
      </span>
      <button aria-label="Remove this dependency: ${to} no longer waits for ${from}" @click=${() => takeAway(this.session, [mend])}>
        Remove
      </button>
    </li>`;
  }

  /** One closed path through the knot, in the direction of the work. */
  #pathOf({ steps }: Knot): readonly number[] {
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
