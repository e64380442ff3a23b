/** A survivor that no test can kill, because the program with it does the same. */
export interface AcceptedMutant {
  readonly file: string;
  readonly mutator: string;
  /** Text that the mutant replaces. */
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

/** A mutant as Stryker reports it; `start` and `end` count from 1. */
interface ReportedMutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** The parts of Stryker's JSON report that a score needs. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly ReportedMutant[] }>>;
}

/** A mutant that no test noticed. */
interface Survivor extends Omit<AcceptedMutant, 'reason'> {
  readonly line: number;
}

/** Mutants of a room: how many were killed, and which were not. */
export interface Score {
  readonly killed: number;
  readonly survivors: readonly Survivor[];
  /** Percent killed of the mutants that are not accepted. 100 where there are none. */
  readonly percent: number;
}

function textBetween(source: string, start: Position, end: Position): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined))
    .join('\n');
}

/** A timeout counts as killed, as in Stryker; a mutant that no test reaches counts as a survivor. */
export function score(report: MutationReport, accepted: readonly AcceptedMutant[]): Score {
  const all = Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.map(({ mutatorName, replacement = '', status, location: { start, end } }) => ({
      status,
      survivor: {
        file,
        mutator: mutatorName,
        original: textBetween(source, start, end),
        replacement,
        line: start.line,
      },
    })),
  );
  const killed = all.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const survivors = all
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ survivor }) => survivor)
    .filter(({ file, mutator, original, replacement }) =>
      accepted.every(
        (one) =>
          one.file !== file || one.mutator !== mutator || one.original !== original || one.replacement !== replacement,
      ),
    );
  const counted = killed + survivors.length;
  return { killed, survivors, percent: counted === 0 ? 100 : (100 * killed) / counted };
}
