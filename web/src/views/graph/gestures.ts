/** Drag, two fingers and wheel, as moves of the picture. */

export interface Moves {
  pan(dx: number, dy: number): void;
  /** Around a point of the region. */
  zoom(factor: number, x: number, y: number): void;
  /** Whether one finger scrolls the page instead, because there is nothing of the picture to move that way. */
  leavesTouch(): boolean;
  done(): void;
}

/** Less than this is a click by an unsteady hand. */
const clickSlop = 5;
const wheelStep = 0.0018;

interface Finger {
  x: number;
  y: number;
}

export class Gestures {
  readonly #region: HTMLElement;
  readonly #moves: Moves;
  readonly #fingers = new Map<number, Finger>();
  #travelled = 0;

  constructor(region: HTMLElement, moves: Moves) {
    this.#region = region;
    this.#moves = moves;
    region.addEventListener('pointerdown', (event) => this.#down(event));
    region.addEventListener('pointermove', (event) => this.#move(event));
    region.addEventListener('pointerup', (event) => this.#up(event));
    region.addEventListener('pointercancel', (event) => this.#up(event));
    region.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    // What ends a drag is no click on what lies under the pointer.
    region.addEventListener('click', (event) => this.#swallow(event), { capture: true });
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.#fingers.size === 0) this.#travelled = 0;
    this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  #move(event: PointerEvent): void {
    const finger = this.#fingers.get(event.pointerId);
    if (!finger) return;
    const before = this.#span();
    const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y];
    finger.x = event.clientX;
    finger.y = event.clientY;
    this.#travelled += Math.hypot(dx, dy);
    if (this.#travelled < clickSlop) return;
    if (!this.#region.hasPointerCapture(event.pointerId)) {
      this.#region.setPointerCapture(event.pointerId);
    }
    if (this.#fingers.size === 1) {
      if (event.pointerType !== 'touch' || !this.#moves.leavesTouch()) this.#moves.pan(dx, dy);
      return;
    }
    const after = this.#span();
    this.#moves.pan(after.x - before.x, after.y - before.y);
    const { left, top } = this.#region.getBoundingClientRect();
    if (before.length > 0) {
      this.#moves.zoom(after.length / before.length, after.x - left, after.y - top);
    }
  }

  #up(event: PointerEvent): void {
    if (this.#fingers.delete(event.pointerId) && this.#fingers.size === 0) this.#moves.done();
  }

  #swallow(event: MouseEvent): void {
    if (this.#travelled < clickSlop) return;
    this.#travelled = 0;
    event.stopPropagation();
    event.preventDefault();
  }

  /** The wheel zooms once the picture was clicked or entered, and with Ctrl always; otherwise it scrolls the page. */
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
    this.#moves.done();
  }

  /** The middle of all fingers, and how far the first two are apart. */
  #span(): { x: number; y: number; length: number } {
    const [a, b] = [...this.#fingers.values()];
    if (!a) return { x: 0, y: 0, length: 0 };
    if (!b) return { ...a, length: 0 };
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, length: Math.hypot(a.x - b.x, a.y - b.y) };
  }
}
