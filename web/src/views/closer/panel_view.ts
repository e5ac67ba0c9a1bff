/** What every panel is: a view that is left as it was while nobody can see it, so that stepping costs nothing for it. */
import { View } from '../view';

export abstract class PanelView extends View {
  #isInSight = true;
  readonly #observer = new IntersectionObserver(
    (entries) => {
      this.#isInSight = entries.at(-1)?.isIntersecting ?? true;
      if (this.#isInSight) this.requestUpdate();
    },
    // A little ahead, so that it is right when it comes into sight.
    { rootMargin: '50%' },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#isInSight = true;
  }
  protected override shouldUpdate(): boolean {
    return this.#isInSight || !this.hasUpdated;
  }
}
