/** The built page in a real Chromium: a server for dist/page and a browser, both ended by whoever started them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { fileServer, listen } from '../../web/start.mjs';

const whole = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** The same engine without the browser's own windows, which cost a test more than our page does. */
const shell = 'chromium-headless-shell';
// A second --disable-features would replace the first: these are Playwright's own (version 1.65), and after them the two
// pages behind Chromium's address bar, which cost more than our page does and which nobody sees here.
const unwanted = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];
const built = path.resolve(import.meta.dirname, '../../dist/page');

/** CHROME_PATH, or the first Chromium on the PATH: the whole browser, or its engine alone where that is enough. */
export function chromiumPath({ engineIsEnough = false } = {}) {
  const names = engineIsEnough ? [shell, ...whole] : whole;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const file = [process.env.CHROME_PATH, ...found].find((name) => name && existsSync(name));
  if (!file) throw new Error('No Chromium on the PATH: install chromium or set CHROME_PATH.');
  return file;
}

/** `{ url, browser, stop }`; serves the built page unless told otherwise. Benches take the browser that people use. */
export async function openBrowser(folder = built, { engineIsEnough = true } = {}) {
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(`${folder} is missing: run npm run build first.`);
  }
  const server = fileServer(folder);
  const port = await listen(server, 0);
  const browser = await chromium.launch({
    executablePath: chromiumPath({ engineIsEnough }),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${unwanted.join(',')}`,
    ],
  });
  const stop = async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/`, browser, stop };
}
