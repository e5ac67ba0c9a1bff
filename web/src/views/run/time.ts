/** "250 ms", "1.5 s" */
export function said(ms: number): string {
  return ms < 1000
    ? `${ms.toLocaleString('en', { maximumFractionDigits: ms < 10 ? 1 : 0 })} ms`
    : `${(ms / 1000).toLocaleString('en', { maximumFractionDigits: 2 })} s`;
}
