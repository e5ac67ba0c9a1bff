/** A step's name, typed where it stands. Enter takes it, Escape leaves the old one. */
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { base, controls } from '../../../styles/shared';

const narrowest = 180;

export class RenameField extends LitElement {
  static override properties = {
    name: { attribute: false },
    over: { attribute: false },
    within: { attribute: false },
    problem: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        position: absolute;
        z-index: 1;
        padding: 2px;
        border-radius: var(--round);
        background: var(--surface);
        box-shadow: 0 2px 10px rgb(0 0 0 / 18%);
      }
      input[type='text'] {
        border: 2px solid var(--accent);
        font: var(--strong) 1rem var(--mono);
      }
      p {
        padding: var(--s1);
      }
    `,
  ];

  /** The name as it is. */
  declare name: string;
  /** The step's box on the screen. */
  declare over: Element;
  /** What the field stays within. */
  declare within: Element;
  /** Why what was typed cannot be taken. */
  declare problem: string | null;
  declare check: (name: string) => string | null;
  /** With the name to take, or null to leave the old one, and whether the keyboard has to go somewhere. */
  declare done: (name: string | null, byKey: boolean) => void;
  #isDone = false;

  constructor() {
    super();
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#place();
  }
  protected override firstUpdated(): void {
    this.#input?.select();
    this.#input?.focus({ preventScroll: true });
  }
  protected override updated(changed: PropertyValues): void {
    if (changed.has('problem') && this.problem) this.#input?.focus();
  }

  override render() {
    return html`<input
        type="text"
        aria-label="New name of '${this.name}'"
        aria-invalid=${this.problem ? 'true' : nothing}
        aria-describedby=${this.problem ? 'problem' : nothing}
        autocomplete="off"
        spellcheck="false"
        autocapitalize="off"
        .value=${this.name}
        @keydown=${this.#key}
        @input=${() => {
          this.problem = null;
        }}
        @blur=${this.#left}
      />
      <p id="problem" role="alert" class="complaint" ?hidden=${!this.problem}>${this.problem}</p>`;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.#end(null, true);
    else if (event.key === 'Enter') this.#take();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  #take(): void {
    const typed = this.#input?.value ?? '';
    this.problem = this.check(typed);
    if (this.problem === null) this.#end(typed, true);
  }
  // Whoever goes on elsewhere means what was typed, unless it cannot be.
  readonly #left = (): void => {
    const typed = this.#input?.value ?? '';
    this.#end(this.check(typed) === null ? typed : null, false);
  };
  #end(name: string | null, byKey: boolean): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.done(name, byKey);
  }

  /** Keeps over the box while the picture is scrolled or zoomed. */
  #place(): void {
    if (!this.isConnected) return;
    requestAnimationFrame(() => this.#place());
    const origin = this.offsetParent?.getBoundingClientRect();
    if (!origin) return;
    const box = this.over.getBoundingClientRect();
    const room = this.within.getBoundingClientRect();
    const width = Math.min(Math.max(box.width, narrowest), room.width);
    const kept = (at: number, low: number, high: number) => Math.max(low, Math.min(at, high));
    const left = kept(box.left + (box.width - width) / 2, room.left, room.right - width);
    const top = kept(box.top + 4, room.top, room.bottom - this.offsetHeight);
    this.style.width = `${width}px`;
    this.style.left = `${left - origin.left}px`;
    this.style.top = `${top - origin.top}px`;
  }
}
