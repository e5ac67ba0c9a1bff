/**
 * A pipeline at one of its moments as the end of an address: "#v1." and then JSON, deflated, in base64url. Whoever opens it
 * needs no server for it. Loaded when there is a link to write or to read.
 */
import type { PipelineDefinition } from '../engine/index';
import { shapeProblem } from './shape';

/** What a link shows. */
export interface Linked {
  definition: PipelineDefinition;
  /** What is to be done with it. There is one mode so far; readers take those they do not know for it. */
  mode: string;
  cursor: number;
  /** By which rules it is run; run_rules.ts makes sense of them. */
  rules?: unknown;
}

export type LinkRead = { ok: true; linked: Linked } | { ok: false; problem: string };

/** Characters. Longer links get lost on their way: in mails, chats and course pages. */
export const longestLink = 30_000;
const longestRead = 200_000;
/** Bytes. A link that unfolds into more was made to hurt. */
const mostInflated = 2_000_000;

export async function linkOf(linked: Linked): Promise<string> {
  const { definition, mode, cursor, rules } = linked;
  const text = new TextEncoder().encode(JSON.stringify({ mode, cursor, rules, definition }));
  const bytes = await deflated(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `#v1.${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

export async function readLink(hash: string): Promise<LinkRead> {
  const [, version, packed] = /^#v(\d{1,6})\.(.*)$/s.exec(hash) ?? [];
  if (version === undefined || packed === undefined) {
    return refused('What follows the # in the address is not a pipeline.');
  }
  if (version !== '1') {
    return refused('It was made by a newer version of this page. Reload the page and try again.');
  }
  if (hash.length > longestRead) return refused('It is too long to be one of this page.');
  const text = await unpacked(packed);
  if (text === null) return refused(damaged);
  if (text === 'too much') return refused('What is in it is far too large for a link.');
  return read(text.text);
}

const damaged = 'It is damaged or was cut off on its way. Ask for it again, or for the file.';

function read(text: string): LinkRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(damaged);
  }
  const { definition, mode, cursor, rules } = (value ?? {}) as Partial<
    Record<keyof Linked, unknown>
  >;
  const problem = shapeProblem(definition);
  if (problem !== null) return refused(problem);
  return {
    ok: true,
    linked: {
      definition: definition as PipelineDefinition,
      mode: typeof mode === 'string' ? mode : 'trace',
      cursor: Number.isSafeInteger(cursor) ? Math.max(0, cursor as number) : 0,
      ...(rules ? { rules } : {}),
    },
  };
}

function refused(problem: string): LinkRead {
  return { ok: false, problem };
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Null when it cannot be unpacked. Stops as soon as there is too much of it. */
async function unpacked(packed: string): Promise<{ text: string } | 'too much' | null> {
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'))
      .getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let [text, size] = ['', 0];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode() };
      size += value.length;
      if (size > mostInflated) {
        await reader.cancel();
        return 'too much';
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return null;
  }
}
