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
  #next: Wanted | null = null;

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
    if (this.#next && this.#isGood(this.#next, wanted)) return;
    if (!this.#next && this.#now && this.scene && this.#isGood(this.#now, wanted)) return;
    const { analysis, frame, chosen, direction } = wanted;
    this.#next = wanted;
    const extract = isLarge(analysis)
      ? around(analysis, centresOf(analysis, frame, chosen))
      : whole(analysis);
    const sizes = sizesOf(extract.definition.steps.map(({ name }) => name));
    const previous = this.#previousFor(extract, direction);
    const layout = this.layOut(extract.definition, { direction, previous, sizes });
    if (layout instanceof Promise) void this.#await(layout, wanted, extract);
    else this.#take(layout, wanted, extract);
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

  async #await(layout: Promise<Layout | null>, wanted: Wanted, extract: Extract): Promise<void> {
    try {
      const arrived = await layout;
      if (this.#next === wanted) this.#take(arrived, wanted, extract);
    } catch {
      // Replaced by a newer one, or cancelled together with something larger: then it is asked for again.
      if (this.#next === wanted) this.#next = null;
    }
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

  #isGood(before: Wanted, { analysis, frame, chosen, direction }: Wanted): boolean {
    if (before.analysis !== analysis || before.direction !== direction) return false;
    if (!isLarge(analysis)) return true;
    if (chosen !== before.chosen) return false;
    return centresOf(analysis, frame, chosen).every((step) => this.scene?.boxOf(step));
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

function cyclesOf(analysis: Analysis): Map<number, Set<number>> {
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
