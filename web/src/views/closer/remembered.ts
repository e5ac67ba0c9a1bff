/** Which panel was looked at last in this visit. Where nothing can be stored it is the first again. */

const key = 'run-orchestrator closer';

export function rememberedTab(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberTab(id: string): void {
  try {
    sessionStorage.setItem(key, id);
  } catch {
    // Then it is forgotten.
  }
}
