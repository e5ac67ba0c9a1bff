/** A value as a JSON text for people: what fits in a line stands in one. */

const width = 80;

/** Throws a RangeError when it is nested too deep. */
export function formatJson(value: unknown): string {
  return broken(value, '');
}

function laidOut(value: unknown, indent: string, before: number): string {
  const flat = inOneLine(value);
  return indent.length + before + flat.length <= width ? flat : broken(value, indent);
}

function broken(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => inner + laidOut(item, inner, 1));
    return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return inOneLine(value);
  const fields = fieldsOf(value).map(([key, field]) => {
    const name = `${JSON.stringify(key)}: `;
    // A pipeline's steps stand below one another, however few they are.
    const below = indent === '' && key === 'steps';
    return `${inner}${name}${below ? broken(field, inner) : laidOut(field, inner, name.length + 1)}`;
  });
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
}

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = fieldsOf(value).map(
    ([key, field]) => `${JSON.stringify(key)}: ${inOneLine(field)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function fieldsOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}
