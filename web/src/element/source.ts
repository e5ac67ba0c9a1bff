/** Where an element's pipeline comes from: a script of JSON inside it, or an address. */
import { type Read, readPipeline } from '../formats/pipeline_file';

/** Null when there is none inside. */
export function readChild(element: Element): Read | null {
  const script = element.querySelector(':scope > script[type="application/json"]');
  if (!script) return null;
  return explained('The pipeline inside this figure could not be read.', script.textContent ?? '');
}

export async function readAddress(src: string, signal: AbortSignal): Promise<Read> {
  const failed = `The pipeline at '${src}' could not be`;
  let text: string;
  try {
    const response = await fetch(new URL(src, document.baseURI), { signal });
    if (!response.ok) {
      return { ok: false, problem: `${failed} loaded: the server answered ${response.status}.` };
    }
    text = await response.text();
  } catch {
    const problem = `${failed} loaded. Look at the address, and whether its server and this page's policy allow it.`;
    return { ok: false, problem };
  }
  return explained(`${failed} read.`, text);
}

/** What a script hands over; a copy, which nobody changes meanwhile. */
export function readValue(value: unknown): Read {
  const failed = 'The pipeline that this figure was given could not be read.';
  try {
    return explained(failed, JSON.stringify(value) ?? '');
  } catch {
    return { ok: false, problem: `${failed} It cannot be written as JSON.` };
  }
}

function explained(failed: string, text: string): Read {
  const read = readPipeline(text);
  return read.ok ? read : { ok: false, problem: `${failed} ${read.problem}` };
}
