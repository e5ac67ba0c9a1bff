/**
 * What panels and long tables are: views that follow at once while they are in sight, and otherwise when things have come
 * to rest, so that stepping costs nothing for them.
 */
import { View } from '../view';

const rest = 200;

export abstract class PanelView extends View {
  #isSeen = false;
  #seen = () => {};
  readonly #observer = new IntersectionObserver((entries) => {
    this.#isSeen = entries.at(-1)?.isIntersecting ?? false;
    if (this.#isSeen) this.#seen();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#isSeen = false;
  }

  protected override async scheduleUpdate(): Promise<void> {
    let cursor = -1;
    while (this.hasUpdated && !this.#isSeen && cursor !== this.session.cursor) {
      cursor = this.session.cursor;
      await new Promise<void>((resolve) => {
        this.#seen = resolve;
        setTimeout(resolve, rest);
      });
    }
    super.scheduleUpdate();
  }
}
