/** Keeps the keyboard where it was in the picture, although every edit draws the picture anew. */
import { stepAt } from '../places';

export class KeptFocus {
  /** The step that has the keyboard, or is to have it as soon as it is drawn. */
  #step: string | null = null;
  #region: HTMLElement | null = null;
  #buttonOf: (step: string) => SVGElement | null = () => null;
  #nameOf: (step: number) => string = () => '';

  /** Called with every new drawing. */
  meet(
    region: HTMLElement,
    buttonOf: (step: string) => SVGElement | null,
    nameOf: (step: number) => string,
  ): void {
    this.#buttonOf = buttonOf;
    this.#nameOf = nameOf;
    if (region !== this.#region) {
      this.#region = region;
      region.addEventListener('focusin', ({ target }) => this.#note(target));
      region.addEventListener('focusout', ({ target }) => {
        // What has left the page has lost the keyboard without anybody wanting it.
        queueMicrotask(() => {
          const isThere = target instanceof Node && target.isConnected;
          if (isThere && !region.matches(':focus-within')) this.#step = null;
        });
      });
    }
    if (this.#step !== null && (isLost() || region.matches(':focus'))) this.to(this.#step);
  }

  /** To a step, as soon as it is drawn; to the picture until then, or for none. */
  to(step: string | null): void {
    const button = step === null ? null : this.#buttonOf(step);
    (button ?? this.#region)?.focus({ preventScroll: true });
    this.#step = step;
  }

  #note(target: EventTarget | null): void {
    const step = stepAt(target);
    this.#step = step === null ? null : this.#nameOf(step);
  }
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
