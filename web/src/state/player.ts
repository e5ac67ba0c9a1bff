/** Plays a trace event by event. */

/** Milliseconds between two events at speed 1: enough to read a sentence. */
export const beat = 1600;

export interface Playable {
  /** Goes to the next event; false when there is none. */
  forward(): boolean;
  speed(): number;
  changed(): void;
}

export class Player {
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly film: Playable) {}

  get playing(): boolean {
    return this.#timer !== null;
  }
  /** The first event comes at once, so that the button is seen to work, unless one was shown just now. */
  play(atOnce = true): void {
    if (this.playing) return;
    if (atOnce) {
      this.#advance();
    } else {
      this.#wait();
      this.film.changed();
    }
  }
  pause(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.film.changed();
  }
  /** Lets a new speed count at once, not only after the pause that is under way. */
  speedChanged(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#wait();
  }

  #advance(): void {
    this.#timer = null;
    if (this.film.forward()) this.#wait();
    this.film.changed();
  }
  #wait(): void {
    this.#timer = setTimeout(() => this.#advance(), beat / this.film.speed());
  }
}
