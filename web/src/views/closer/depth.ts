/** Depth-first search beside Kahn's algorithm: the same graph, the same transport, another way to an order. */
import { html, nothing } from 'lit';
import type { Layout } from '../../engine/index';
import type { DepthTrace, Study } from '../../engine/studies';
import type { Analysis } from '../../state/analysis';
import { type Standing, wordsOf } from '../../state/standing';
import { clipped, counted, grouped, listed, quoted } from '../../state/words';
import { base, controls, states, tables } from '../../styles/shared';
import { type Drawing, drawingOf, sizesOf } from '../graph/drawing';
import { icon } from '../icons';
import { claims } from './claims';
import { deepestStack, firstBack, firstDifference, longestQueue } from './depth_facts';
import { depthStyles } from './depth_styles';
import { pairPicture } from './pair_picture';
import type { Show } from './panels';
import { saveTrace } from './save_trace';
import { stackIcon } from './stack_icons';
import { StudyPanel } from './study_panel';
import { told } from './told';

/** Larger pipelines are told in words and in the table only. */
const mostDrawn = 60;
/** Of larger ones nothing is counted that takes a look at every event. */
const mostCounted = 5000;
const mostRows = 500;

const legend = { white: 'not found yet', grey: 'on the stack', black: 'done with' } as const;

export class DepthPanel extends StudyPanel {
  static override properties = {
    ...StudyPanel.properties,
    isCodeOpen: { state: true },
    isTableOpen: { state: true },
  };
  static override styles = [base, controls, states, tables, depthStyles];

  /** What is not open is not drawn either. */
  declare isCodeOpen: boolean;
  declare isTableOpen: boolean;

  #drawn: { analysis: Analysis; drawing: Drawing | null } | null = null;
  #facts: { analysis: Analysis; facts: ReturnType<typeof factsOf> } | null = null;
  #reached = 0;

  constructor() {
    super();
    this.isCodeOpen = false;
    this.isTableOpen = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reached = 0;
    this.session.aside = () => '';
    this.session.reach = 0;
  }

