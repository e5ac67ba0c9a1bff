/** What is used of the package lzma1. Its own types are its sources, which are not written for settings as strict as ours. */
export function compress(bytes: Uint8Array, mode: number): Uint8Array;
