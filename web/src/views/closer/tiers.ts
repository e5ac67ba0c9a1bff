/** The rounds of a pipeline: how deep and how wide it is, and what one dependency less would change. */
import { html, nothing } from 'lit';
import type { Shape, StepPair } from '../../engine/studies';
import type { Analysis } from '../../state/analysis';
import { dependenciesOf } from '../../state/document';
import type { Inquiry } from '../../state/inquiry';
import { leaveOut, marksOf } from '../../state/marks';
import { counted, grouped, listed, quoted } from '../../state/words';
import { base, controls } from '../../styles/shared';
import { icon } from '../icons';
import { asking, askingStyles } from './asking';
import type { Show } from './panels';
import { StudyPanel } from './study_panel';
import { parts } from './styles';
import { takeAway } from './take_away';
import { tierColumns } from './tier_columns';
import { tiersStyles } from './tiers_styles';
import { stepButton } from './told';

/** Of larger pipelines only the dependencies along the longest path and those of the chosen step are offered. */
const mostOffered = 200;
const longestTold = 40;

export class TiersPanel extends StudyPanel {
  static override styles = [base, controls, parts, askingStyles, tiersStyles];

  #shape: Inquiry<'shape'> | null = null;
  #shapeWithout: Inquiry<'without'> | null = null;

  protected override draw() {
    const { frame } = this.session;
    this.#shape ??= this.inquiry('shape');
    const shape = this.#shape.ask();
    if (!shape) return asking(this.#shape, 'Finding the tiers');
    const left = this.#left;
    const last = frame?.order.at(-1);
    return html`
      <section aria-labelledby="rounds">
      <h3 id="rounds">The rounds of this pipeline</h3>
      ${this.#summary(shape)}
      ${tierColumns({
        session: this.session,
        shape,
        label: left ? 'Tiers as they are' : 'Tiers',
        now: last === undefined ? -1 : (shape.tiers[last] ?? -1),
      })}
      ${this.#path(shape)}
      </section>
      <section aria-labelledby="without">
        <h3 id="without">What if one dependency were gone?</h3>
        ${this.#choice(shape, left)} ${left && this.#without(shape, left)}
      </section>
    `;
  }

  /** Which dependency is thought away; null for none, and when there is no such dependency any more. */
  get #left(): StepPair | null {
    const { analysis, store } = this.session;
    const { without } = marksOf(store.document);
    const step = without && analysis.definition.steps[analysis.indexOf(without.to)];
    if (!step || !dependenciesOf(step).includes(without.from)) return null;
    return { from: analysis.indexOf(without.from), to: analysis.indexOf(without.to) };
  }

  #summary({ tiers, depth, width }: Shape) {
    const out = tiers.filter((tier) => tier < 0).length;
    const steps = tiers.length - out;
    const kept =
      out > 0
        ? html`<p>
            ${counted(out, 'step')} ${out === 1 ? 'has' : 'have'} no tier: a cycle keeps
            ${out === 1 ? 'it' : 'them'} out.
          </p>`
        : nothing;
    if (depth === 0) return kept;
    return html`
      <p>
        A tier is a round: all steps that can go at once, because everything they wait for is in the
        tiers before. Here are <strong>${counted(depth, 'tier')}</strong>, which is the pipeline's depth;
        the widest holds <strong>${counted(width, 'step')}</strong>, which is its width.
      </p>
      <p>
        ${speed(steps, depth, width)}
        ${
          depth > 1
            ? 'Read one after another, they are the order of the trace: first in, first out takes tier after tier.'
            : nothing
        }
      </p>
      ${kept}
    `;
  }

  #path({ path, depth }: Shape) {
    if (depth < 2) return nothing;
    const shown = Array.from(path.slice(0, longestTold));
    const more = path.length - shown.length;
    return html`<p>
      ${icon('taken')} Longest path:
      ${shown.map((step, at) => [at > 0 ? ' → ' : '', stepButton(step, this.session)])}${
        more > 0 ? ` → … (${grouped(more)} more)` : ''
      }. Each waits for the one before it, so with any number of workers it takes at least ${grouped(depth)}
      turns.
    </p>`;
  }

  #choice({ path }: Shape, left: StepPair | null) {
    const { analysis, chosen } = this.session;
    const steps = analysis.definition.steps;
    const number = steps.reduce((sum, step) => sum + dependenciesOf(step).length, 0);
    if (number === 0) return html`<p class="soft">There is none: nothing waits for anything.</p>`;
    const along = Array.from(path.slice(1, longestTold), (to, at) => ({ from: path[at] ?? 0, to }));
    const onPath = new Set(along.map(keyOf));
    const all = number <= mostOffered ? [...steps.keys()] : chosen === null ? [] : [chosen];
    const others = all
      .flatMap((to) => pairsTo(analysis, to))
      .filter((pair) => !onPath.has(keyOf(pair)));
    const group = (label: string, pairs: readonly StepPair[]) =>
      pairs.length > 0
        ? html`<optgroup label=${label}>
            ${pairs.map(
              (
                pair,
              ) => html`<option value=${keyOf(pair)} ?selected=${left && keyOf(pair) === keyOf(left)}>
                ${sentenceOf(analysis, pair)}
              </option>`,
            )}
          </optgroup>`
        : nothing;
    const changed = (event: Event) => this.#leave((event.target as HTMLSelectElement).value);
    return html`
      <p>
        <label
          >Leave out
          <select @change=${changed}>
            <option value="">none</option>
            ${group('Along the longest path', along)} ${group('Others', others)}
          </select></label
        >
      </p>
      ${
        number > mostOffered
          ? html`<p class="soft small">Choose a step in the picture to leave out one of its dependencies.</p>`
          : nothing
      }
    `;
  }

  #leave(key: string): void {
    const { analysis } = this.session;
    const [from = -1, to = -1] = key.split(' ').map(Number);
    const without = key ? { from: analysis.nameOf(from), to: analysis.nameOf(to) } : null;
    this.session.edit(leaveOut(without));
  }

  #without(before: Shape, pair: StepPair) {
    const { session } = this;
    this.#shapeWithout ??= this.inquiry('without');
    const shape = this.#shapeWithout.ask(pair);
    if (!shape) return asking(this.#shapeWithout, 'Finding the tiers without it');
    return html`
      <p role="status">${changes(session.analysis, before, shape, pair)}</p>
      ${tierColumns({ session, shape, label: 'Tiers without it', before })}
      <p>
        <button @click=${() => takeAway(session, [pair])}>${icon('remove')} Remove this dependency</button>
      </p>
      <p class="soft small">
        Whether <bdi>${quoted(session.analysis.nameOf(pair.to))}</bdi> can do without it only you can
        tell: the steps' meaning is not in the graph.
      </p>
    `;
  }
}

