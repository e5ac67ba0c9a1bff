/** What the thread of a page does, task by task, from the browser's own trace. */
import type { Browser, Page } from 'playwright-core';

export interface Task {
  /** Milliseconds from its beginning to its end. */
  wall: number;
  /** Milliseconds at work, without the time in which other programs had the processor. */
  cpu: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** All tasks during an act, those with most work first. */
export async function tasksOf(page: Page, act: () => Promise<void>): Promise<Task[]> {
  const browser = page.context().browser() as Browser;
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline'],
  });
  let trace: Buffer;
  try {
    await act();
    await page.waitForTimeout(100);
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(
      ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && threads.has(`${pid} ${tid}`),
    )
    .map(({ dur = 0, tdur = dur }) => ({
      wall: Math.round(dur / 1000),
      cpu: Math.round(tdur / 1000),
    }))
    .sort((a, b) => b.cpu - a.cpu);
}
