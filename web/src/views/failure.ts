/** Why the core is not there, and what can be done. Loaded when it happens. */
import { html, nothing } from 'lit';
import type { Store } from '../state/store';
import { savePipeline } from './save_pipeline';

/** `store` has the learner's work of an earlier visit; null when there is none. */
export function failureTemplate(error: unknown, store: Store | null) {
  return html`<p>The algorithm's core (a WebAssembly file) could not be loaded, so nothing can be traced. ${why(error)}</p>
    ${
      store
        ? html`<p>
            Your pipeline is still kept in this browser.
            <button class="link" @click=${() => savePipeline({ store })}>Download your work</button>
          </p>`
        : nothing
    }`;
}

function why(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (!('WebAssembly' in globalThis) || !globalThis.WebAssembly) {
    return 'This browser has no WebAssembly, or its strictest security mode has switched it off: allow it for this page, or open the page in another browser.';
  }
  if (/unsafe-eval|disallowed|Content Security Policy/i.test(reason)) {
    return "A security policy forbids WebAssembly here: whoever runs this site has to allow 'wasm-unsafe-eval'.";
  }
  if (/CompileError|magic word|Aborted/.test(reason)) {
    return `It arrived damaged: reload the page to fetch it again. (${reason})`;
  }
  return `It could not be fetched: check the connection, then reload the page. (${reason})`;
}
