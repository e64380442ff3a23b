import type { Stack } from './stack';
import type { Work } from './work';

/** What is told of the operations that run. */
interface OperationListener {
  /** Called at the start of an operation, after each of its steps and at its end. The next step waits for it. */
  changed(stack: Stack): Promise<void> | undefined;
  /** Called when an operation ends in an error that no resource explains, a fault of the local cloud. */
  failed(stack: Stack, error: unknown): void;
}

interface Running {
  readonly done: Promise<void>;
  controller: AbortController;
}

/** The operations that run: each goes on one step at a time, and gives way to requests between two. */
export class Operations {
  readonly #running = new Map<string, Running>();
  readonly #halt = new AbortController();
  readonly #halted: Promise<void>;

  constructor(private readonly listener: OperationListener) {
    this.#halted = new Promise((resolve) => {
      this.#halt.signal.addEventListener('abort', () => {
        resolve();
      });
    });
  }

  /** Starts an operation on a stack that runs none. Its first step comes after the answer to the request. */
  start(stack: Stack, work: Work): void {
    const done = this.#run(stack, work)
      .catch((error: unknown) => {
        this.listener.failed(stack, error);
      })
      .finally(() => {
        this.#running.delete(stack.id);
      });
    this.#running.set(stack.id, { done, controller: new AbortController() });
  }

  /** Aborted when the operation of the stack is to end soon; what waits for long listens to it. */
  signal(stack: Stack): AbortSignal {
    return (this.#running.get(stack.id)?.controller ?? new AbortController()).signal;
  }

  /** Ends what the operation of the stack waits for. */
  interrupt(stack: Stack): void {
    const running = this.#running.get(stack.id);
    if (running === undefined) return;
    running.controller.abort();
    running.controller = new AbortController();
  }

  /** Resolves when no operation runs. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  /** Stops every operation after its step, or while it waits; what is left of it stays with its stack. */
  async stop(): Promise<void> {
    this.#halt.abort();
    for (const { controller } of this.#running.values()) controller.abort();
    await this.idle();
  }

  async #run(stack: Stack, work: Work): Promise<void> {
    await this.listener.changed(stack);
    for (;;) {
      await new Promise((resume) => setImmediate(resume));
      if (this.#halt.signal.aborted) return;
      const step = work.next();
      await this.listener.changed(stack);
      if (step.done === true) return;
      if (step.value !== undefined) await Promise.race([step.value, this.#halted]);
    }
  }
}
