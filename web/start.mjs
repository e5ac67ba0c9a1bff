// npm start [-- --port N]: installs what is missing, builds the page and serves it to this machine.
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildModule, buildPage, buildWasm } from '../wasm/setup/build.mjs';
import { install } from '../wasm/setup/install.mjs';
import { inRoot, main, Problem } from '../wasm/setup/shell.mjs';
import { contentOf } from './compressed.mjs';

const usualPort = 8080;
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The file that a request asks for, or undefined: nothing outside the folder, no folder listings. */
function fileFor(folder, url) {
  try {
    let name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    if (name.endsWith('/')) name += 'index.html';
    const file = path.join(folder, name);
    return file.startsWith(folder + path.sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Names with a hash of the contents never stand for anything else. */
function isForever(file) {
  return path.basename(path.dirname(file)) === 'assets' && /-[\w-]{8}\.\w+$/.test(file);
}

/** A server for the files of a folder. */
export function fileServer(folder) {
  return createServer((request, response) => {
    const file =
      request.method === 'GET' || request.method === 'HEAD'
        ? fileFor(folder, request.url ?? '/')
        : undefined;
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
      return;
    }
    const { bytes, encoding } = contentOf(file, request.headers['accept-encoding']);
    response.writeHead(200, {
      'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
      'Content-Length': bytes.length,
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
      Vary: 'Accept-Encoding',
      'Cache-Control': isForever(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
}

/** Listens on this machine only; resolves to the port. */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
}

/** The asked port or none; without one the usual port or the next that is free. */
async function open(server, asked) {
  for (let port = asked ?? usualPort; ; ++port) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
      if (asked !== undefined) {
        const why = error.code === 'EACCES' ? 'may not be opened by this user' : 'is in use';
        throw new Problem(
          `Port ${asked} ${why}. Name another with: npm start -- --port ${asked + 1}`,
        );
      }
      if (port > usualPort + 100)
        throw new Problem('No free port was found. Name one with: npm start -- --port N');
    }
  }
}

function askedPort() {
  let text;
  try {
    text = parseArgs({ options: { port: { type: 'string' } } }).values.port;
  } catch (error) {
    throw new Problem(`${error.message}\nUse: npm start -- --port N`);
  }
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new Problem(`--port takes a number from 1 to 65535, not ${text}.`);
  return port;
}

await main(import.meta.url, async () => {
  const asked = askedPort();
  await install('start');
  await buildWasm();
  await buildModule();
  await buildPage();
  const port = await open(fileServer(inRoot('dist/page')), asked);
  console.log(`\nRun Orchestrator is at http://localhost:${port}/ (Ctrl-C stops it)`);
  console.log(
    `Only this machine can open it. From another one: ssh -L ${port}:localhost:${port} THIS-MACHINE`,
  );
});
