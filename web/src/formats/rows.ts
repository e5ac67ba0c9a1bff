/** Rows copied from a spreadsheet, one step a row: cells between tabs, commas or semicolons, with or without a heading. */

export const columns = ['name', 'depends_on', 'max_retries', 'timeout_ms'] as const;
export type Column = (typeof columns)[number];

export interface StepRow {
  name: string;
  /** What its cells say; columns that the rows do not have are missing. */
  depends_on?: string[];
  max_retries?: string;
  timeout_ms?: string;
}

export interface Rows {
  rows: StepRow[];
  /** A sentence for everything that was left out. */
  leftOut: string[];
}

export function readRows(text: string): Rows {
  const separator = separatorOf(text);
  const lines = cellsOf(text, separator);
  const leftOut: string[] = [];
  const [first = []] = lines;
  const heading = headingIn(first);
  const widest = lines.reduce((width, { length }) => Math.max(width, length), 0);
  const order = heading ?? columns.slice(0, widest);
  heading?.forEach((column, at) => {
    if (column === null) leftOut.push(`The column '${first[at]}' is none that a step has.`);
  });
  const steps = new Map<string, StepRow>();
  lines.forEach((cells, at) => {
    if ((at === 0 && heading) || cells.every((cell) => cell === '')) return;
    const row = rowOf(cells, order, separator);
    const before = steps.get(row.name);
    if (row.name === '') leftOut.push(`Row ${at + 1} has no name.`);
    else steps.set(row.name, before ? together(before, row) : row);
    if (cells.length > order.length) leftOut.push(`Row ${at + 1} has more cells than columns.`);
  });
  return { rows: [...steps.values()], leftOut };
}

function rowOf(
  cells: readonly string[],
  order: readonly (Column | null)[],
  separator: string,
): StepRow {
  const row: StepRow = { name: '' };
  order.forEach((column, at) => {
    const cell = cells[at] ?? '';
    if (column === 'depends_on') row[column] = namesIn(cell, separator);
    else if (column) row[column] = cell;
  });
  return row;
}

/** Some list every dependency in a row of its own. */
function together(before: StepRow, row: StepRow): StepRow {
  const names = new Set([...(before.depends_on ?? []), ...(row.depends_on ?? [])]);
  return {
    ...row,
    ...(row.depends_on && { depends_on: [...names] }),
    ...(row.max_retries !== undefined && { max_retries: row.max_retries || before.max_retries }),
    ...(row.timeout_ms !== undefined && { timeout_ms: row.timeout_ms || before.timeout_ms }),
  } as StepRow;
}

function namesIn(cell: string, separator: string): string[] {
  // Where semicolons part the cells, only a comma is left to part the names.
  const names = cell.split(separator === ';' ? ',' : /[;,]/).map((name) => name.trim());
  return names.filter((name) => name !== '');
}

const headings: Record<string, Column> = {
  name: 'name',
  step: 'name',
  dependson: 'depends_on',
  dependencies: 'depends_on',
  needs: 'depends_on',
  after: 'depends_on',
  maxretries: 'max_retries',
  maxattempts: 'max_retries',
  attempts: 'max_retries',
  retries: 'max_retries',
  timeoutms: 'timeout_ms',
  timeoutinms: 'timeout_ms',
  timeout: 'timeout_ms',
};

/** What each column is; null when this is no heading. */
function headingIn(cells: readonly string[]): (Column | null)[] | null {
  const found = cells.map((cell) => headings[cell.toLowerCase().replace(/[^a-z]/g, '')] ?? null);
  const names = found.filter((column) => column === 'name').length;
  return names === 1 && new Set(found).size === found.length ? found : null;
}

function separatorOf(text: string): string {
  return ['\t', ',', ';'].find((sign) => text.includes(sign)) ?? '\t';
}

/** As spreadsheets write them: a cell with a separator, a quote or a line break in it stands in quotes, which double. */
function cellsOf(text: string, separator: string): string[][] {
  const cell = new RegExp(
    `("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|\\r|$)`,
    'y',
  );
  const lines: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, written = '', end = ''] = cell.exec(text) ?? [];
    if (cell.lastIndex <= at) break;
    const quoted = written.startsWith('"') && written.endsWith('"') && written.length > 1;
    const content = quoted ? written.slice(1, -1).replaceAll('""', '"') : written;
    lines.at(-1)?.push(content.trim());
    if (end !== separator) lines.push([]);
  }
  return lines;
}
