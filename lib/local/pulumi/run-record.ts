import type { LogLine, Problem, PulumiEvent, Step } from './model';
import type { SecretTexts } from './secret-texts';

/** The events of a run, passed to the listener as they happen. Every secret in them is masked. */
export class RunRecord {
  readonly steps: Step[] = [];
  readonly retained: string[] = [];
  private readonly found: Problem[] = [];
  private readonly written: LogLine[] = [];

  constructor(
    private readonly preview: boolean,
    private readonly secrets: SecretTexts,
    private readonly emit: (event: PulumiEvent) => void,
  ) {}

  /** Problems so far; masked when read, because a secret may become known after the problem. */
  get problems(): readonly Problem[] {
    return this.found.map((problem) => this.secrets.maskProblem(problem));
  }

  get log(): readonly LogLine[] {
    return this.written.map((line) => ({ ...line, message: this.secrets.mask(line.message) }));
  }

  step(step: Step): void {
    this.steps.push(step);
    this.emit({ kind: 'step', preview: this.preview, step });
  }

  retain(urn: string): void {
    this.retained.push(urn);
    this.emit({ kind: 'retained', urn });
  }

  problem(problem: Problem): void {
    this.found.push(problem);
    this.emit({ kind: 'problem', problem: this.secrets.maskProblem(problem) });
  }

  /** Debug lines are dropped: the runtime writes one for every call. */
  line(line: LogLine): void {
    if (line.severity === 'debug') return;
    this.written.push(line);
    this.emit({ kind: 'log', line: { ...line, message: this.secrets.mask(line.message) } });
  }
}
