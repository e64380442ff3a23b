import type { Command, CommanderError } from 'commander';
import type { Issue } from '../../lib/platform';

/** Wrong usage of a command as an issue: what commander refused, and the help that says what is right. */
export function usageIssue({ message }: CommanderError, program: Command, argv: readonly string[]): Issue {
  const [problem = '', ...hints] = message.replace(/^error: /, '').split('\n');
  const meant = /^\(Did you mean (.+)\?\)$/.exec(hints.join('\n'))?.[1];
  const { path, names } = commandOf(program, argv);
  const help = `${path.join(' ')} --help`;
  return {
    code: 'WrongUsage',
    path: /'([^']+)'/.exec(problem)?.[1] ?? path.at(-1) ?? 'llmops',
    message: problem.replace(/\.$/, ''),
    expected: names.length > 0 ? `one of the commands ${names.join(', ')}` : `what ${help} lists`,
    fix: meant === undefined ? `see ${help}` : `write ${meant}`,
  };
}

/** The command that was called, down to the nested one, and the commands in it. */
function commandOf(
  program: Command,
  argv: readonly string[],
): { readonly path: readonly string[]; readonly names: readonly string[] } {
  const path = [program.name()];
  let command = program;
  for (const argument of argv) {
    const nested = command.commands.find((one) => one.name() === argument);
    if (nested === undefined) continue;
    command = nested;
    path.push(argument);
  }
  return { path, names: command.commands.map((one) => one.name()) };
}
