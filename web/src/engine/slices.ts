/** Long work of the page's own thread, cut so small that frames come in between. */

/** Well within a frame, which has other things to do too. */
const slice = 8;

/** Takes a generator to its end; false from `wanted` ends it early. `at` is told the number of pauses so far. */
export async function inSlices<Result>(
  work: Generator<void, Result>,
  at: (pauses: number) => void,
  wanted: () => boolean,
): Promise<Result | null> {
  let pauses = 0;
  let until = performance.now() + slice;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    pauses += 1;
    if (performance.now() < until) continue;
    at(pauses);
    await breath();
    if (!wanted()) return null;
    until = performance.now() + slice;
  }
}

/** Lets the page draw and listen. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
