import { CommanderError } from 'commander';
import { usageIssue } from '../../../bin/terminal/usage';

const verbs = ['plan', 'check'];
const usage = (message: string, argv: readonly string[]) =>
  usageIssue(new CommanderError(1, 'commander.error', `error: ${message}`), verbs, argv);

test.each<[string, string, readonly string[], object]>([
  [
    'an unknown command, with the one that was meant',
    "unknown command 'plna'\n(Did you mean plan?)",
    ['plna'],
    { path: 'plna', expected: 'one of the commands plan, check', fix: 'write plan' },
  ],
  [
    'an unknown option of a command',
    "unknown option '--foo'",
    ['check', '--foo'],
    { path: '--foo', expected: 'what llmops check --help lists', fix: 'see llmops check --help' },
  ],
  ['too many arguments', 'too many arguments. Expected 0 arguments but got 1.', ['plan', 'x'], { path: 'plan' }],
])('%s', (_, message, argv, issue) => {
  expect(usage(message, argv)).toMatchObject({ code: 'WrongUsage', ...issue });
});
