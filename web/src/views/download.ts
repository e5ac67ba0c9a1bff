/** Hands a file to the browser's downloads. */

/** A file system's limit is 255 bytes, and a letter may take four. */
const longestName = 60;

export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not at once: the browser has to have taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A name that every file system takes: "demo ETL" and "svg" are "demo-ETL.svg". */
export function fileNameFor(name: string, extension: string): string {
  const kept = name.normalize().replace(/[^\p{L}\p{M}\p{N}._]+/gu, '-');
  const short = [...kept.replace(/^[-.]+/, '')].slice(0, longestName).join('');
  const base = short.replace(/[-.]+$/, '') || 'pipeline';
  // Windows keeps these for devices.
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(base);
  return `${reserved ? 'pipeline-' : ''}${base}.${extension}`;
}
