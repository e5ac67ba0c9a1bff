/** All of the drawing in a corner, with a frame round what is on the screen. A click or a drag goes there. */
import type { Frame } from '../../state/frame';
import type { Drawing } from './drawing';
import { make, write } from './svg';
import type { Rect, Size } from './viewport';

const most: Size = { width: 144, height: 72 };
/** Between it and the edges of the picture, in pixels; beside it as well. */
const air = 16;

export class Minimap {
  readonly svg: SVGSVGElement;
  readonly #marks: { step: number; mark: SVGRectElement; now: string }[];
  readonly #window: SVGRectElement;
  readonly #size: Size;

  constructor(
    readonly drawing: Drawing,
    goTo: (x: number, y: number) => void,
  ) {
    const { width, height } = drawing;
    const scale = Math.min(most.width / width, most.height / height);
    // The keyboard has its own ways through the picture.
    this.svg = make('svg', { class: 'minimap', 'aria-hidden': 'true' });
    this.#size = { width: Math.round(width * scale), height: Math.round(height * scale) };
    this.svg.setAttribute('width', String(this.#size.width));
    this.svg.setAttribute('height', String(this.#size.height));
    this.svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.svg.setAttribute('preserveAspectRatio', 'none');
    make('rect', { class: 'ground', width, height }, this.svg);
    // By themselves, lest the browser looks at all of them whenever the window moves.
    const marks = make('g', {}, this.svg);
    this.#marks = drawing.boxes.map((box) => {
      // What is smaller than a pixel would vanish.
      const size = {
        width: Math.max(box.width, 2 / scale),
        height: Math.max(box.height, 2 / scale),
      };
      return {
        step: box.step,
        mark: make('rect', { x: box.x, y: box.y, ...size }, marks),
        now: '',
      };
    });
    this.#window = make('rect', { class: 'window' }, this.svg);
    const go = (event: PointerEvent) => {
      if (event.buttons !== 1) return;
      event.stopPropagation();
      const { left, top } = this.svg.getBoundingClientRect();
      goTo((event.clientX - left) / scale, (event.clientY - top) / scale);
    };
    this.svg.addEventListener('pointerdown', go);
    this.svg.addEventListener('pointermove', go);
  }

  showStates(frame: Frame): void {
    for (const drawn of this.#marks) {
      const { kind } = frame.standing(drawn.step);
      if (kind === drawn.now) continue;
      drawn.now = kind;
      drawn.mark.setAttribute('class', kind);
    }
  }

  /** It is in the picture's lower right corner; in the upper one while the box that ends here would be under it. */
  makeWay(room: Size, { x, y }: { x: number; y: number }): void {
    const { width, height } = this.#size;
    const isUnder = x > room.width - width - 2 * air && y > room.height - height - 2 * air;
    this.svg.style.bottom = isUnder ? `${room.height - height - air}px` : '';
  }

  /** The part of the drawing that is on the screen. */
  showWindow(shown: Rect): void {
    for (const [name, value] of Object.entries(shown)) write(this.#window, name, value);
  }
}
