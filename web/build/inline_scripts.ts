/** Lets the page's policy through to the small scripts that stand in the page itself, and to no others. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

export function scriptsIn(html: string): string[] {
  return [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text);
}

export const inlineScripts: Plugin = {
  name: 'inline-scripts',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(/script-src /, (policy) =>
        [policy.trim(), ...scriptsIn(html).map(hashOf), ''].join(' '),
      ),
  },
};
