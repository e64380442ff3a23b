import type { Problem } from './model';

/** A problem in one line, as the log of the program shows it. */
export function problemText(problem: Problem): string {
  const details = [
    problem.got === undefined ? undefined : `got ${problem.got}`,
    problem.expected === undefined ? undefined : `expected ${problem.expected}`,
    problem.fix,
  ].filter((part) => part !== undefined);
  return [problem.message, ...details].join('; ');
}
