/** Sentences as the core has them, in parts. */
import type { PlainExports, PlainWasm } from './plain_wasm.js';
import type { Param, Sentence } from './study_types.js';

/** How many values cross for each sentence: those of `struct Sentence` in core/sentence.h. */
const valuesEach = 10;
/** The kinds of parameters by the sign before their names there. */
const kinds = { '': 'step', '*': 'steps', '#': 'number', '@': 'event' } as const;

/** The sentences of the last answer: code, words and English of each as texts, and its values. */
export function sentencesOf(core: PlainWasm<PlainExports>): Sentence[] {
  const texts = core.texts();
  const values = core.numbers();
  return Array.from({ length: texts.length / 3 }, (_, i) => {
    const [code, words, text] = texts.slice(3 * i) as [string, string, string];
    return sentence(code, words, text, values.subarray(valuesEach * i));
  });
}

function sentence(code: string, words: string, text: string, values: Float64Array): Sentence {
  const params: Record<string, Param> = {};
  let next = 0;
  const template = words.replace(/\{([*#@]?)(\w+)\}/g, (_, sign: keyof typeof kinds, name) => {
    const kind = kinds[sign];
    const value = values[next++] as number;
    if (kind === 'steps') {
      params[name] = { kind, value: Array.from(values.subarray(next, next + value)) };
      next += value;
    } else {
      params[name] = { kind, value };
    }
    return `{${name}}`;
  });
  return { code, template, params, text };
}
