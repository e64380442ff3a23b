import type { Command, CommanderError } from 'commander';
import { suggestion } from '../../lib/constraints/suggest';
import type { Issue } from '../../lib/platform';

/** Wrong usage of a command as an issue: what commander refused, and the help that says what is right. */
export function usageIssue({ message }: CommanderError, program: Command, argv: readonly string[]): Issue {
  const [problem = '', ...hints] = message.replace(/^error: /, '').split('\n');
  const meant = /^\(Did you mean (.+)\?\)$/.exec(hints.join('\n'))?.[1];
  const { path, names, command } = commandOf(program, argv);
  const help = `${path.join(' ')} --help`;
  const typed = misspelt(/'(--[\w-]+) <.*' not specified/.exec(problem)?.[1], command, argv);
  return {
    code: 'WrongUsage',
    path: /'([^']+)'/.exec(problem)?.[1] ?? path.at(-1) ?? 'llmops',
    message: problem.replace(/\.$/, ''),
    expected: names.length > 0 ? `one of the commands ${names.join(', ')}` : `what ${help} lists`,
    ...(typed === undefined ? {} : { got: typed.given }),
    fix: typed?.fix ?? (meant === undefined ? `see ${help}` : `write ${meant}`),
  };
}

/** The option that was typed in place of a required one: commander names only the one that is absent. */
function misspelt(
  required: string | undefined,
  command: Command,
  argv: readonly string[],
): { readonly given: string; readonly fix: string } | undefined {
  if (required === undefined) return undefined;
  const known = new Set(command.options.map(({ long }) => long));
  const given = argv.find((one) => /^--\w/.test(one) && !known.has(one) && suggestion(one, [required]) !== undefined);
  return given === undefined ? undefined : { given, fix: `write ${required} in place of ${given}` };
}

/** The command that was called, down to the nested one, and the commands in it. */
function commandOf(
  program: Command,
  argv: readonly string[],
): { readonly path: readonly string[]; readonly names: readonly string[]; readonly command: Command } {
  const path = [program.name()];
  let command = program;
  for (const argument of argv) {
    const nested = command.commands.find((one) => one.name() === argument);
    if (nested === undefined) continue;
    command = nested;
    path.push(argument);
  }
  return { path, names: command.commands.map((one) => one.name()), command };
}
