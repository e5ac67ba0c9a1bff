/**
 * What lists, tables and panels are: views that follow when the picture and its sentence have been painted, which answer
 * first. While an event comes with every frame they follow at a few of them, and out of sight when things have come to
 * rest.
 */
import { painted } from './after_render';
import { View } from './view';

const rest = 200;
/** So many frames are waited for at most. */
const most = 6;

export abstract class PanelView extends View {
  #isSeen = false;
  #drawn = -1;
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
    if (this.hasUpdated) await (this.#isSeen ? this.#painted() : this.#rested());
    super.scheduleUpdate();
    this.#drawn = this.session.cursor;
  }

  async #painted(): Promise<void> {
    const { session } = this;
    let cursor = this.#drawn;
    for (let frame = 0; frame < most && cursor !== session.cursor; frame += 1) {
      cursor = session.cursor;
      await painted();
    }
  }
  async #rested(): Promise<void> {
    let cursor = -1;
    while (!this.#isSeen && cursor !== this.session.cursor) {
      cursor = this.session.cursor;
      await new Promise<void>((resolve) => {
        this.#seen = resolve;
        setTimeout(resolve, rest);
      });
    }
  }
}
