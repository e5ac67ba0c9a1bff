/** An order that the learner puts together, and the first dependency that it breaks. */
import { css, html, LitElement, nothing } from 'lit';
import type { Study } from '../../engine/studies';
import type { Analysis } from '../../state/analysis';
import { placeSteps } from '../../state/marks';
import type { Session } from '../../state/session';
import { ordinal } from '../../state/standing';
import { clipped, counted, quoted } from '../../state/words';
import { base, controls } from '../../styles/shared';
import { icon } from '../icons';
import { firstDifference } from './depth_facts';

/** More are not put in order by hand. */
const mostSteps = 100;

/** Drawn again when its panel has another study or order for it; never for a graph that the study is not of. */
export class OwnOrder extends LitElement {
  static override properties = { study: { attribute: false }, placed: { attribute: false } };
  static override styles = [
    base,
    controls,
    css`
      .columns {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s4);
        margin: var(--s2) 0;
      }
      .columns > div {
        flex: 1 1 260px;
        min-width: 0;
      }
      h4 {
        margin: 0 0 var(--s1);
        font-size: var(--small);
      }
      p {
        max-width: 72ch;
        overflow-wrap: anywhere;
      }
      [role='status'] {
        min-height: 4.5em;
        margin-top: var(--s2);
      }
      ol,
      ul {
        margin: 0;
        padding: 0;
        min-height: var(--target);
        list-style: none;
        border: 1px dashed var(--edge);
        border-radius: var(--round);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1);
        padding: var(--s1);
      }
      ul button {
        white-space: normal;
        overflow-wrap: anywhere;
      }
      ol li {
        display: flex;
        align-items: center;
        padding: 0 var(--s1) 0 var(--s3);
        border-bottom: 1px solid var(--rule);
        cursor: grab;
      }
      ol li:last-child {
        border: 0;
      }
      ol bdi {
        flex: 1;
        min-width: 0;
        margin-left: var(--s2);
        overflow-wrap: anywhere;
      }
      .broken {
        box-shadow: inset 4px 0 0 var(--error);
      }
      .complaint {
        display: flex;
        gap: var(--s1);
        align-items: center;
      }
    `,
  ];

  declare session: Session;
  declare study: Study;
  /** The steps placed so far, by name. */
  declare placed: readonly string[];
  #dragged = -1;
  /** What the keyboard goes on from: a step, and which of its buttons. */
  #focus: { step: number; act: string } | null = null;
  /** What was moved last, as long as nothing has been moved since: by undo, say. */
  #moved: { to: readonly string[]; says: string } = { to: [], says: '' };

