/** The files that unpack.ts left for the others. */
declare const runOrchestratorFiles: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

/** A copy, for it may be given away to a worker. */
export function unpacked(name: string): ArrayBuffer {
  const bytes = runOrchestratorFiles[name];
  if (!bytes) throw new Error(`The file has no ${name} in it.`);
  return bytes.slice().buffer;
}
