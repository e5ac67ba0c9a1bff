/**
 * The picture as SVG. It is made once for a drawing; an event changes only what differs, so that a frame is quick however
 * much is drawn.
 */
import type { Frame } from '../../state/frame';
import { type Standing, wordsOf } from '../../state/standing';
import { clipped, counted, grouped, listed } from '../../state/words';
import { stateIconAt } from '../icons';
import { Culling } from './culling';
import type { Arrow, Box, Drawing } from './drawing';
import { make, write } from './svg';
import type { Rect, Size } from './viewport';

/** What the scene is to show of a drawing. */
export interface Shown {
  frame: Frame;
  chosen: number | null;
  /** For each step: bit 1 upstream of the chosen one, bit 2 downstream. Null when nothing else is to step back. */
  relatives: Uint8Array | null;
  /** The closed paths on which a stalled trace has found its steps: `from` → `to` by their places in the definition. */
  cycles: ReadonlyMap<number, ReadonlySet<number>>;
}

/** A step's name and the names of what it depends on. */
export interface Told {
  name: string;
  upstream: readonly string[];
}

/** What is not drawn of a large pipeline, by the step's place in the definition. */
export type Folded = ReadonlyMap<number, { dependencies: number; dependents: number }>;

const upstreamBit = 1;
const downstreamBit = 2;

interface DrawnBox {
  box: Box;
  group: SVGGElement;
  button: SVGRectElement;
  face: SVGGElement;
  name: string;
  /** Where it stands in the graph, in words: the end of its name for screen readers. */
  place: string;
  icon: SVGPathElement;
  words: Text;
  degree: Text;
  badge: SVGRectElement;
  now: Standing & { counts: string; degree: number; relation: string; about: string };
}
interface DrawnArrow {
  arrow: Arrow;
  group: SVGGElement;
  parts: readonly Element[];
  now: { state: string; cycle: string; relation: string };
}

export class Scene {
  readonly svg: SVGSVGElement;
  readonly token: SVGCircleElement;
  readonly #boxes: DrawnBox[];
  readonly #byStep = new Map<number, DrawnBox>();
  readonly #arrows: DrawnArrow[];
  readonly #culling: Culling;

