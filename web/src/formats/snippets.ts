/** Pieces of HTML that bring a pipeline into another page. */
import type { PipelineDefinition } from '../engine/index';

export interface Shown {
  definition: PipelineDefinition;
  cursor: number;
  /** The page's own address, without what follows the #. */
  page: string;
  /** What follows the # in the link to this moment. */
  hash: string;
}

/** A larger one is better had from a file. */
const longestInside = 20_000;

export function elementSnippet({ definition, cursor, page }: Shown): string {
  const script = `<script src="${attribute(beside(page, 'kahn-trace.js'))}" defer></script>`;
  const start = cursor > 0 ? ` cursor="${cursor}"` : '';
  // Nothing in it may end the script around it.
  const json = JSON.stringify(definition, null, 2).replaceAll('<', '\\u003c');
  if (json.length > longestInside) {
    return `${script}\n<kahn-trace src="pipeline.json"${start}></kahn-trace>`;
  }
  return `${script}
<kahn-trace${start}>
<script type="application/json">
${json}
</script>
</kahn-trace>`;
}

export function frameSnippet({ definition, page, hash }: Shown): string {
  const { name } = definition as { name?: unknown };
  const title = typeof name === 'string' && name ? `Trace of ${name}` : 'Trace of a pipeline';
  const address = new URL(page);
  address.search = 'embed';
  return `<iframe
  src="${attribute(address.href + hash)}"
  title="${attribute(title)}"
  width="100%" height="720" loading="lazy" allow="clipboard-write"
></iframe>`;
}

/** A page that was opened from a file has no address for others; the script is to lie beside theirs. */
function beside(page: string, file: string): string {
  const { protocol } = new URL(page);
  return protocol === 'file:' ? file : new URL(file, page).href;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
