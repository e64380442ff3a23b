import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The program named by `CHROME_PATH`, else the first on `PATH`; undefined where there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...(env['CHROME_PATH'] === undefined ? [] : [env['CHROME_PATH']]),
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  return candidates.find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** An answer or event of the DevTools protocol. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly done: (result: unknown) => void;
  readonly fail: (error: Error) => void;
}

/**
 * A headless Chromium over the pipes of the DevTools protocol: messages that end with a zero byte, on file descriptors 3 and 4.
 * No port is opened, and Node needs no client of WebSocket. Source: https://chromedevtools.github.io/devtools-protocol/, 2026-12-01.
 */
export class Chromium {
  readonly #child: ChildProcess;
  readonly #folder = mkdtempSync(join(tmpdir(), 'llmops-chromium-'));
  readonly #waiting = new Map<number, Waiting>();
  readonly #events = new Map<string, () => void>();
  readonly #input: Writable;
  #rest = '';
  #last = 0;

  constructor(program: string) {
    const flags = [
      '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync --hide-scrollbars',
      '--disable-background-networking --disable-component-update --remote-debugging-pipe',
    ];
    this.#child = spawn(program, [...flags.join(' ').split(' '), `--user-data-dir=${this.#folder}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    // The types of Node know the first three pipes.
    const [, , , input, output] = this.#child.stdio as unknown as readonly [null, null, null, Writable, Readable];
    this.#input = input;
    output.setEncoding('utf8');
    output.on('data', (text: string) => {
      this.#read(text);
    });
    this.#child.on('exit', () => {
      for (const { fail } of this.#waiting.values()) fail(new Error('Chromium has ended'));
    });
  }

  /** @throws (rejects with) Error with the protocol's message */
  send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<unknown>((done, fail) => this.#waiting.set(id, { done, fail }));
    this.#input.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    return answer;
  }

  /** Waits for the next event of a name. Call it before what causes the event. */
  next(method: string, sessionId: string): Promise<void> {
    return new Promise((done) => this.#events.set(`${sessionId} ${method}`, done));
  }

  /** Ends the program and removes its folder. */
  async close(): Promise<void> {
    const ended = new Promise<void>((done) =>
      this.#child.once('exit', () => {
        done();
      }),
    );
    this.#child.kill('SIGKILL');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #read(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#take(JSON.parse(part) as Message);
  }

  #take({ id, method, sessionId = '', result, error }: Message): void {
    if (id === undefined) {
      const key = `${sessionId} ${method ?? ''}`;
      this.#events.get(key)?.();
      this.#events.delete(key);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.done(result);
    else waiting?.fail(new Error(error.message));
  }
}
