import type { RehearsedStep } from './report';

/** Progress of a rehearsal. */
export type RehearsalProgress =
  | { readonly kind: 'started'; readonly step: string; readonly expected: string }
  | { readonly kind: 'detail'; readonly step: string; readonly text: string }
  | { readonly kind: 'finished'; readonly step: RehearsedStep };

/** A step and what should come of it, in one sentence. */
export interface Step {
  readonly name: string;
  readonly expected: string;
}

/** The result of one step: what was seen in one line, and every reason why it is not what was expected. */
export interface StepOutcome {
  readonly summary: string;
  readonly failures: readonly string[];
}

/** Runs steps, also in parallel, and measures them. */
export class StepRunner {
  readonly steps: RehearsedStep[] = [];
  readonly failures: string[] = [];

  constructor(
    private readonly now: () => Date,
    private readonly onProgress: (progress: RehearsalProgress) => void,
    private readonly signal: AbortSignal,
  ) {}

  /** Whether a step may run: no step failed, and the rehearsal is not interrupted. */
  healthy(): boolean {
    return this.failures.length === 0 && !this.signal.aborted;
  }

  /** Whether the user ended the rehearsal. */
  interrupted(): boolean {
    return this.signal.aborted;
  }

  /** Runs a step while the rehearsal is healthy; otherwise the step is skipped and not reported. */
  async step(step: Step, work: (detail: (text: string) => void) => Promise<StepOutcome>): Promise<void> {
    if (this.healthy()) await this.always(step, work);
  }

  /** Reports a step that does not apply. */
  skip({ name, expected }: Step, reason: string): void {
    const step: RehearsedStep = { name, ok: true, seconds: 0, expected, seen: `not applicable: ${reason}` };
    this.steps.push(step);
    this.onProgress({ kind: 'finished', step });
  }

  /** Runs a step also after a failure, as destroying needs it. */
  async always(
    { name, expected }: Step,
    work: (detail: (text: string) => void) => Promise<StepOutcome>,
  ): Promise<void> {
    const started = this.now().getTime();
    this.onProgress({ kind: 'started', step: name, expected });
    const outcome = await settled(
      work((text) => {
        this.onProgress({ kind: 'detail', step: name, text });
      }),
    );
    const ok = outcome.failures.length === 0;
    const step: RehearsedStep = {
      name,
      ok,
      seconds: (this.now().getTime() - started) / 1000,
      expected,
      seen: outcome.summary,
    };
    this.steps.push(step);
    this.failures.push(...outcome.failures.map((failure) => `${name}: ${failure}`));
    this.onProgress({ kind: 'finished', step });
  }
}

async function settled(work: Promise<StepOutcome>): Promise<StepOutcome> {
  try {
    return await work;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { summary: message, failures: [message] };
  }
}
