import type { Browser } from 'playwright-core';

export function chromiumPath(): string;
export function openBrowser(folder?: string): Promise<{
  url: string;
  browser: Browser;
  stop(): Promise<void>;
}>;
