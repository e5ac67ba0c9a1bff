// What the commands share: where the project is, and how to start a program. Needs nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const inRoot = (...parts) => path.join(root, ...parts);

/** A mistake or a lack that the user can mend: shown as its sentence, without a stack. */
export class Problem extends Error {}

/** The path of a command, or undefined. */
export function which(command) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, command);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not here; look further.
    }
  }
  return undefined;
}

/** Runs a program in the project's folder, its output passed on; throws unless it succeeds. */
export async function run(command, args = [], { env = {}, cwd = root, stdio = 'inherit' } = {}) {
  const status = await new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio, env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ?? code));
  });
  if (status !== 0)
    throw new Problem(`${path.basename(command)} ${args.join(' ')} ended with ${status}`);
}

/** What a program prints, or undefined when it fails. */
export function output(command, args = []) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** Runs one of node_modules' commands. */
export const tool = (name, args, options) => run(inRoot('node_modules/.bin', name), args, options);

/** All files under these files and folders, relative to the project, sorted. */
export function filesUnder(...places) {
  const found = [];
  const visit = (place) => {
    if (!existsSync(inRoot(place))) return;
    if (!statSync(inRoot(place)).isDirectory()) return void found.push(place);
    for (const name of readdirSync(inRoot(place)).sort()) visit(path.posix.join(place, name));
  };
  for (const place of places) visit(place);
  return found;
}

/** A hash over the names and contents of these files and folders, and over further texts. */
export function fingerprint(places, ...texts) {
  const hash = createHash('sha256');
  for (const file of filesUnder(...places))
    hash.update(`${file}\0`).update(readFileSync(inRoot(file)));
  for (const text of texts) hash.update(`\0${text}`);
  return hash.digest('hex');
}

/** Does the work unless it was done before with the same fingerprint and its result is still there. */
export async function unlessDone(name, print, result, work) {
  const note = inRoot('build/done', name);
  if (existsSync(note) && existsSync(inRoot(result)) && readFileSync(note, 'utf8') === print)
    return;
  await work();
  mkdirSync(path.dirname(note), { recursive: true });
  writeFileSync(note, print);
}

/** Does the work when this module is the program that was started. A Problem is told as a sentence, anything else with its stack. */
export async function main(module, work) {
  if (realpathSync(process.argv[1]) !== fileURLToPath(module)) return;
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
