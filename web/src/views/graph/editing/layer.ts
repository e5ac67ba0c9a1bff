/** What editing draws over the picture: the dependency that is looked at, a handle to draw new ones from, and those. */
import { css } from 'lit';
import type { Box } from '../drawing';
import type { Scene } from '../scene';
import { make } from '../svg';

export const layerStyles = css`
  .editing {
    overflow: visible;
    pointer-events: none;
  }
  .editing * {
    fill: none;
    stroke: var(--accent);
    stroke-width: 3;
  }
  .editing .measure {
    stroke: none;
  }
  .editing .picked {
    stroke-width: 6;
    stroke-linecap: round;
  }
  .editing .subject {
    stroke-dasharray: 4 4;
  }
  .editing .handle {
    cursor: crosshair;
    pointer-events: all;
    touch-action: none;
  }
  /* Beside the step, which is to be hit as before. */
  .editing .reach {
    r: 16px;
    cx: 15px;
    stroke: none;
  }
  .editing .knob {
    fill: var(--surface);
    stroke-width: 2;
  }
  .editing .tip {
    stroke-width: 2;
  }
  .connecting [data-step] {
    cursor: crosshair;
  }
  .at-dependency {
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .editing .reach {
      r: 26px;
      cx: 25px;
    }
  }
`;

export class Layer {
  readonly handle: SVGGElement;
  /** The step that has the handle. */
  handleOf: Box | null = null;
  /** Not a group: a saved picture leaves it out. */
  readonly svg: SVGSVGElement;
  readonly #picked: SVGPathElement;
  readonly #drawn: SVGPathElement;
  readonly #subject: SVGRectElement;
  #pickedLine: string | null = null;
  #subjectOf: Box | null = null;

  constructor(
    scene: Scene,
    private readonly direction: 'right' | 'down',
  ) {
    this.svg = make('svg', { class: 'editing', 'aria-hidden': 'true' }, scene.svg);
    this.#picked = make('path', { class: 'picked' }, this.svg);
    this.#subject = make('rect', { class: 'subject', rx: 13 }, this.svg);
    this.#subject.style.display = 'none';
    this.#drawn = make('path', {}, this.svg);
    this.handle = make('g', { class: 'handle' }, this.svg);
    make('title', {}, this.handle).textContent = 'Drag to the step that is to depend on it';
    make('circle', { class: 'reach' }, this.handle);
    make('circle', { class: 'knob', cx: 6, r: 9 }, this.handle);
    make('path', { class: 'tip', d: 'M1.5 0h9M6.5-4l4 4-4 4' }, this.handle);
    this.showHandle(null);
  }

  showPicked(line: string | null): void {
    if (line === this.#pickedLine) return;
    this.#pickedLine = line;
    this.#picked.setAttribute('d', line ?? '');
  }
  /** A frame round the step whose dependencies are being chosen. */
  showSubject(box: Box | null): void {
    if (box === this.#subjectOf) return;
    this.#subjectOf = box;
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    const around = { x: x - 6, y: y - 6, width: width + 12, height: height + 12 };
    for (const [name, value] of Object.entries(around)) {
      this.#subject.setAttribute(name, String(value));
    }
    this.#subject.style.display = box ? '' : 'none';
  }
  showHandle(box: Box | null): void {
    this.handleOf = box;
    this.handle.style.display = box ? '' : 'none';
    if (!box) return;
    const { x, y } = this.outletOf(box);
    const turned = this.direction === 'down' ? ' rotate(90)' : '';
    this.handle.setAttribute('transform', `translate(${x} ${y})${turned}`);
  }
  /** Where a step's dependents hang on it. */
  outletOf({ x, y, width, height }: Box): { x: number; y: number } {
    return this.direction === 'down'
      ? { x: x + width / 2, y: y + height }
      : { x: x + width, y: y + height / 2 };
  }
  showDrawn(from: Box | null, to?: DOMPoint): void {
    const start = from && this.outletOf(from);
    this.#drawn.setAttribute('d', start && to ? `M${start.x} ${start.y}L${to.x} ${to.y}` : '');
  }
}
