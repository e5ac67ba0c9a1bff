import type { Browser } from 'playwright-core';

interface Choice {
  engineIsEnough?: boolean;
}
export function chromiumPath(choice?: Choice): string;
export function openBrowser(
  folder?: string,
  choice?: Choice,
): Promise<{
  url: string;
  browser: Browser;
  stop(): Promise<void>;
}>;
