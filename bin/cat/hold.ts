/**
 * One command at a time on an experiment's folder: of two that append to one file each would take back
 * what the other wrote. A socket that listens is the sign, since the system takes it from a command that
 * is killed; a file with a number in it would stay, and lock the next one out.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError } from './options.ts';

export interface Hold {
  release(): void;
}

/** Makes the folder where there is none; throws a UsageError while another command has it. */
export async function holdFolder(folder: string): Promise<Hold> {
  makeFolder(folder);
  const address = addressOf(realpathSync(folder));
  let server = await listen(address);
  if (server === null && !(await answers(address))) {
    // Left by a command that was killed.
    rmSync(address, { force: true });
    server = await listen(address);
  }
  if (server === null) {
    throw new UsageError(
      `--out is in use: another command is writing to ${folder}. Wait until it has ended, or name another folder.`,
    );
  }
  const held = server;
  return { release: () => void held.close() };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const why =
      code === 'EEXIST' || code === 'ENOTDIR' ? 'it is a file, or lies in one' : `it cannot be made (${code})`;
    throw new UsageError(`--out names a folder, and not ${folder}: ${why}`);
  }
}

/** A socket's path may not be longer than about a hundred characters, however long the folder's is. */
function addressOf(folder: string): string {
  const name = `cat-lab-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

/** Null where somebody, or something left behind, is at the address. */
function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
