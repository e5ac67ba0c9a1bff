/** Which of the first hints comes next, remembered in the browser. */

const key = 'run-orchestrator hints';
export const hintCount = 3;

/** Null where nothing can be remembered: then nobody is told the same on every visit. */
export function nextHint(): number | null {
  try {
    const next = Number(localStorage.getItem(key));
    remember(next);
    return next < hintCount ? next : null;
  } catch {
    return null;
  }
}

export function remember(next: number): void {
  localStorage.setItem(key, String(next));
}
