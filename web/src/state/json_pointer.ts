/** JSON pointers (RFC 6901) as diagnostics use them: reading a value, and changing it in a copy that shares the rest. */

/** "/steps/2/max~1retries" as ["steps", "2", "max/retries"]. */
export function keysOf(pointer: string): string[] {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer of a field or an item within what another pointer leads to. */
export function pointerTo(owner: string, key: string | number): string {
  return `${owner}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

type Tree = Record<string, unknown>;

export function valueAt(whole: unknown, pointer: string): unknown {
  let value = whole;
  for (const key of keysOf(pointer)) value = ownField(value, key);
  return value;
}

function ownField(value: unknown, key: string): unknown {
  const owns = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return owns ? (value as Tree)[key] : undefined;
}

/** `undefined` takes the field or the item away. What leads nowhere changes nothing. */
export function withValueAt<Whole>(whole: Whole, pointer: string, value: unknown): Whole {
  return withChange(whole, keysOf(pointer), (owner, key) => {
    if (Array.isArray(owner)) {
      return value === undefined ? owner.toSpliced(Number(key), 1) : owner.with(Number(key), value);
    }
    if (value !== undefined) return { ...owner, [key]: value };
    const { [key]: _gone, ...rest } = owner;
    return rest;
  });
}

/** Gives a field another name, and another value if need be; it keeps its place among the others. */
export function withFieldRenamed<Whole>(
  whole: Whole,
  pointer: string,
  name: string,
  value: unknown,
): Whole {
  return withChange(whole, keysOf(pointer), (owner, key) =>
    Object.fromEntries(
      Object.entries(owner).map((field) => (field[0] === key ? [name, value] : field)),
    ),
  );
}

function withChange<Whole>(
  whole: Whole,
  keys: readonly string[],
  change: (owner: Tree, key: string) => unknown,
): Whole {
  const [key, ...rest] = keys;
  if (key === undefined || typeof whole !== 'object' || whole === null) return whole;
  if (rest.length === 0) return change(whole as Tree, key) as Whole;
  const inner = ownField(whole, key);
  const changed = withChange(inner, rest, change);
  if (changed === inner) return whole;
  if (Array.isArray(whole)) return whole.with(Number(key), changed) as Whole;
  return { ...whole, [key]: changed };
}
