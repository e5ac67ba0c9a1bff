/** What every component here is: a function of the session, drawn again whenever that changes. */
import { LitElement, type PropertyValues } from 'lit';
import type { Session } from '../state/session';

export abstract class View extends LitElement {
  static override properties: Record<string, object> = { session: { attribute: false } };

  declare session: Session;
  #leave: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.session) this.#join();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#leave = null;
  }
  /** Whether a change matters to it; `moved` when just the cursor has. */
  protected follows(_moved: boolean): boolean {
    return true;
  }
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('session')) this.#join();
  }

  #join(): void {
    this.#leave?.();
    this.#leave = this.session.subscribe((moved) => {
      if (this.follows(moved)) this.requestUpdate();
    });
  }
}

/** Shows nothing of an event, and so stays as it is while the cursor moves. */
export abstract class StillView extends View {
  protected override follows(moved: boolean): boolean {
    return !moved;
  }
}
