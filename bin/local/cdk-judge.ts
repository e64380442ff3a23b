import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, setPriority } from 'node:os';
import type { JsonObject } from '../../lib/constraints/json';
import type { StackPlace } from '../../lib/local/aws';
import type { Issue } from '../../lib/platform';
import type { Finding } from '../../lib/review';

/** A template for the process of the validator. */
export interface JudgeQuestion {
  readonly stack: string;
  readonly region: string;
  readonly template: JsonObject;
}

/** What the process of the validator answers. */
export type JudgeAnswer = { readonly findings: readonly Finding[] } | { readonly issues: readonly Issue[] };

/** What a judge tells. */
export interface JudgeEars {
  /** Called with what is found in the template of a stack; also when nothing is. */
  readonly found: (place: StackPlace, findings: readonly Finding[]) => void;
  /** Called once, when the validator cannot judge; then nothing more is asked. */
  readonly failed: (issues: readonly Issue[]) => void;
}

/** As much of a child process as a judge needs. */
export type JudgeProcess = Pick<ChildProcess, 'send' | 'kill' | 'once' | 'on'>;

/** Answers that are kept. */
const kept = 500;

/**
 * Asks the validator of aws-cdk-lib about templates, in a process of its own with low priority, one template at a time. The
 * process lives while there is something to judge. Of a stack that changes again only the newest template waits. An answer is
 * kept by the content of the template.
 */
export class CdkJudge {
  readonly #answers = new Map<string, readonly Finding[]>();
  readonly #waiting = new Map<string, { readonly place: StackPlace; readonly template: JsonObject }>();
  #process: JudgeProcess | undefined;
  #ended = false;

  constructor(
    private readonly ears: JudgeEars,
    private readonly start: () => JudgeProcess,
  ) {}

  /** Asks about the template of a stack; the answer comes later, or at once where it is known. */
  ask(place: StackPlace, template: JsonObject): void {
    if (this.#ended) return;
    this.#waiting.set([place.account, place.region, place.stack].join('|'), { place, template });
    if (this.#process === undefined) this.#next();
  }

  /** Ends the process. */
  close(): void {
    this.#ended = true;
    this.#waiting.clear();
    this.#stop();
  }

  #next(): void {
    for (const [key, { place, template }] of this.#waiting) {
      this.#waiting.delete(key);
      const content = hashOf(place.region, template);
      const known = this.#answers.get(content);
      if (known === undefined) {
        this.#send(place, template, content);
        return;
      }
      this.ears.found(place, known);
    }
    this.#stop();
  }

  #stop(): void {
    const process = this.#process;
    // First, so that its end is none to tell of.
    this.#process = undefined;
    process?.kill();
  }

  #send(place: StackPlace, template: JsonObject, content: string): void {
    const process = this.#process ?? this.#started();
    process.once('message', (answer: JudgeAnswer) => {
      if (this.#ended) return;
      if ('issues' in answer) {
        this.#fail(answer.issues);
        return;
      }
      const [oldest] = this.#answers.keys();
      if (this.#answers.size >= kept && oldest !== undefined) this.#answers.delete(oldest);
      this.#answers.set(content, answer.findings);
      this.ears.found(place, answer.findings);
      this.#next();
    });
    process.send({ stack: place.stack, region: place.region, template } satisfies JudgeQuestion);
  }

  #started(): JudgeProcess {
    const process = this.start();
    this.#process = process;
    const lost = (why: string): void => {
      if (this.#process === process) this.#fail([failure(why)]);
    };
    process.on('error', ({ message }) => {
      lost(message);
    });
    process.on('exit', (code, signal) => {
      lost(`ended with ${signal ?? String(code)}`);
    });
    return process;
  }

  #fail(issues: readonly Issue[]): void {
    this.close();
    this.ears.failed(issues);
  }
}

/** Starts the validator as a process. It prints nothing of its own. */
export function validatorProcess(file: string): JudgeProcess {
  const child = fork(file, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It judges as well with the priority of others.
  }
  return child;
}

function hashOf(region: string, template: JsonObject): string {
  return createHash('sha256')
    .update(JSON.stringify([region, template]))
    .digest('base64');
}

function failure(why: string): Issue {
  return {
    code: 'CdkValidatorFailed',
    path: '--with-cdk',
    message: `the process of the validator ${why}`,
    expected: 'a process that answers',
    fix: 'start without --with-cdk; llmops check --with-cdk shows what a template does to the validator',
  };
}
