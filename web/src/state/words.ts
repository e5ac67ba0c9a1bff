/** Small pieces of text that edits and components share. */

/** "1,234": said often, and to ask for a language's way takes long. */
export function grouped(number: number | bigint): string {
  return number < 1000 ? `${number}` : number.toLocaleString('en');
}

/** "a, b and 3 more" */
export function listed(names: readonly string[], most = 20): string {
  const shown = names.slice(0, most).map(clipped);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${grouped(rest)} more` : shown.join(', ');
}

/** "1 step", "2 steps", "2 dependencies" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A name as it is shown: a very long one only by its two ends. */
export function clipped(name: string): string {
  return name.length <= 120 ? name : `${name.slice(0, 70)}…${name.slice(-40)}`;
}

/** A name within a sentence. */
export function quoted(name: string): string {
  return `'${clipped(name)}'`;
}

/** What is said when a part of the page did not come. */
export const partMissing = 'A part of the page could not be loaded. Reload the page to get it.';
