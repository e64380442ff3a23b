import { readFileSync } from 'node:fs';
import * as ts from 'typescript';
import { randomNumbers } from '../../bench/prove/random-numbers';

/** A share of a room's code, chosen at random with a fixed seed. */
export interface Sample {
  /** Percent of the top-level declarations, above 0 and up to 100. */
  readonly percent: number;
  /** Same seed and same code give the same sample. */
  readonly seed: number;
}

/**
 * Line ranges of sampled declarations, in the form of Stryker's `mutate`: `lib/plan/tier.ts:10-24`. Whole declarations are
 * drawn, because a mutant of a block holds the mutants inside it. Each has the same chance, whatever its length.
 *
 * @param files - paths of TypeScript files, relative to the working directory
 */
export function sampledRanges(files: readonly string[], { percent, seed }: Sample): readonly string[] {
  const next = randomNumbers(seed);
  return [...files].sort().flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    return source.statements.filter(holdsCode).flatMap((statement) => {
      // One number for each declaration, drawn or not: a longer file changes nothing in the files before it.
      if (next() * 100 >= percent) return [];
      const first = source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1;
      const last = source.getLineAndCharacterOfPosition(statement.end).line + 1;
      return [`${file}:${first}-${last}`];
    });
  });
}

/** Imports and types have no mutants. */
function holdsCode(statement: ts.Statement): boolean {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isVariableStatement(statement) ||
    ts.isExpressionStatement(statement)
  );
}
