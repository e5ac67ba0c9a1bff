/** What pointer and keyboard do in the picture beyond looking at it. */
import type { Box } from '../drawing';
import { foldAt, stepAt } from '../places';
import type { Scene } from '../scene';
import type { Editing } from './editing';
import { Layer } from './layer';
import { Nearest } from './nearest';

/** What ends nearer to its start was no drawing; in the drawing's own units. */
const drawSlop = 30;
export interface Hold {
  region: HTMLElement;
  scene: Scene;
  direction: 'right' | 'down';
  editing: Editing;
  nameOf(step: number): string;
  /** Whether the key meant something; `step` is where the keyboard is. */
  key(key: string, step: number | null): boolean;
}

export class Hands {
  readonly layer: Layer;
  readonly #hold: Hold;
  readonly #nearest: Nearest;
  readonly #listening = new AbortController();
  #drawnFrom: Box | null = null;
  /** So many of the last clicks were at no step. */
  #onGround = 0;

  constructor(hold: Hold) {
    this.#hold = hold;
    const { region, scene, direction } = hold;
    this.layer = new Layer(scene, direction);
    this.#nearest = new Nearest(this.layer.svg);
    const { svg } = scene;
    const { handle } = this.layer;
    // On the picture itself: what the region does with the same event comes after it.
    this.#on(svg, 'click', (event) => this.#click(event));
    this.#on(svg, 'keydown', (event) => this.#key(event));
    this.#on(svg, 'pointermove', (event) => this.#hover(event));
    this.#on(svg, 'pointerleave', () => this.showHandle());
    this.#on(region, 'keydown', (event) => event.target === region && this.#key(event));
    this.#on(region, 'pointerdown', (event) => this.#countGround(event));
    this.#on(region, 'dblclick', (event) => this.#twice(event));
    this.#on(handle, 'pointerdown', (event) => this.#begin(event));
    this.#on(handle, 'pointermove', (event) => this.#draw(event));
    this.#on(handle, 'pointerup', (event) => this.#end(event));
    this.#on(handle, 'pointercancel', () => this.#cancel());
  }
  #on<K extends keyof GlobalEventHandlersEventMap>(
    target: HTMLElement | SVGElement,
    type: K,
    act: (event: GlobalEventHandlersEventMap[K]) => void,
  ): void {
    const { signal } = this.#listening;
    target.addEventListener(type, act as EventListener, { signal });
  }

  leave(): void {
    this.#listening.abort();
    this.layer.svg.remove();
  }
  /** At the step under the pointer, or else at the chosen one. */
  showHandle(step = this.#hold.editing.session.chosen): void {
    if (this.#drawnFrom) return;
    const { scene, editing } = this.#hold;
    this.layer.showHandle(editing.connecting === null ? scene.boxOf(step ?? -1) : null);
  }

  #click(event: MouseEvent): void {
    const { editing, nameOf, region, scene } = this.#hold;
    const step = stepAt(event.target);
    if (this.#isHandle(event.target)) event.stopPropagation();
    else if (foldAt(event.target) !== null) return;
    else if (editing.connecting !== null) {
      event.stopPropagation();
      if (step === null) return;
      scene.buttonOf(step)?.focus({ preventScroll: true });
      editing.connectTo(nameOf(step));
    } else if (step === null) {
      const found = this.#dependencyAt(event);
      editing.pick(found && { from: nameOf(found.from), to: nameOf(found.to) });
      if (!found) return;
      event.stopPropagation();
      region.focus({ preventScroll: true });
    }
  }

  /** Twice on the ground adds a step, twice on a step renames it. */
  #twice(event: MouseEvent): void {
    const { editing, nameOf } = this.#hold;
    const { target } = event;
    const step = stepAt(target);
    if (editing.connecting !== null || this.#isHandle(target) || foldAt(target) !== null) return;
    if (step !== null) editing.rename(nameOf(step));
    else if (this.#onGround > 1 && !this.#dependencyAt(event)) editing.add();
  }
  // Where the first of two clicks moves the picture, the second one may hit the ground.
  #countGround({ target }: PointerEvent): void {
    const isGround = stepAt(target) === null && foldAt(target) === null;
    this.#onGround = isGround ? this.#onGround + 1 : 0;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (foldAt(event.target) !== null && event.key !== 'Escape') return;
    if (this.#hold.key(event.key, stepAt(event.target))) event.preventDefault();
  }

  #hover(event: PointerEvent): void {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
    const step = stepAt(event.target);
    if (step !== null) this.showHandle(step);
    const isGround =
      event.target === this.#hold.scene.svg && this.#hold.editing.connecting === null;
    const found = isGround && this.#dependencyAt(event) !== null;
    this.#hold.scene.svg.classList.toggle('at-dependency', found);
  }

  #begin(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#drawnFrom = this.layer.handleOf;
    // The region would be dragged along.
    event.stopPropagation();
    event.preventDefault();
    this.layer.handle.setPointerCapture(event.pointerId);
  }
  #draw(event: PointerEvent): void {
    if (!this.#drawnFrom) return;
    event.stopPropagation();
    const point = this.#pointAt(event);
    this.layer.showDrawn(this.#drawnFrom, point);
    this.layer.showSubject(this.#boxAt(point));
  }
  #end(event: PointerEvent): void {
    const from = this.#drawnFrom;
    const point = this.#pointAt(event);
    const to = this.#boxAt(point);
    this.#cancel();
    if (!from || !to) return;
    const { x, y } = this.layer.outletOf(from);
    if (Math.hypot(point.x - x, point.y - y) < drawSlop) return;
    const { editing, nameOf } = this.#hold;
    editing.join({ from: nameOf(from.step), to: nameOf(to.step) });
  }
  #cancel(): void {
    this.#drawnFrom = null;
    this.layer.showDrawn(null);
    this.layer.showSubject(null);
  }

  #boxAt({ x, y }: DOMPoint): Box | null {
    const isWithin = (box: Box) =>
      x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    return this.#hold.scene.drawing.boxes.find(isWithin) ?? null;
  }
  #dependencyAt(event: MouseEvent) {
    const { drawing, svg } = this.#hold.scene;
    return this.#nearest.at(drawing, this.#pointAt(event), svg.getScreenCTM()?.a ?? 1);
  }
  #pointAt({ clientX, clientY }: MouseEvent): DOMPoint {
    const matrix = this.#hold.scene.svg.getScreenCTM()?.inverse();
    return new DOMPoint(clientX, clientY).matrixTransform(matrix);
  }
  #isHandle(target: EventTarget | null): boolean {
    return target instanceof Node && this.layer.handle.contains(target);
  }
}
