/** The built module, as another page or program gets it; not its sources. */
import { readFileSync } from 'node:fs';
import type * as Module from '../../wasm/module/index.js';

const built = new URL('../../dist/module/index.js', import.meta.url).href;

export const { loadOrchestrator, loadStudies, studyOf } = (await import(
  /* @vite-ignore */ built
)) as typeof Module;

export const orchestrator = await loadOrchestrator();

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** Names in, steps out: `steps('a', 'b < a')` are a and b, which depends on a. */
export function pipeline(...steps: string[]) {
  return {
    steps: steps.map((text) => {
      const [name = '', dependencies] = text.split(' < ');
      return { name, depends_on: dependencies ? dependencies.split(' ') : [] };
    }),
  };
}

export const diamond = pipeline('a', 'b < a', 'c < a', 'd < b c');
export const twoStepCycle = pipeline('a < b', 'b < a', 'c < b');
