/** Between the plain objects of a layout and the rows of numbers in which they cross, as wasm/bindings.cpp has them. */
import type {
  Direction,
  Layout,
  LayoutDependency,
  LayoutOptions,
  LayoutStep,
  Point,
} from './types.js';

/** Anything may be passed from JavaScript: what is read here may be missing or of another kind. */
type Loose<T> = { [Key in keyof T]?: unknown } | null | undefined;

const usual = { width: 140, height: 60 };
/** What is larger is no drawing; and far from where sums of numbers lose their digits. */
const most = 100_000;
const farthest = 1e9;

export function directionOf({ direction = 'right' }: LayoutOptions): Direction {
  if (direction === 'right' || direction === 'down') return direction;
  throw new TypeError(`The direction is 'right' or 'down', not '${direction}'.`);
}

/** For each step of what may be a definition: width, height, and where it was along its tier (or NaN) and in which. */
export function boxesFor(
  definition: unknown,
  { sizes, previous }: LayoutOptions,
  direction: Direction,
): Float64Array {
  const steps: unknown = (definition as Loose<{ steps: unknown }>)?.steps;
  if (!Array.isArray(steps)) return new Float64Array();
  const earlier = earlierSteps(previous);
  const along = (previous?.direction ?? direction) === 'down' ? 'x' : 'y';
  const byName = sizes as Record<string, Loose<LayoutStep>> | null | undefined;
  const boxes = new Float64Array(steps.length * 4);
  for (let i = 0; i < steps.length; i++) {
    const name = (steps[i] as Loose<LayoutStep>)?.name as string;
    const size = Array.isArray(sizes) ? (sizes[i] as Loose<LayoutStep>) : byName?.[name];
    const before = earlier.get(name);
    boxes[i * 4] = extent(size?.width, usual.width);
    boxes[i * 4 + 1] = extent(size?.height, usual.height);
    boxes[i * 4 + 2] = before ? (before[along] as number) : Number.NaN;
    boxes[i * 4 + 3] = before ? (before.tier as number) : 0;
  }
  return boxes;
}

function extent(value: unknown, unlessGiven: number): number {
  return typeof value === 'number' && value > 0 && value < Number.POSITIVE_INFINITY
    ? Math.min(value, most)
    : unlessGiven;
}

/** By name: the steps of what may be an earlier answer. */
function earlierSteps(previous: unknown): Map<unknown, { [Key in keyof LayoutStep]?: unknown }> {
  const steps: unknown = (previous as Loose<Layout>)?.steps;
  const sound = Array.isArray(steps) ? (steps as Loose<LayoutStep>[]).filter(isStep) : [];
  return new Map(sound.map((step) => [step.name, step]));
}

function isStep(step: Loose<LayoutStep>): step is NonNullable<Loose<LayoutStep>> {
  const { x, y, tier } = step ?? {};
  const isPlace = (value: unknown) => typeof value === 'number' && Math.abs(value) <= farthest;
  return (
    isPlace(x) && isPlace(y) && Number.isInteger(tier) && (tier as number) >= 0 && isPlace(tier)
  );
}

export function layoutOf(numbers: Float64Array, names: string[], direction: Direction): Layout {
  let place = 0;
  const next = () => numbers[place++] as number;
  const point = (): Point => ({ x: next(), y: next() });
  const name = () => names[next()] as string;
  const width = next();
  const height = next();
  const steps = names.map(
    (name): LayoutStep => ({
      name,
      x: next(),
      y: next(),
      width: next(),
      height: next(),
      tier: next(),
    }),
  );
  const dependencies: LayoutDependency[] = [];
  while (place < numbers.length) {
    const [from, to, reversed] = [name(), name(), next() === 1];
    dependencies.push({ from, to, reversed, points: Array.from({ length: next() }, point) });
  }
  return { ok: true, direction, steps, dependencies, width, height };
}
