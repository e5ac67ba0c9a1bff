/** Between what stands in a text field and what stands in the definition. Nothing typed is ever lost on the way. */

/**
 * A number when the text is exactly how that number is written, otherwise the text itself ("1.", "abc"), which the core
 * then reports. Nothing typed means the field is left out.
 */
export function valueTyped(typed: string): number | string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) && String(number) === text ? number : text;
}

/** What a field shows for a value, whatever a file holds there. */
export function textOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value) ?? '';
}

/** More than one cell: what a field would take in one piece is none of ours. */
export function looksLikeRows(text: string): boolean {
  return /[\t\n\r]/.test(text.trim()) && !/^\s*[{[]/.test(text);
}