  /** The same by their places in the definition. */
  get #placed(): number[] {
    const { analysis } = this.session;
    return this.placed.map((name) => analysis.indexOf(name)).filter((step) => step >= 0);
  }

  override render() {
    const { analysis } = this.session;
    const { steps } = analysis.definition;
    if (steps.length > mostSteps) {
      return html`<p class="soft">This pipeline is too long for that: it takes at most ${mostSteps} steps.</p>`;
    }
    const placed = this.#placed;
    const left = [...steps.keys()].filter((step) => !placed.includes(step));
    const broken = this.study.brokenBy(placed);
    return html`
      <p>Press the steps one after the other, or drag them, and see whether a dependency is broken.</p>
      <p role="status">${isSame(this.#moved.to, this.placed) ? this.#moved.says : ''} ${verdict(analysis, placed, broken)}</p>
      <div class="columns" @click=${this.#pressed} @dragstart=${this.#drag} @dragover=${this.#over} @drop=${this.#drop}>
        <div>
          <h4 id="order">Your order</h4>
          <ol aria-labelledby="order">
            ${placed.map((step, at) => this.#row(step, at, placed.length, broken?.to === step))}
          </ol>
        </div>
        <div>
          <h4 id="left">Still to place</h4>
          <ul aria-labelledby="left">
            ${left.map((step) => {
              const name = clipped(analysis.nameOf(step));
              return html`<li draggable="true" data-step=${step}>
                <button data-act="take" aria-label="Put '${name}' next"><bdi class="mono">${name}</bdi></button>
              </li>`;
            })}
          </ul>
        </div>
      </div>
      <button aria-disabled=${placed.length === 0} @click=${() => placed.length > 0 && this.#place([], 'start the order again', 'Nothing is placed.')}>
        Start again
      </button>
    `;
  }

  #row(step: number, at: number, length: number, isBroken: boolean) {
    const name = clipped(this.session.analysis.nameOf(step));
    const button = (act: string, label: string, sign: unknown, disabled = false) =>
      html`<button class="quiet" data-act=${act} aria-label=${label} aria-disabled=${disabled}>${sign}</button>`;
    return html`<li draggable="true" data-step=${step} class=${isBroken ? 'broken' : ''}>
      <span class="soft small">${at + 1}</span> <bdi class="mono">${name}</bdi>
      ${isBroken ? html`<span class="complaint">${icon('error')} too early</span>` : nothing}
      ${button('up', `Move '${name}' up`, '↑', at === 0)}
      ${button('down', `Move '${name}' down`, '↓', at === length - 1)}
      ${button('back', `Take '${name}' back`, icon('remove'))}
    </li>`;
  }

  readonly #pressed = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    const act = button?.dataset['act'];
    if (!button || !act || button.ariaDisabled === 'true') return;
    const step = stepAt(button);
    const placed = this.#placed;
    const at = placed.indexOf(step);
    const to = { up: at - 1, down: at + 1, take: placed.length }[act] ?? -1;
    this.#focus = { step, act };
    if (act === 'take' || act === 'back') {
      // Its button goes, so that the keyboard goes on with the next of its kind.
      const items = [...(button.closest('ol, ul')?.children ?? [])];
      const here = items.findIndex((item) => stepAt(item) === step);
      this.#focus.step = stepAt(items[here + 1] ?? items[here - 1]);
    }
    this.#put(step, to);
  };

  /** `to` is its place then; -1 for none. */
  #put(step: number, to: number): void {
    const rest = this.#placed.filter((one) => one !== step);
    if (to >= 0) rest.splice(to, 0, step);
    const name = quoted(this.session.analysis.nameOf(step));
    this.#place(
      rest,
      to < 0 ? `take ${name} back` : `put ${name} in place ${rest.indexOf(step) + 1}`,
      to < 0 ? `${name} is taken back.` : `${name} is ${ordinal(rest.indexOf(step) + 1)}.`,
    );
  }
  #place(steps: readonly number[], label: string, moved: string): void {
    const { session } = this;
    this.placed = steps.map((step) => session.analysis.nameOf(step));
    this.#moved = { to: this.placed, says: moved };
    session.edit(placeSteps(this.placed, label));
  }

  protected override updated(): void {
    if (!this.#focus) return;
    const { step, act } = this.#focus;
    this.#focus = null;
    const place = this.renderRoot.querySelector(`[data-step='${step}']`);
    const found = place?.querySelector<HTMLElement>(`[data-act='${act}']`);
    // The last of its kind is gone.
    (found ?? this.renderRoot.querySelector('button'))?.focus();
  }

  readonly #drag = (event: DragEvent): void => {
    this.#dragged = stepAt(event.target as Element);
    event.dataTransfer?.setData('text/plain', this.session.analysis.nameOf(this.#dragged));
  };
  /** Files are left to the page. */
  readonly #over = (event: DragEvent): void => {
    if (this.#dragged >= 0) event.preventDefault();
  };
  readonly #drop = (event: DragEvent): void => {
    const step = this.#dragged;
    this.#dragged = -1;
    if (step < 0) return;
    event.preventDefault();
    const target = event.target as Element;
    const placed = this.#placed;
    const at = placed.indexOf(stepAt(target.closest('li')));
    const isBack = target.closest('ul') !== null;
    this.#put(step, isBack ? -1 : at < 0 ? placed.length : at);
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}

function stepAt(element: Element | null | undefined): number {
  return Number(element?.closest<HTMLElement>('[data-step]')?.dataset['step'] ?? -1);
}

function verdict(
  analysis: Analysis,
  placed: readonly number[],
  broken: ReturnType<Study['brokenBy']>,
): string {
  const steps = analysis.definition.steps.length;
  const name = (step: number) => quoted(analysis.nameOf(step));
  if (broken) {
    const { from, to } = broken;
    if (from === to) return `${name(to)} waits for itself, so there is no place for it.`;
    const where = placed.indexOf(from);
    return `But ${name(to)}, at place ${placed.indexOf(to) + 1}, waits for ${name(from)}, which ${
      where < 0 ? 'is not placed yet' : `comes only at place ${where + 1}`
    }. The rule: a step comes after everything it depends on.`;
  }
  if (placed.length === 0) return '';
  if (placed.length < steps) {
    return `Nothing is broken so far. ${counted(steps - placed.length, 'step')} to go.`;
  }
  const place = firstDifference(placed, analysis.trace?.orderIds ?? []);
  return `A valid order: every step comes after all it depends on. ${
    place < 0
      ? 'It is the one that the trace gives.'
      : `It differs from the trace's first at place ${place + 1}, and is as good.`
  }`;
}
