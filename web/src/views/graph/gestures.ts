/**
 * What the region of the picture does beyond scrolling, which is the browser's part: drag with the mouse, two fingers and
 * the wheel to zoom.
 */

export interface Moves {
  pan(dx: number, dy: number): void;
  /** Around a point of the region. */
  zoom(factor: number, x: number, y: number): void;
}

/** Less than this is a click by an unsteady hand. */
const clickSlop = 5;
const wheelStep = 0.0018;

/** The middle of two fingers in the region, and how far they are apart. */
interface Span {
  x: number;
  y: number;
  length: number;
}

export class Gestures {
  readonly #region: HTMLElement;
  readonly #moves: Moves;
  #held: { x: number; y: number } | null = null;
  #travelled = 0;
  #span: Span | null = null;

  constructor(region: HTMLElement, moves: Moves) {
    this.#region = region;
    this.#moves = moves;
    region.addEventListener('pointerdown', (event) => this.#down(event));
    region.addEventListener('pointermove', (event) => this.#move(event));
    region.addEventListener('pointerup', () => this.#release());
    region.addEventListener('pointercancel', () => this.#release());
    region.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    region.addEventListener('touchstart', (event) => this.#touch(event), { passive: true });
    region.addEventListener('touchmove', (event) => this.#pinch(event), { passive: false });
    region.addEventListener('touchend', (event) => this.#touch(event));
    // What ends a drag is no click on what lies under the pointer.
    region.addEventListener('click', (event) => this.#swallow(event), { capture: true });
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    this.#travelled = 0;
    this.#held = { x: event.clientX, y: event.clientY };
  }

  #move(event: PointerEvent): void {
    const held = this.#held;
    if (!held) return;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    this.#travelled += Math.hypot(dx, dy);
    if (this.#travelled < clickSlop) return;
    this.#held = { x: event.clientX, y: event.clientY };
    this.#region.setPointerCapture(event.pointerId);
    this.#moves.pan(dx, dy);
  }

  #release(): void {
    this.#held = null;
  }

  #swallow(event: MouseEvent): void {
    if (this.#travelled < clickSlop) return;
    this.#travelled = 0;
    event.stopPropagation();
    event.preventDefault();
  }

  #touch({ touches }: TouchEvent): void {
    this.#span = this.#spanOf(touches);
  }

  #pinch(event: TouchEvent): void {
    const before = this.#span;
    const span = this.#spanOf(event.touches);
    if (!before || !span) return;
    event.preventDefault();
    this.#span = span;
    if (before.length === 0) return;
    this.#moves.pan(span.x - before.x, span.y - before.y);
    this.#moves.zoom(span.length / before.length, span.x, span.y);
  }

  #spanOf([a, b]: TouchList): Span | null {
    if (!a || !b) return null;
    const { left, top } = this.#region.getBoundingClientRect();
    return {
      x: (a.clientX + b.clientX) / 2 - left,
      y: (a.clientY + b.clientY) / 2 - top,
      length: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    };
  }

  /** The wheel zooms once the picture was clicked or entered, and with Ctrl always; otherwise it scrolls. */
  #wheel(event: WheelEvent): void {
    const entered = this.#region.matches(':focus-within');
    if (!entered && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.#region.getBoundingClientRect();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    // A pinch on a touchpad arrives as a wheel with Ctrl, in smaller steps.
    const speed = event.ctrlKey && Math.abs(event.deltaY) < 40 ? 4 : 1;
    const factor = Math.exp(-event.deltaY * lines * wheelStep * speed);
    this.#moves.zoom(factor, event.clientX - left, event.clientY - top);
  }
}
