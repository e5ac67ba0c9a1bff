/** Three hints on a first visit, beside what they speak of: gone when it is done, or when one has had enough of them. */
import { css, html, nothing, type PropertyValues } from 'lit';
import type { Session } from '../../state/session';
import { base, controls } from '../../styles/shared';
import { afterPaint, afterRender } from '../after_render';
import type { RunOrchestrator } from '../run_orchestrator';
import { View } from '../view';
import { placeFor } from './place';
import { hintCount, remember } from './remembered';

/** What it says, what it points at, and what must stay free beside that. */
const hints = [
  [
    'Press Step forward: the algorithm does one thing, and the sentence says why.',
    'transport-bar',
    '.dock',
  ],
  ['Press Break it: a cycle stops the algorithm. Mend it puts things right.', '.breaks', '.breaks'],
  [
    'Make it yours: in the table further down you change the steps.',
    'definition-editor',
    'definition-editor',
  ],
] as const;

class FirstHints extends View {
  static override properties = { ...View.properties, now: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: fixed;
        z-index: 1;
        inset: 0 auto auto 0;
        visibility: hidden;
        width: min(420px, calc(100vw - 24px));
      }
      section {
        padding: var(--s2) var(--s2) 0 var(--s4);
        border: 1px solid var(--accent);
        border-radius: var(--round);
        background: var(--surface);
        box-shadow: 0 2px 10px rgb(0 0 0 / 18%);
      }
      div {
        display: flex;
        align-items: center;
        gap: var(--s1);
      }
      span {
        flex: 1;
      }
      /* Very flat windows have no room for anything that stays. */
      @media (max-height: 419px) {
        :host {
          display: none;
        }
      }
    `,
  ];

  declare page: RunOrchestrator;
  /** The hint shown; none before the first, so that screen readers notice it come. */
  declare now: number;
  first = 0;
  #cursor = 0;
  readonly #move = () => afterRender(() => this.#place());

  override connectedCallback(): void {
    super.connectedCallback();
    this.now = -1;
    this.#cursor = this.session.cursor;
    addEventListener('resize', this.#move);
    addEventListener('scroll', this.#move, { capture: true, passive: true });
    this.#target('definition-editor')?.addEventListener(
      'focusin',
      () => this.now === 2 && this.#end(),
    );
    setTimeout(() => {
      this.now = this.first;
    });
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.#move);
    removeEventListener('scroll', this.#move, { capture: true });
  }
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#isDone(this.session)) this.#show(this.now + 1);
  }
  protected override updated(): void {
    afterPaint(this.#move);
  }

  override render() {
    const [text] = hints[this.now] ?? [];
    return html`<section aria-label="First steps" @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#end()}>
      <p role="status">${text}</p>
      <div>
        <span class="soft small">${this.now + 1} of ${hintCount}</span>
        ${this.now < hintCount - 1 ? html`<button class="quiet" @click=${() => this.#end()}>Skip</button>` : nothing}
        <button class="quiet" @click=${() => this.#show(this.now + 1)}>Got it</button>
      </div>
    </section>`;
  }

  /** The learner has done what the hint speaks of. */
  #isDone({ cursor, store }: Session): boolean {
    if (this.now === 0) return cursor !== this.#cursor;
    return this.now === 1 && store.document.breakage.length > 0;
  }
  #show(next: number): void {
    if (next >= hintCount) {
      this.#end();
      return;
    }
    remember(next);
    this.now = next;
  }
  #end(): void {
    remember(hintCount);
    const hadFocus = this.matches(':focus-within');
    this.remove();
    if (hadFocus)
      this.#target('graph-view')?.shadowRoot?.querySelector<HTMLElement>('.region')?.focus();
  }

  #target(selector: string): HTMLElement | null {
    return this.page.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
  #place(): (() => void) | undefined {
    const hint = hints[this.now];
    const place = hint && placeFor(this, this.#target(hint[1]), this.#target(hint[2]));
    return () => {
      this.style.visibility = place ? 'visible' : '';
      if (place) this.style.transform = `translate(${place.x}px, ${place.y}px)`;
    };
  }
}

export function showHints(page: RunOrchestrator, session: Session, first: number): void {
  customElements.define('first-hints', FirstHints);
  const hints = new FirstHints();
  Object.assign(hints, { page, session, first, slot: 'intro' });
  page.append(hints);
}