  constructor(
    readonly drawing: Drawing,
    tell: (step: number) => Told,
    { title, folded }: { title: string; folded: Folded },
  ) {
    const { width, height } = drawing;
    this.svg = make('svg', { class: 'picture', role: 'group', 'aria-label': title, width, height });
    this.svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const arrows = make('g', { 'aria-hidden': 'true' }, this.svg);
    this.#arrows = drawing.arrows.map((arrow, at) =>
      drawArrow(arrow, drawing, blockOf(arrows, at)),
    );
    const boxes = make('g', {}, this.svg);
    this.#boxes = drawing.boxes.map((box, at) => drawBox(box, tell(box.step), blockOf(boxes, at)));
    for (const drawn of this.#boxes) this.#byStep.set(drawn.box.step, drawn);
    for (const [step, hidden] of folded) {
      const drawn = this.#byStep.get(step);
      if (drawn) drawFolds(drawn.box, hidden, drawn.name, boxes);
    }
    this.#culling = new Culling([
      ...this.#boxes.map(({ box, group, face }) => ({ bounds: box, group, elements: [face] })),
      ...this.#arrows.map(({ arrow, group, parts }) => ({
        bounds: arrow.bounds,
        group,
        elements: parts,
      })),
    ]);
    this.token = make('circle', { class: 'token', r: 7, 'aria-hidden': 'true' }, this.svg);
  }

  boxOf(step: number): Box | null {
    return this.#byStep.get(step)?.box ?? null;
  }
  /** What takes the keyboard for a step. */
  buttonOf(step: number): SVGRectElement | null {
    return this.#byStep.get(step)?.button ?? null;
  }
  /** The dependency's line as it is drawn; null when it is not. */
  lineOf(from: number, to: number): string | null {
    const found = this.#arrows.find(({ arrow }) => arrow.from === from && arrow.to === to);
    return found?.arrow.line ?? null;
  }
  /** The one step that Tab leads to. */
  makeStop(step: number): void {
    for (const { box, button } of this.#boxes) {
      const stop = box.step === step ? '0' : '-1';
      if (button.getAttribute('tabindex') !== stop) button.setAttribute('tabindex', stop);
    }
  }

  /** Draws what is seen, and what is near it. */
  cull(seen: Rect): void {
    this.#culling.show(seen);
  }

  show(shown: Shown): void {
    for (const drawn of this.#boxes) showBox(drawn, shown);
    for (const drawn of this.#arrows) showArrow(drawn, shown);
  }
}

/** A browser looks at all children of a group when one of them changes, so large groups are divided. */
const blockSize = 32;
function blockOf(group: SVGElement, at: number): Element {
  return (at % blockSize && group.lastElementChild) || make('g', {}, group);
}

function say(text: Text, words: string): void {
  if (text.data !== words) text.data = words;
}

function showBox(drawn: DrawnBox, { frame, chosen, relatives }: Shown): void {
  const { step } = drawn.box;
  const standing = frame.standing(step);
  const degree = frame.inDegree(step);
  const counts = frame.attempts ? 'waits for' : 'in-degree';
  const relation = relationOf(step, chosen, relatives);
  const about = frame.about === step ? 'about' : '';
  const { now } = drawn;
  if (
    now.kind === standing.kind &&
    now.place === standing.place &&
    now.words === standing.words &&
    now.counts === counts &&
    now.degree === degree &&
    now.relation === relation &&
    now.about === about
  ) {
    return;
  }
  drawn.now = { ...standing, counts, degree, relation, about };
  write(drawn.group, 'class', `box ${standing.kind} ${relation} ${about}`);
  write(drawn.button, 'aria-pressed', `${step === chosen}`);
  const words = wordsOf(standing);
  say(drawn.words, words);
  // The icon and the words stand in the box's middle together; to measure them would cost a layout at every event.
  const { x, y, width: length } = drawn.box;
  const left = x + length / 2 - widthOfWords(words) / 2 - 10;
  write(drawn.icon, 'd', stateIconAt(standing.kind, left, y + 35));
  say(drawn.degree, `${degree}`);
  const width = Math.max(22, 10 + drawn.degree.length * 8);
  write(drawn.badge, 'width', width);
  write(drawn.badge, 'x', x + 6 - width / 2);
  write(drawn.button, 'aria-label', `${drawn.name}: ${words}, ${counts} ${degree}${drawn.place}`);
}

/** About as wide as they are in 12 px type: some letters are half as wide as the others, and some half as wide again. */
const widthOfWords = (words: string) =>
  4.3 * words.length + 3 * words.replace(/[fijlrt ,.]/g, '').replace(/[mw]/g, 'mm').length;

function showArrow(drawn: DrawnArrow, { frame, chosen, relatives, cycles }: Shown): void {
  const { from, to, kind } = drawn.arrow;
  const state = frame.isNow(from, to) ? 'now' : frame.isOff(from, to) ? 'off' : 'counting';
  const cycle = frame.stalled && cycles.get(from)?.has(to) ? 'on-cycle' : '';
  const relation = arrowRelation(from, to, chosen, relatives);
  const { now } = drawn;
  if (now.state === state && now.cycle === cycle && now.relation === relation) return;
  drawn.now = { state, cycle, relation };
  drawn.group.setAttribute('class', `arrow ${kind} ${state} ${cycle} ${relation}`);
}

function relationOf(step: number, chosen: number | null, relatives: Uint8Array | null): string {
  if (step === chosen) return 'chosen';
  if (chosen === null || !relatives) return '';
  const bits = relatives[step] ?? 0;
  if (bits & upstreamBit) return 'upstream';
  return bits & downstreamBit ? 'downstream' : 'apart';
}

// A dependency belongs to the chosen step when both its ends lie upstream, or both downstream, that step included.
function arrowRelation(
  from: number,
  to: number,
  chosen: number | null,
  relatives: Uint8Array | null,
): string {
  if (chosen === null || !relatives) return '';
  const within = (step: number, bit: number) =>
    step === chosen || ((relatives[step] ?? 0) & bit) !== 0;
  if (within(from, upstreamBit) && within(to, upstreamBit)) return 'upstream';
  return within(from, downstreamBit) && within(to, downstreamBit) ? 'downstream' : 'apart';
}

/** From so many pixels on a line is not dashed: a browser lays every dash of it, however little of it is seen. */
const longLine = 3000;

function drawArrow(arrow: Arrow, drawing: Size, parent: Element): DrawnArrow {
  const group = make('g', {}, parent);
  const { width, height } = arrow.bounds;
  const line = Math.max(width, height) > longLine ? 'line long' : 'line';
  make('path', { class: line, d: arrow.line }, group);
  make('path', { class: 'head', d: arrow.head }, group);
  const words = wordsOn(arrow);
  if (words) {
    const { x, y, upright } = arrow.middle;
    // A loop may be shorter than its words, and these are not to be cut off.
    const half = words.length * 3.7;
    const within = (middle: number, room: number) => Math.max(half, Math.min(middle, room - half));
    const place = upright
      ? `translate(${x} ${within(y, drawing.height)}) rotate(-90)`
      : `translate(${within(x, drawing.width)} ${y})`;
    make('text', { class: 'label', transform: place, y: 4 }, group).textContent = words;
  }
  return { arrow, group, parts: [...group.children], now: { state: '', cycle: '', relation: '' } };
}

function wordsOn({ kind, times }: Arrow): string {
  if (kind === 'self') return 'depends on itself';
  if (kind === 'back') return 'closes a cycle';
  return times > 1 ? `${times}×` : '';
}

// What is written on a button stands beside it, not in it: its name says the same in better words.
function drawBox(box: Box, { name, upstream }: Told, parent: Element): DrawnBox {
  const { step, x, y, width, height } = box;
  const group = make('g', { 'data-step': step }, parent);
  if (box.label !== name) group.setAttribute('data-whole', clipped(name));
  const button = make('rect', { class: 'body', role: 'button', x, y, width, height, rx: 9 }, group);
  const face = make('g', { class: 'face', 'aria-hidden': 'true' }, group);
  const middle = x + width / 2;
  make('text', { class: 'name', x: middle, y: y + 25 }, face).textContent = box.label;
  const icon = make('path', { class: 'mark' }, face);
  const words = new Text();
  const degree = new Text();
  make('text', { class: 'words', x: middle + 9, y: y + 47 }, face).append(words);
  const badge = make('rect', { class: 'badge', y: y - 10, height: 22, rx: 11 }, face);
  make('text', { class: 'degree', x: x + 6, y: y + 5.5 }, face).append(degree);
  const depends = upstream.length > 0 ? `, depends on ${listed(upstream, 5)}` : '';
  const now = { kind: '' as never, place: 0, counts: '', degree: 0, relation: '', about: '' };
  const told = { name: clipped(name), place: `, tier ${box.tier + 1}${depends}` };
  return { box, group, button, face, ...told, icon, words, degree, badge, now };
}

/** Pills that say how much of a step's surroundings is folded away; each leads there. */
function drawFolds(
  box: Box,
  hidden: { dependencies: number; dependents: number },
  name: string,
  parent: SVGElement,
): void {
  const pill = (count: number, end: 'upstream' | 'downstream') => {
    if (count === 0) return;
    const text = `+${grouped(count)}`;
    const width = 16 + text.length * 7;
    const x = end === 'upstream' ? box.x - width + 14 : box.x + box.width - 14;
    const y = box.y + box.height - 9;
    const group = make('g', { class: 'fold', 'data-fold': box.step }, parent);
    const place = { x, y, width, height: 20, rx: 10 };
    const button = make('rect', { role: 'button', tabindex: -1, ...place }, group);
    const what =
      end === 'upstream'
        ? counted(count, 'dependency', 'dependencies')
        : counted(count, 'dependent');
    button.setAttribute('aria-label', `Go to ${name}: ${what} more`);
    const label = make('text', { x: x + width / 2, y: y + 14, 'aria-hidden': 'true' }, group);
    label.textContent = text;
  };
  pill(hidden.dependencies, 'upstream');
  pill(hidden.dependents, 'downstream');
}
