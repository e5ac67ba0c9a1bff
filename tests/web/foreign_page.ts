/** A page of somebody else's, on another origin than the element's script. */
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { fileServer, listen } from '../../web/start.mjs';

/** Where the element's script is had from; known once the tests run. */
export const element = { origin: '' };

export interface ForeignPage {
  /** What is in the page; `SCRIPT` stands for the address of the element's script. */
  html: string;
  policy?: string;
  /** Other files by name; those named *.json may be read from anywhere. */
  files?: Readonly<Record<string, string>>;
}

const servers: Server[] = [];

export function useForeignPages(): void {
  beforeAll(async () => {
    const server = fileServer(path.resolve(import.meta.dirname, '../../dist/element'));
    servers.push(server);
    element.origin = `http://127.0.0.1:${await listen(server, 0)}`;
  });
  afterAll(() => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });
}

/** Serves it; resolves to its address. */
export async function serve({ html, policy, files = {} }: ForeignPage): Promise<string> {
  const resolved = (text: string) => text.replaceAll('SCRIPT', `${element.origin}/kahn-trace.js`);
  const types = { html: 'text/html', json: 'application/json', js: 'text/javascript' };
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1) || 'index.html';
    const text = name === 'index.html' ? resolved(html) : files[name];
    if (name === 'favicon.ico') response.writeHead(204).end();
    else if (text === undefined) response.writeHead(404).end();
    else {
      const type = types[name.split('.').at(-1) as keyof typeof types];
      response.setHeader('Content-Type', `${type}; charset=utf-8`);
      if (policy) response.setHeader('Content-Security-Policy', resolved(policy));
      if (name.endsWith('.json')) response.setHeader('Access-Control-Allow-Origin', '*');
      response.end(text);
    }
  });
  servers.push(server);
  return `http://127.0.0.1:${await listen(server, 0)}/`;
}
