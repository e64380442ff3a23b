import type { Stack } from './stack';
import type { Work } from './work';

/** What is told of the operations that run. */
interface OperationListener {
  /** Called at the start of an operation, after each of its steps and at its end. The next step waits for it. */
  changed(stack: Stack): Promise<void> | undefined;
  /** Called when an operation ends in an error that no resource explains, a fault of the local cloud. */
  failed(stack: Stack, error: unknown): void;
}

/** Steps of one turn: to give way to requests costs more than most steps. */
const stepsPerTurn = 8;

interface Running {
  readonly done: Promise<void>;
  /** Made when something asks for its signal. */
  controller: AbortController | undefined;
}

/** The operations that run: each goes on some steps at a time, gives way to requests, and can stop after any step. */
export class Operations {
  readonly #running = new Map<string, Running>();
  /** What ends the wait of each operation that waits. */
  readonly #waits = new Set<() => void>();
  #stopped = false;

  constructor(private readonly listener: OperationListener) {}

  /**
   * Starts an operation on a stack that runs none. Its first step comes when the caller has returned; what takes a few steps
   * may be over before the request is answered, so that it is written once.
   */
  start(stack: Stack, work: Work): void {
    const done = this.#run(stack, work)
      .catch((error: unknown) => {
        this.listener.failed(stack, error);
      })
      .finally(() => {
        this.#running.delete(stack.id);
      });
    this.#running.set(stack.id, { done, controller: undefined });
  }

  /**
   * Aborted when the operation of the stack, or of the outermost stack around it, is to end soon; what waits for long
   * listens to it.
   */
  signal({ id, rootId }: Stack): AbortSignal {
    const running = this.#running.get(rootId ?? id) ?? this.#running.get(id);
    if (running === undefined) return new AbortController().signal;
    running.controller ??= new AbortController();
    return running.controller.signal;
  }

  /** Ends what the operation of the stack, or of the outermost stack around it, waits for. */
  interrupt({ id, rootId }: Stack): void {
    const running = this.#running.get(rootId ?? id) ?? this.#running.get(id);
    running?.controller?.abort();
    if (running !== undefined) running.controller = undefined;
  }

  /** Resolves when no operation runs. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  /** Stops every operation after its step, or while it waits; what is left of it stays with its stack. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { controller } of this.#running.values()) controller?.abort();
    for (const end of this.#waits) end();
    await this.idle();
  }

  async #run(stack: Stack, work: Work): Promise<void> {
    await this.listener.changed(stack);
    for (;;) {
      if (await this.#turn(stack, work)) return;
      await new Promise((resume) => setImmediate(resume));
      if (this.#stopped) return;
    }
  }

  /** @returns whether the work has ended */
  async #turn(stack: Stack, work: Work): Promise<boolean> {
    for (let steps = 0; steps < stepsPerTurn; steps += 1) {
      const step = work.next();
      const saved = this.listener.changed(stack);
      if (saved !== undefined) await saved;
      if (step.done === true) return true;
      if (step.value === undefined) continue;
      await this.#wait(step.value);
      if (this.#stopped) return false;
    }
    return false;
  }

  /** Waits for a promise that may never end, until the operations are stopped. */
  async #wait(promise: Promise<void>): Promise<void> {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.#waits.add(end);
    promise.then(end, end);
    await ended;
    this.#waits.delete(end);
  }
}
