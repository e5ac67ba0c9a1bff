/** The worker without a thread of its own, and what it is opened with. */
import { readFileSync } from 'node:fs';
import type { Ask, Port, Told } from '../../web/src/engine/protocol';
import { StudyTasks } from '../../web/src/engine/study_tasks';
import { Tasks } from '../../web/src/engine/worker_tasks';

const bytesOf = (name: string) =>
  readFileSync(new URL(`../../wasm/module/generated/${name}.wasm`, import.meta.url));
const [core, study, run] = [bytesOf('core'), bytesOf('study'), bytesOf('run')];

/** Fresh each time: it may be given away. */
export const wasm = () => new Uint8Array(core).buffer;
export const studyWasm = () => new Uint8Array(study);
export const runWasm = () => new Uint8Array(run);

/** The worker's tasks behind a port, in this very thread; what crosses is copied as it would be between threads. */
export function nearbyWorker(asked: string[] = []): Port {
  let dead = false;
  const port: Port = {
    onmessage: null,
    onerror: null,
    postMessage(ask: Ask, transfer) {
      asked.push(ask.kind === 'study' ? ask.about : ask.kind);
      const data = structuredClone(ask, { transfer });
      setTimeout(() => dead || tasks.handle(data));
    },
    terminate() {
      dead = true;
    },
  };
  const studies = new StudyTasks();
  const tasks = new Tasks(
    (told: Told, transfer) => {
      const data = structuredClone(told, { transfer });
      setTimeout(() => dead || port.onmessage?.({ data }));
    },
    (ask) => studies.answer(ask),
  );
  return port;
}