  protected override updated(): void {
    const { session } = this;
    const wanted = session.analysis.trace ? this.#length : 0;
    if (wanted === this.#reached) return;
    this.#reached = wanted;
    session.reach = wanted;
  }
  #length = 0;

  protected override draw(study: Study) {
    const { session } = this;
    const { analysis, frame } = session;
    const { depth } = study;
    this.#length = depth.length;
    // One voice tells both, one after the other.
    session.aside = (at) =>
      session.analysis === analysis && at < depth.length
        ? ` Depth-first search: ${depth.sentence(at).text}`
        : '';
    const cursor = Math.min(session.cursor, depth.length - 1);
    const moment = depth.moment(cursor);
    const drawing = this.#drawingOf(analysis);
    const order = depth.leftIds.slice(0, moment.left).reverse();
    const isBehind = session.cursor >= analysis.length;
    return html`
      <p class="intro">
        Kahn's algorithm asks: who waits for nothing? Depth-first search asks: what comes after this
        step, and after that? It walks on to the end, and puts each step in front of the list when
        everything after it is there already. The controls above move both: a step forward is one event of each.
      </p>
      <div class="pairs">
        <section aria-labelledby="kahn">
          <h3 id="kahn">Kahn's algorithm</h3>
          ${drawing && frame ? this.#kahnPicture(drawing) : nothing}
          <p class="sentence">${isBehind ? `Stalled at event ${grouped(analysis.length)}, and stays so.` : frame?.sentence}</p>
          <h4>Order so far</h4>
          ${names(frame?.order ?? new Uint32Array(), analysis, 'end')}
        </section>
        <section aria-labelledby="depth-first">
          <h3 id="depth-first">Depth-first search</h3>
          ${drawing ? this.#depthPicture(drawing, depth, cursor) : nothing}
          <p class="sentence">${told(depth.sentence(cursor), session)}</p>
          <h4>${moment.state === 'cycle' ? 'List, which is no order: there is a cycle' : 'Order so far, the last to turn black first'}</h4>
          ${names(order, analysis, 'start')}
          <p class="soft small legend">
            ${(['white', 'grey', 'black'] as const).map(
              (colour) =>
                html`<span class="state">${stackIcon(colour)} ${colour}: ${legend[colour]}</span>`,
            )}
            <span>The numbers are the events at which a step is found and left.</span>
          </p>
        </section>
      </div>
      <details class="code" @toggle=${this.#toggleCode}>
        <summary>Depth-first search, line by line</summary>
        ${this.isCodeOpen ? html`<code-tabs algorithm="dfs" .session=${session}></code-tabs>` : nothing}
      </details>
      ${this.#stack(depth, cursor)} ${this.#difference(depth)}
      ${claims({ session, ...this.#factsOf(analysis, depth), leaf: depth.times(depth.leftIds[0] ?? 0).left, back: depth.back.length })}
      ${this.#table(depth, cursor)} ${saveTrace(session, 'dfs', 'the search')}
    `;
  }

  readonly #toggleCode = (event: Event): void => {
    this.isCodeOpen = (event.currentTarget as HTMLDetailsElement).open;
  };
  readonly #toggleTable = (event: Event): void => {
    this.isTableOpen = (event.currentTarget as HTMLDetailsElement).open;
  };

  #kahnPicture(drawing: Drawing) {
    const { frame } = this.session;
    if (!frame) return nothing;
    const at = this.session.cursor + 1;
    return pairPicture({
      drawing,
      label: `Kahn's algorithm at event ${at}: ${counted(frame.order.length, 'step')} in the order`,
      box: (step) => {
        const standing: Standing = frame.standing(step);
        const { kind } = standing;
        return { kind, words: wordsOf(standing), about: step === frame.about };
      },
      arrow: (from, to) => {
        if (frame.isNow(from, to)) return { kind: 'now', words: '' };
        return { kind: frame.isOff(from, to) ? 'off' : '', words: from === to ? 'itself' : '' };
      },
    });
  }

  #depthPicture(drawing: Drawing, depth: DepthTrace, cursor: number) {
    const moment = depth.moment(cursor);
    const about = moment.dependent >= 0 ? moment.dependent : moment.step;
    return pairPicture({
      drawing,
      label: `Depth-first search at event ${cursor + 1}: ${counted(moment.discovered - moment.left, 'step')} grey, ${moment.left} black`,
      box: (step) => {
        const kind = depth.colour(cursor, step);
        return { kind, words: this.#wordsOf(depth, cursor, step), about: step === about };
      },
      arrow: (from, to) => {
        const found = depth.classOf(cursor, { from, to });
        // Most are in the tree; the others say what they are.
        const words = found === 'back' ? 'back: a cycle' : found === 'tree' ? '' : (found ?? '');
        return { kind: found ?? '', words };
      },
    });
  }

  /** A step's colour with its discovery and finishing times, as far as they have come. */
  #wordsOf(depth: DepthTrace, cursor: number, step: number): string {
    const { discovered, left } = depth.times(step);
    if (discovered > cursor) return 'white';
    if (left > cursor) return `grey, ${discovered + 1} –`;
    return `black, ${discovered + 1} – ${left + 1}`;
  }

  #stack(depth: DepthTrace, cursor: number) {
    const { analysis } = this.session;
    const cycle = depth.cycleAt(cursor);
    const path = (steps: Uint32Array) =>
      Array.from(steps.slice(0, 40), (step) => clipped(analysis.nameOf(step))).join(' → ') +
      (steps.length > 40 ? ' → …' : '');
    const stack = depth.stack(cursor);
    return html`<dl>
      <dt>Stack</dt>
      <dd><bdi class="mono">${stack.length > 0 ? path(stack) : 'empty'}</bdi></dd>
      ${
        cycle
          ? html`<dt><span class="state cycle">${icon('cycle')} Proof of a cycle</span></dt>
              <dd>
                <bdi class="mono">${path(cycle)}</bdi><br />
                <span class="small">The way down the stack from the grey step to here, and the dependency back to it.</span>
              </dd>`
          : nothing
      }
    </dl>`;
  }

  #difference(depth: DepthTrace) {
    const { analysis } = this.session;
    const kahn = analysis.trace?.orderIds ?? new Uint32Array();
    const search = depth.leftIds.slice().reverse();
    if (depth.back.length > 0) {
      return html`<p>
        On a cycle both fail, and each says so in its own way: Kahn's algorithm keeps
        ${counted(search.length - kahn.length, 'step')} that never come into the queue; the search meets
        ${counted(depth.back.length, 'dependency', 'dependencies')} that ${depth.back.length === 1 ? 'leads' : 'lead'}
        back to a grey step.
      </p>`;
    }
    const place = firstDifference(kahn, search);
    const name = (step: number | undefined) => quoted(analysis.nameOf(step ?? -1));
    return html`<h3>Both orders in the end</h3>
      <dl>
        <dt>Kahn</dt>
        <dd>${this.#whole(kahn, place)}</dd>
        <dt>Search</dt>
        <dd>${this.#whole(search, place)}</dd>
      </dl>
      <p>
        ${
          place < 0
            ? 'Both come to the same order.'
            : html`Both are valid: no dependency is broken. They differ first at place ${place + 1}: the
                queue hands out <bdi>${name(kahn[place])}</bdi>, which has been ready the longest, while the
                search, which lists the last to turn black first, has <bdi>${name(search[place])}</bdi>
                there. Neither of the two depends on the other, so either may come first.`
        }
      </p>`;
  }

  /** An order with the place at which the other one differs. */
  #whole(order: Uint32Array, place: number) {
    const { analysis } = this.session;
    const from = Math.max(0, place - 10);
    const shown = Array.from(order.subarray(from, from + 30), (step, at) => {
      const name = html`<bdi>${clipped(analysis.nameOf(step))}</bdi>`;
      return [at > 0 ? ' → ' : '', from + at === place ? html`<mark>${name}</mark>` : name];
    });
    return html`<span class="mono">${from > 0 ? '… → ' : ''}${shown}${from + 30 < order.length ? ' → …' : ''}</span>`;
  }

  #table(depth: DepthTrace, cursor: number) {
    return html`<details @toggle=${this.#toggleTable}>
      <summary>All of it as a table</summary>
      ${this.isTableOpen ? this.#rows(depth, cursor) : nothing}
    </details>`;
  }

  #rows(depth: DepthTrace, cursor: number) {
    const { analysis, frame } = this.session;
    const { steps } = analysis.definition;
    const shown = steps.slice(0, mostRows);
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Both algorithms, step by step" data-scrolls>
        <table>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Kahn</th>
              <th scope="col">Search</th>
              <th scope="col" class="number">Found at</th>
              <th scope="col" class="number">Left at</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((own, step) => {
              const standing = frame?.standing(step);
              const colour = depth.colour(cursor, step);
              const { discovered, left } = depth.times(step);
              return html`<tr>
                <th scope="row"><bdi class="mono">${clipped(own.name)}</bdi></th>
                <td>${standing && html`<span class="state ${standing.kind}">${icon(standing.kind)} ${wordsOf(standing)}</span>`}</td>
                <td><span class="state">${stackIcon(colour)} ${colour}</span></td>
                <td class="number">${discovered <= cursor ? discovered + 1 : '–'}</td>
                <td class="number">${left <= cursor ? left + 1 : '–'}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      ${
        steps.length > mostRows
          ? html`<p class="soft small">The first ${mostRows} of ${counted(steps.length, 'step')}.</p>`
          : nothing
      }
    `;
  }

  #factsOf(analysis: Analysis, depth: DepthTrace) {
    if (this.#facts?.analysis !== analysis) {
      this.#facts = { analysis, facts: factsOf(analysis, depth) };
    }
    return this.#facts.facts;
  }

  /** Null where it would be too large, and while it is on its way. */
  #drawingOf(analysis: Analysis): Drawing | null {
    if (this.#drawn?.analysis === analysis) return this.#drawn.drawing;
    this.#drawn = { analysis, drawing: null };
    const { steps } = analysis.definition;
    if (steps.length > mostDrawn) return null;
    const sizes = sizesOf(steps.map(({ name }) => name));
    const layout = this.session.layOut(analysis.definition, { sizes, direction: 'down' });
    if (layout instanceof Promise)
      void layout.then(
        (late) => this.#take(analysis, late),
        () => {},
      );
    else this.#take(analysis, layout);
    return this.#drawn.drawing;
  }
  #take(analysis: Analysis, layout: Layout | null): void {
    const places = analysis.definition.steps.map((_, step) => step);
    this.#drawn = { analysis, drawing: layout && drawingOf(layout, places) };
    this.requestUpdate();
  }
}

function factsOf(analysis: Analysis, depth: DepthTrace) {
  const { trace } = analysis;
  if (!trace || analysis.definition.steps.length > mostCounted) {
    return { queue: null, stack: null, cycle: null };
  }
  return { queue: longestQueue(trace), stack: deepestStack(depth), cycle: firstBack(depth) };
}

/** A list that grows at one end: of a long one only that end. */
function names(order: Uint32Array, analysis: Analysis, grows: 'start' | 'end') {
  if (order.length === 0) return html`<p class="soft">empty</p>`;
  const most = 30;
  const more = order.length - most;
  const end = grows === 'start' ? order.slice(0, most) : order.slice(-most);
  const shown = Array.from(end, (step) => clipped(analysis.nameOf(step)));
  return html`<p class="names mono">
    ${more > 0 && grows === 'end' ? `${grouped(more)} more, ` : ''}<bdi>${listed(shown, most)}</bdi>${
      more > 0 && grows === 'start' ? `, ${grouped(more)} more` : ''
    }
  </p>`;
}

customElements.define('depth-panel', DepthPanel);

export const show: Show = (session) => html`<depth-panel .session=${session}></depth-panel>`;
