/**
 * What views do with places and sizes, once for all of them in a frame: first everything that reads them, then everything
 * that changes them. So the browser lays the page out once, however many views there are.
 */

/** Reads, and gives back what is to be changed. */
type Read = () => (() => unknown) | undefined;

let waiting: Read[] = [];

export function afterRender(read: Read): void {
  if (waiting.length === 0) requestAnimationFrame(run);
  waiting.push(read);
}

/** What may follow when the next frame has been painted: an answer comes first. */
export function afterPaint(act: () => unknown): void {
  requestAnimationFrame(() => setTimeout(act));
}

/** The same as a promise. */
export const painted = () => new Promise<void>((resolve) => afterPaint(resolve));

function run(): void {
  const reads = waiting;
  waiting = [];
  const changes = reads.map((read) => read());
  for (const change of changes) change?.();
}
