/** What a long proof was asked to do. */
interface ProofRequest {
  /** Start of every random choice: the same seed and count repeat a run. */
  readonly seed: number;
  /** Number of random cases. */
  readonly count: number;
  /** Folder of the cases, for proofs about files. @default - cases of our own */
  readonly folder?: string | undefined;
  /** Folder with the judge of a proof that needs one. */
  readonly judge?: string | undefined;
  /** Whether somebody stopped the run: it ends after its case, with what it found. @default - nobody does */
  readonly stopped?: () => boolean;
}

/** A case that contradicts the claim, with what is needed to repeat it. */
export interface Counterexample {
  readonly case: string;
  readonly problem: string;
}

/** What a run found. */
interface ProofResult {
  /** Cases that ran. @default - all of them */
  readonly ran?: number;
  /** How many cases ended in which way. */
  readonly counts: Readonly<Record<string, number>>;
  /** @default - none: the claim held in every case */
  readonly counterexamples: readonly Counterexample[];
  /** Cases that the claim allows to be missed. @default - none are kept */
  readonly survivors?: readonly string[];
}

/** A claim that takes too long to prove in a test. */
export interface Proof {
  /** The claim, as one sentence. */
  readonly claim: string;
  /** Cases of a full run. */
  readonly count: number;
  /** Cases of the run in CI: seconds, not minutes. */
  readonly smallCount: number;
  /** Another program judges, which is no part of the project: the package to install in the folder of `--judge`. @default - none */
  readonly judgedBy?: string;
  readonly run: (request: ProofRequest) => Promise<ProofResult>;
}

/** Adds one to a named count. */
export function tally(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Counts by name, in alphabetical order. */
export function counted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
