import type { CommanderError } from 'commander';
import type { Issue } from '../../lib/platform';

/** Wrong usage of a command as an issue: what commander refused, and the help that says what is right. */
export function usageIssue({ message }: CommanderError, verbs: readonly string[], argv: readonly string[]): Issue {
  const [problem = '', ...hints] = message.replace(/^error: /, '').split('\n');
  const meant = /^\(Did you mean (.+)\?\)$/.exec(hints.join('\n'))?.[1];
  const verb = argv.find((argument) => verbs.includes(argument));
  const help = verb === undefined ? 'llmops --help' : `llmops ${verb} --help`;
  return {
    code: 'WrongUsage',
    path: /'([^']+)'/.exec(problem)?.[1] ?? verb ?? 'llmops',
    message: problem.replace(/\.$/, ''),
    expected: verb === undefined ? `one of the commands ${verbs.join(', ')}` : `what ${help} lists`,
    fix: meant === undefined ? `see ${help}` : `write ${meant}`,
  };
}
