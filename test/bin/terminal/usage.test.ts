import { Command, CommanderError } from 'commander';
import { usageIssue } from '../../../bin/terminal/usage';

const program = new Command('llmops');
program.command('plan').requiredOption('--env <name>').option('--out <file>');
program.command('check [files...]');
const local = program.command('local');
local.command('up');
local.command('fault').command('add');

const usage = (message: string, argv: readonly string[]) =>
  usageIssue(new CommanderError(1, 'commander.error', `error: ${message}`), program, argv);

test.each<[string, string, readonly string[], object]>([
  [
    'an unknown command, with the one that was meant',
    "unknown command 'plna'\n(Did you mean plan?)",
    ['plna'],
    { path: 'plna', expected: 'one of the commands plan, check, local', fix: 'write plan' },
  ],
  [
    'an unknown option of a command',
    "unknown option '--foo'",
    ['check', '--foo'],
    { path: '--foo', expected: 'what llmops check --help lists', fix: 'see llmops check --help' },
  ],
  [
    'an unknown option of a nested command',
    "unknown option '--bogus'",
    ['local', 'up', '--bogus'],
    { path: '--bogus', expected: 'what llmops local up --help lists', fix: 'see llmops local up --help' },
  ],
  [
    'a nested command two levels down',
    "missing required argument 'kind'",
    ['local', 'fault', 'add'],
    { path: 'kind', fix: 'see llmops local fault add --help' },
  ],
  [
    'an unknown nested command',
    "unknown command 'upp'\n(Did you mean up?)",
    ['local', 'upp'],
    { path: 'upp', expected: 'one of the commands up, fault', fix: 'write up' },
  ],
  [
    'a required option that is misspelt',
    "required option '--env <name>' not specified",
    ['plan', '--evn', 'dev', '--out', 'f'],
    { got: '--evn', fix: 'write --env in place of --evn' },
  ],
  [
    'a required option that is absent',
    "required option '--env <name>' not specified",
    ['plan', '--out', 'f'],
    { fix: 'see llmops plan --help' },
  ],
  ['too many arguments', 'too many arguments. Expected 0 arguments but got 1.', ['plan', 'x'], { path: 'plan' }],
])('%s', (_, message, argv, issue) => {
  expect(usage(message, argv)).toMatchObject({ code: 'WrongUsage', ...issue });
});
