/**
 * Which picture belongs to the session now: what of the pipeline is drawn, and where. An edit keeps what was there as it
 * was; stepping through a pipeline that is drawn whole changes nothing here.
 */
import type { Direction, Layout, Orchestrator } from '../../engine/index';
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

export class Arrangement {
  scene: Scene | null = null;
  /** Set while only a part is drawn. */
  isPart = false;
  /** `from` → `to` of all closed paths that a stalled trace has found. */
  cycles: ReadonlyMap<number, ReadonlySet<number>> = new Map();
  #layout: Layout | null = null;
  #now: Wanted | null = null;

  constructor(private readonly engine: Orchestrator) {}

  get drawing(): Drawing | null {
    return this.scene?.drawing ?? null;
  }

  /** Makes another scene where one is needed, and says whether it did. */
  update(wanted: Wanted): boolean {
    const before = this.#now;
    if (before && this.scene && this.#stillGood(before, wanted)) return false;
    this.#now = wanted;
    const { analysis, frame, chosen, direction } = wanted;
    this.isPart = isLarge(analysis);
    const extract = this.isPart
      ? around(analysis, centresOf(analysis, frame, chosen))
      : whole(analysis);
    if (before?.analysis !== analysis) this.cycles = cyclesOf(analysis);
    this.#draw(analysis, extract, direction, this.#previousFor(extract, direction));
    return true;
  }

  /** Forgets where things were: the next update arranges them afresh. */
  tidy(): void {
    this.#layout = null;
    this.#now = null;
  }

  clear(): void {
    this.scene = null;
    this.#now = null;
  }

  #stillGood(before: Wanted, { analysis, frame, chosen, direction }: Wanted): boolean {
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

  #draw(
    analysis: Analysis,
    { steps, definition, folded }: Extract,
    direction: Direction,
    previous: Layout | null,
  ): void {
    const sizes = sizesOf(definition.steps.map(({ name }) => name));
    const layout = this.engine.layout(definition, { direction, previous, sizes });
    if (!layout.ok) {
      this.clear();
      return;
    }
    this.#layout = layout;
    const tell = (step: number) => {
      const own = analysis.definition.steps[step];
      return { name: own?.name ?? '', upstream: own ? dependenciesOf(own) : [] };
    };
    this.scene = new Scene(drawingOf(layout, steps), tell, {
      title: describe(analysis, layout),
      folded,
    });
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
