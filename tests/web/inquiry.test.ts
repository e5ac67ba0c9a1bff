import { expect, test, vi } from 'vitest';
import { loadOrchestrator, loadStudies } from '../../wasm/module/index';
import type { PipelineDefinition } from '../../wasm/module/types';
import { LargeWork } from '../../web/src/engine/large_work';
import type { Port } from '../../web/src/engine/protocol';
import { openPipeline } from '../../web/src/state/edits';
import { Inquiry } from '../../web/src/state/inquiry';
import { Session } from '../../web/src/state/session';
import { Store } from '../../web/src/state/store';
import { StudyDesk } from '../../web/src/state/study_desk';
import { nearbyWorker, studyWasm, wasm } from './nearby_worker';

const engine = await loadOrchestrator({ wasmBinary: wasm() });
const studies = await loadStudies({ wasmBinary: studyWasm() });

/** So many steps that wait for none, and a ring behind them where that is wanted. */
function pipeline(free: number, ring = 0): PipelineDefinition {
  const alone = Array.from({ length: free }, (_, at) => ({ name: `free ${at}` }));
  const round = Array.from({ length: ring }, (_, at) => ({
    name: `ring ${at}`,
    depends_on: [`ring ${(at + ring - 1) % ring}`],
  }));
  return { steps: [...alone, ...round] };
}

async function deskFor(definition: PipelineDefinition, open = () => nearbyWorker()) {
  const deliver = async () => ({ port: open(), wasm: wasm() });
  const store = new Store({
    document: { definition, breakage: [] },
    cursor: 0,
    speed: 1,
    theme: 'system',
  });
  const work = async () => new LargeWork(engine, deliver);
  const session = new Session(engine, store, work);
  await vi.waitFor(() => expect(session.preparing).toBeNull());
  const load = async () => studies;
  const desk = new StudyDesk(session, load, work, async () => studyWasm());
  await desk.opened();
  return { session, desk };
}

const answered = (inquiry: { state: string }) =>
  vi.waitFor(() => expect(inquiry.state).toBe('answered'));

test('what takes no longer than a blink is answered at once', async () => {
  const asked: string[] = [];
  const { desk } = await deskFor(pipeline(4), () => nearbyWorker(asked));
  const changed = vi.fn();
  expect(new Inquiry(desk, 'orders', changed).ask()).toMatchObject({ count: '24', exact: true });
  expect(new Inquiry(desk, 'shape', changed).ask()?.depth).toBe(1);
  expect(asked).toEqual([]);
  expect(changed).not.toHaveBeenCalled();
});

test('what may take longer is asked beside the page, once for each pipeline', async () => {
  const asked: string[] = [];
  const { session, desk } = await deskFor(pipeline(13), () => nearbyWorker(asked));
  const changed = vi.fn();
  const inquiry = new Inquiry(desk, 'orders', changed);
  expect(inquiry.ask()).toBeNull();
  expect(inquiry.ask()).toBeNull();
  expect(inquiry.state).toBe('asking');
  await answered(inquiry);
  expect(inquiry.ask()?.count).toBe('6227020800');
  expect(changed).toHaveBeenCalledTimes(1);
  session.edit(openPipeline(pipeline(14)));
  await desk.opened();
  expect(inquiry.ask()).toBeNull();
  await answered(inquiry);
  expect(inquiry.ask()?.count).toBe('87178291200');
  expect(asked).toEqual(['open', 'orders', 'orders']);
});

test('mends come with their sentences, which name the steps', async () => {
  const { desk } = await deskFor(pipeline(1, 13));
  const inquiry = new Inquiry(desk, 'mends', () => {});
  inquiry.ask();
  await answered(inquiry);
  const mends = inquiry.ask();
  expect(mends?.all).toEqual([{ from: 13, to: 1 }]);
  expect(mends?.sentences[0]?.text).toBe('Removing 1 dependency opens every cycle.');
  const [knot] = mends?.knots ?? [];
  expect(knot?.sentences[0]?.text).toMatch(/^13 steps wait for each other, among them 'ring 0', /);
  expect(knot?.mends[0]?.sentences.map(({ code }) => code)).toEqual(['mend.other', 'frees.some']);
});

test('of a large pipeline all questions are asked beside the page, with the graph that is there', async () => {
  const asked: string[] = [];
  const { session, desk } = await deskFor(pipeline(1), () => nearbyWorker(asked));
  session.open(openPipeline(pipeline(6000)));
  await vi.waitFor(() => expect(session.preparing).toBeNull());
  expect(session.analysis.graph).not.toBeNull();
  await desk.opened();
  const shape = new Inquiry(desk, 'shape', () => {});
  const ties = new Inquiry(desk, 'ties', () => {});
  expect([shape.ask(), ties.ask()]).toEqual([null, null]);
  await answered(shape);
  await answered(ties);
  expect(shape.ask()).toMatchObject({ depth: 1, width: 6000 });
  expect(ties.ask()?.map(({ length }) => length)).toEqual([6000, 6000, 6000, 6000]);
  // By name 'free 10' comes before 'free 2'.
  expect([...(ties.ask()?.[2]?.subarray(0, 3) ?? [])]).toEqual([0, 1, 10]);
});

test('a cancelled question can be asked again, and another one comes through', async () => {
  let workers = 0;
  const { desk } = await deskFor(pipeline(13), () => {
    workers += 1;
    return nearbyWorker();
  });
  const orders = new Inquiry(desk, 'orders', () => {});
  const mends = new Inquiry(desk, 'mends', () => {});
  orders.ask();
  mends.ask();
  orders.cancel();
  expect(orders.state).toBe('cancelled');
  expect(orders.ask()).toBeNull();
  await answered(mends);
  expect(orders.state).toBe('cancelled');
  orders.again();
  await answered(orders);
  expect(orders.ask()?.count).toBe('6227020800');
  expect(workers).toBeLessThanOrEqual(2);
});

test('without a worker the page answers by itself', async () => {
  const { desk } = await deskFor(pipeline(13), () => {
    throw new Error('no worker here');
  });
  const inquiry = new Inquiry(desk, 'orders', () => {});
  expect(inquiry.ask()).toBeNull();
  await answered(inquiry);
  expect(inquiry.ask()?.count).toBe('6227020800');
  const dying = await deskFor(pipeline(13), () => {
    const port: Port = nearbyWorker();
    port.postMessage = () => setTimeout(() => port.onerror?.({ message: 'out of memory' }));
    return port;
  });
  const second = new Inquiry(dying.desk, 'orders', () => {});
  second.ask();
  await answered(second);
});

test('what somebody else asks anew does not go round in circles', async () => {
  const { desk } = await deskFor(pipeline(13));
  const first = new Inquiry(desk, 'orders', () => {});
  const second = new Inquiry(desk, 'orders', () => {});
  first.ask();
  second.ask();
  await answered(second);
  expect(first.state).toBe('cancelled');
});
