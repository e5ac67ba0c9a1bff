/** A file that is the whole page has no newer version to look for. */
export async function watchForUpdates(): Promise<void> {}
