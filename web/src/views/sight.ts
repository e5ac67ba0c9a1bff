/**
 * Long lists of equally large items: only those in sight, and a few around them, are drawn. The scroller keeps its real
 * length, so scroll bar and keys work as ever; a browser's own search finds only what is drawn, which is what "Find a
 * step" is there for.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { afterRender } from './after_render';

export interface Part {
  from: number;
  to: number;
}

export class Sight implements ReactiveController {
  #scroller: HTMLElement | null = null;
  #count = 0;
  #offset = 0;
  #room = 600;
  #drawn: Part = { from: 0, to: 0 };
  /** The item that was revealed, until somebody scrolls away. */
  #revealed = -1;
  readonly #observer = new ResizeObserver(() => this.#measure());

  /** `size` is a guess; what counts is how large an `item` (a selector) turns out to be. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly axis: 'x' | 'y',
    private size: number,
    private readonly item = '',
  ) {
    host.addController(this);
  }

  /** To be called when the scroller has been drawn; null when there is none. */
  attach(scroller: HTMLElement | null): void {
    if (scroller === this.#scroller) return;
    this.hostDisconnected();
    this.#scroller = scroller;
    this.#offset = 0;
    this.#revealed = -1;
    scroller?.addEventListener('scroll', this.#scrolled, { passive: true });
    if (!scroller) return;
    this.#room = this.#roomOf(scroller);
    this.#observer.observe(scroller);
  }
  hostDisconnected(): void {
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#observer.disconnect();
    this.#scroller = null;
  }

  /** What to draw of so many items. */
  part(count: number): Part {
    this.#count = count;
    this.#drawn = this.#partNow();
    return this.#drawn;
  }
  /** The room that the items before and behind a part would take. */
  before({ from }: Part): number {
    return from * this.size;
  }
  behind({ to }: Part): number {
    return (this.#count - to) * this.size;
  }
  get length(): number {
    return this.#count * this.size;
  }

  /**
   * Scrolls as far as is needed for one of so many items to be in sight. Best called before they are drawn: what is drawn
   * is right then at once.
   */
  reveal(at: number, count = this.#count): void {
    this.#revealed = at;
    const start = at * this.size;
    const end = start + 2 * this.size - this.#room;
    const offset = start < this.#offset ? start : Math.max(this.#offset, end);
    const most = Math.max(0, count * this.size - this.#room);
    this.#scrollTo(Math.min(offset, most));
  }

  #partNow(): Part {
    const around = Math.max(1, Math.ceil(this.#room / this.size / 4));
    const first = Math.floor(Math.min(this.#offset, this.length - this.#room) / this.size);
    // In strides: what is drawn stays the same for as long as it will do.
    const start = first - (first % around);
    const from = Math.max(0, start - around);
    const to = Math.min(this.#count, start + Math.ceil(this.#room / this.size) + 1 + 2 * around);
    return { from, to: Math.max(from, to) };
  }

  #scrollTo(offset: number): void {
    const scroller = this.#scroller;
    if (!scroller || offset === this.#offset) return;
    this.#offset = offset;
    this.#look();
    // In the frame's turn for changes: to scroll makes the browser lay the page out.
    afterRender(() => () => {
      if (this.axis === 'x') scroller.scrollLeft = offset;
      else scroller.scrollTop = offset;
    });
  }
  readonly #scrolled = () => {
    afterRender(() => {
      const scroller = this.#scroller;
      if (!scroller) return undefined;
      const offset = this.axis === 'x' ? scroller.scrollLeft : scroller.scrollTop;
      // Browsers round what they are told.
      if (Math.abs(offset - this.#offset) > 1) this.#revealed = -1;
      this.#offset = offset;
      return () => this.#look();
    });
  };
  // Only when what is in sight comes near the end of what is drawn.
  #look(): void {
    const { from, to } = this.#drawn;
    const first = Math.floor(this.#offset / this.size);
    const last = Math.min(this.#count, Math.ceil((this.#offset + this.#room) / this.size));
    if (first < from || last > to) this.host.requestUpdate();
  }
  #roomOf({ clientWidth, clientHeight }: HTMLElement): number {
    return this.axis === 'x' ? clientWidth : clientHeight;
  }
  #measure(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const room = this.#roomOf(scroller);
    const item = this.item ? scroller.querySelector(this.item)?.getBoundingClientRect() : null;
    const size = item?.height || this.size;
    if (room === this.#room && size === this.size) return;
    this.#room = room;
    this.size = size;
    // By the guess it was somewhere else.
    if (this.#revealed >= 0) this.reveal(this.#revealed);
    this.host.requestUpdate();
  }
}
