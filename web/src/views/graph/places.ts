/** Which step of the picture, or which pill of one, something is part of. */
export function stepAt(target: EventTarget | null): number | null {
  return numberAt(target, 'data-step');
}
export function foldAt(target: EventTarget | null): number | null {
  return numberAt(target, 'data-fold');
}
function numberAt(target: EventTarget | null, name: string): number | null {
  const group = target instanceof Element ? target.closest(`[${name}]`) : null;
  return group ? Number(group.getAttribute(name)) : null;
}
