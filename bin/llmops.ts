import { Command, CommanderError } from 'commander';
import { exit, processTerminal } from './support/terminal';
import type { Terminal } from './support/terminal';

/** A verb of the command line, in a file of its own. */
interface CommandModule {
  register(program: Command, terminal: Terminal): void;
}

/*
 * Loaded on demand: `llmops plan` must not wait for the CDK and Pulumi. `require`, because a dynamic import of a
 * TypeScript file from CommonJS needs a loader that Node 20 lacks.
 */
const verbs: Readonly<Record<string, () => CommandModule>> = {
  plan: () => require('./commands/plan') as CommandModule,
  estimate: () => require('./commands/estimate') as CommandModule,
  graph: () => require('./commands/graph') as CommandModule,
  check: () => require('./commands/check') as CommandModule,
  lint: () => require('./commands/lint') as CommandModule,
  local: () => require('./commands/local') as CommandModule,
  rehearse: () => require('./commands/rehearse') as CommandModule,
};

async function main(argv: readonly string[]): Promise<void> {
  const terminal = processTerminal(argv, process.env);
  const program = new Command('llmops')
    .description('Plan, declare, rehearse and review one LLM platform on AWS and Azure.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stdout.write(text), writeErr: (text) => process.stderr.write(text) })
    .addHelpText('after', '\nExit codes: 0 pass · 1 findings or failure · 2 bad input · 3 inconclusive · 4 blocked')
    .showSuggestionAfterError();
  const verb = argv.find((argument) => !argument.startsWith('-'));
  const wanted = verb === undefined ? undefined : verbs[verb];
  for (const load of wanted === undefined ? Object.values(verbs) : [wanted]) load().register(program, terminal);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed the message; help and version end with 0, everything else is usage.
    terminal.setExitCode(error.exitCode === 0 ? exit.pass : exit.badInput);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exit.findings;
});
