/** Small choices that are kept for this visit. Where nothing can be stored they are forgotten. */

export function remembered(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Then it is forgotten.
  }
}
