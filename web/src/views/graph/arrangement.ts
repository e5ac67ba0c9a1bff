/**
 * Which picture belongs to the session now: what of the pipeline is drawn, and where. An edit keeps what was there as it
 * was; stepping through a pipeline that is drawn whole changes nothing here.
 */
import type { Direction, Layout, LayoutOptions, PipelineDefinition } from '../../engine/index';
import type { Analysis } from '../../state/analysis';
import { dependenciesOf } from '../../state/document';
import type { Frame } from '../../state/frame';
import { describe } from './description';
import { type Drawing, drawingOf, sizesOf } from './drawing';
import { around, centresOf, type Extract, isLarge, whole } from './extract';
import { Scene } from './scene';

export interface Wanted {
  analysis: Analysis;
  frame: Frame;
  chosen: number | null;
  direction: Direction;
}

interface Pending extends Wanted {
  centres: readonly number[];
}

type LayOut = (
  definition: PipelineDefinition,
  options: LayoutOptions,
) => Layout | null | Promise<Layout | null>;

export class Arrangement {
  scene: Scene | null = null;
  /** Set while only a part is drawn. */
  isPart = false;
  /** `from` → `to` of all closed paths that a stalled trace has found. */
  cycles: ReadonlyMap<number, ReadonlySet<number>> = new Map();
  #layout: Layout | null = null;
  /** What the scene shows. */
  #now: Wanted | null = null;
  /** What is being laid out. */
  #next: Pending | null = null;

  /** `arrived` is called when a layout that took a while is there. */
  constructor(
    private readonly layOut: LayOut,
    private readonly arrived: () => void,
  ) {}

  get drawing(): Drawing | null {
    return this.scene?.drawing ?? null;
  }

  /** Whether the scene is one of this analysis, and not still of the one before. */
  shows(analysis: Analysis): boolean {
    return this.scene !== null && this.#now?.analysis === analysis;
  }

  /** Makes another scene where one is needed, or has it made. */
  update(wanted: Wanted): void {
    const { analysis, frame, chosen, direction } = wanted;
    const centres = isLarge(analysis) ? centresOf(analysis, frame, chosen) : [];
    if (this.#next ? isSame(this.#next, wanted, centres) : this.#isGood(wanted, centres)) return;
    this.#next = { ...wanted, centres };
    const extract = isLarge(analysis) ? around(analysis, centres) : whole(analysis);
    const sizes = sizesOf(extract.definition.steps.map(({ name }) => name));
    const previous = this.#previousFor(extract, direction);
    const layout = this.layOut(extract.definition, { direction, previous, sizes });
    if (layout instanceof Promise) void this.#await(layout, this.#next, extract);
    else this.#take(layout, this.#next, extract);
  }

  /** Forgets where things were: the next update arranges them afresh. */
  tidy(): void {
    this.#layout = null;
    this.#now = null;
    this.#next = null;
  }

  clear(): void {
    this.scene = null;
    this.#now = null;
    this.#next = null;
  }

  async #await(layout: Promise<Layout | null>, wanted: Pending, extract: Extract): Promise<void> {
    // Replaced by a newer one, or cancelled together with something larger: then it is asked for again.
    const arrived = await layout.catch(() => undefined);
    if (this.#next !== wanted) return;
    if (arrived === undefined) this.#next = null;
    else this.#take(arrived, wanted, extract);
    this.arrived();
  }

  #take(layout: Layout | null, wanted: Wanted, { steps, folded }: Extract): void {
    const { analysis } = wanted;
    this.#next = null;
    if (!layout) {
      this.clear();
      return;
    }
    if (this.#now?.analysis !== analysis) this.cycles = cyclesOf(analysis);
    this.#now = wanted;
    this.#layout = layout;
    this.isPart = isLarge(analysis);
    const tell = (step: number) => {
      const own = analysis.definition.steps[step];
      return { name: own?.name ?? '', upstream: own ? dependenciesOf(own) : [] };
    };
    const title = describe(analysis, layout);
    this.scene = new Scene(drawingOf(layout, steps), tell, { title, folded });
  }

  // A part is good for as long as it has what one looks at.
  #isGood({ analysis, chosen, direction }: Wanted, centres: readonly number[]): boolean {
    const now = this.#now;
    if (!this.scene || now?.analysis !== analysis || now.direction !== direction) return false;
    if (!isLarge(analysis)) return true;
    return now.chosen === chosen && centres.every((step) => this.scene?.boxOf(step));
  }

  // Another pipeline is arranged afresh; an edit of this one leaves most names.
  #previousFor({ definition }: Extract, direction: Direction): Layout | null {
    const layout = this.#layout;
    if (layout?.direction !== direction) return null;
    const names = new Set(definition.steps.map(({ name }) => name));
    const left = layout.steps.filter(({ name }) => names.has(name)).length;
    return left * 3 >= Math.min(names.size, layout.steps.length) ? layout : null;
  }
}

function isSame(pending: Pending, wanted: Wanted, centres: readonly number[]): boolean {
  return (
    pending.analysis === wanted.analysis &&
    pending.direction === wanted.direction &&
    pending.centres.join() === centres.join()
  );
}

export function cyclesOf(analysis: Analysis): Map<number, Set<number>> {
  const cycles = new Map<number, Set<number>>();
  for (const path of analysis.stall?.cycles ?? []) {
    const steps = path.map((name) => analysis.indexOf(name));
    steps.slice(1).forEach((to, at) => {
      const from = steps[at] ?? -1;
      const next = cycles.get(from) ?? new Set<number>();
      cycles.set(from, next.add(to));
    });
  }
  return cycles;
}