const keyOf = ({ from, to }: StepPair): string => `${from} ${to}`;

const sentenceOf = (analysis: Analysis, { from, to }: StepPair): string =>
  `${quoted(analysis.nameOf(to))} waits for ${from === to ? 'itself' : quoted(analysis.nameOf(from))}`;

/** Each once. */
function pairsTo(analysis: Analysis, to: number): StepPair[] {
  const step = analysis.definition.steps[to];
  const names = step ? new Set(dependenciesOf(step)) : [];
  return Array.from(names, (name) => ({ from: analysis.indexOf(name), to }));
}

function speed(steps: number, depth: number, width: number): string {
  const turns = `One worker needs ${counted(steps, 'turn')}, a turn for each step.`;
  if (width === 1) {
    return steps === 1
      ? 'One step is one turn.'
      : `${turns} More workers would be no faster: each step waits for the one before it.`;
  }
  const many = grouped(width);
  const rounds =
    depth === 1
      ? 'do with one: none of these waits for another'
      : `need ${counted(depth, 'turn')}, a turn for each tier, and more workers would need as many`;
  return `${turns} ${many} workers ${rounds}.`;
}

function changes(analysis: Analysis, before: Shape, after: Shape, { from, to }: StepPair): string {
  const name = (step: number) => quoted(analysis.nameOf(step));
  const steps = [...before.tiers.keys()];
  const was = (step: number) => before.tiers[step] ?? -1;
  const is = (step: number) => after.tiers[step] ?? -1;
  const freed = steps.filter((step) => was(step) < 0 && is(step) >= 0);
  const moved = steps.filter((step) => was(step) >= 0 && is(step) < was(step));
  const names = (of: readonly number[]) => listed(of.map(name), 6);
  const sentences = [
    freed.length > 0 &&
      `${counted(freed.length, 'step')} that a cycle kept out ${freed.length === 1 ? 'gets' : 'get'} a tier: ${names(freed)}.`,
    moved.length > 0 &&
      `${counted(moved.length, 'step')} ${moved.length === 1 ? 'moves' : 'move'} to an earlier tier: ${names(moved)}.`,
    freed.length + moved.length === 0 &&
      (was(to) < 0
        ? `No step moves: a cycle keeps ${name(to)} out all the same.`
        : `No step moves: ${name(to)} waits for another step as far along as ${name(from)} or further.`),
    before.depth === after.depth
      ? `The depth stays ${grouped(before.depth)}.`
      : `The depth goes from ${grouped(before.depth)} to ${grouped(after.depth)}.`,
    before.width === after.width
      ? `The width stays ${grouped(before.width)}.`
      : `The width goes from ${grouped(before.width)} to ${grouped(after.width)}.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}

customElements.define('tiers-panel', TiersPanel);

export const show: Show = (session) => html`<tiers-panel .session=${session}></tiers-panel>`;
