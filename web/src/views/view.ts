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
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('session')) this.#join();
  }

  #join(): void {
    this.#leave?.();
    this.#leave = this.session.subscribe(() => this.requestUpdate());
  }
}
