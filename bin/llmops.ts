import { Command, CommanderError } from 'commander';
import { packageVersion } from './project/package-version';
import { refuse, reportError } from './terminal/issues';
import type { Terminal } from './terminal/terminal';
import { exit, processTerminal } from './terminal/terminal';
import { usageIssue } from './terminal/usage';

/** A command of the command line: `<folder>/command.ts`. */
interface CommandModule {
  register(program: Command, terminal: Terminal): void;
}

/*
 * Loaded on demand: `llmops plan` must not wait for the CDK and Pulumi. `require`, because a dynamic import of a
 * TypeScript file from CommonJS needs a loader that Node 20 lacks.
 */
const verbs: Readonly<Record<string, () => CommandModule>> = {
  plan: () => require('./plan/command') as CommandModule,
  preflight: () => require('./preflight/command') as CommandModule,
  estimate: () => require('./estimate/command') as CommandModule,
  graph: () => require('./graph/command') as CommandModule,
  check: () => require('./check/command') as CommandModule,
  diff: () => require('./diff/command') as CommandModule,
  review: () => require('./review/command') as CommandModule,
  cost: () => require('./cost/command') as CommandModule,
  lint: () => require('./lint/command') as CommandModule,
  local: () => require('./local/command') as CommandModule,
  rehearse: () => require('./rehearse/command') as CommandModule,
  assets: () => require('./assets/command') as CommandModule,
  deploy: () => require('./deploy/command') as CommandModule,
  destroy: () => require('./destroy/command') as CommandModule,
  bootstrap: () => require('./bootstrap/command') as CommandModule,
  seal: () => require('./seal/command') as CommandModule,
  release: () => require('./release/command') as CommandModule,
  catalog: () => require('./catalog/command') as CommandModule,
};

/** Optional peer dependencies of the package: a platform on one cloud needs only some of them. */
const peer = /^Cannot find module '(@pulumi\/[^/']+|aws-cdk-lib|constructs)/;

function commandModule(name: string): CommandModule | undefined {
  try {
    return verbs[name]?.();
  } catch (error) {
    const missing = missingPeer(error);
    if (missing === undefined) throw error;
    return needing(name, missing);
  }
}

/** @returns undefined where an error is about something else */
function missingPeer(error: unknown): string | undefined {
  return error instanceof Error ? peer.exec(error.message)?.[1] : undefined;
}

/** A command whose peer dependency is missing. It names the package, and help and the other commands work. */
function needing(name: string, missing: string): CommandModule {
  return {
    register(program, terminal) {
      const advice = `needs ${missing}: npm install ${missing}`;
      program
        .command(name)
        .description(advice)
        .argument('[rest...]')
        .allowUnknownOption()
        .action(() => {
          terminal.err(`error llmops ${name} ${advice}`);
          terminal.setExitCode(exit.badInput);
        });
    },
  };
}

async function main(argv: readonly string[], terminal: Terminal): Promise<void> {
  const program = new Command('llmops')
    .description('Plan, declare, rehearse and review one LLM platform on AWS and Azure.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => process.stdout.write(text),
      writeErr: (text) => process.stderr.write(text),
      // Wrong usage is reported below, in the shape of every other problem.
      outputError: () => undefined,
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 pass · 1 findings or failure · 2 bad input · 3 inconclusive · 4 blocked · 130 interrupted',
    )
    .showSuggestionAfterError();
  const verb = argv.find((argument) => !argument.startsWith('-'));
  const known = verb !== undefined && verb in verbs;
  // Help lists all verbs. The version needs none of them.
  const loaded = known ? [verb] : argv.includes('--version') ? [] : Object.keys(verbs);
  for (const name of loaded) commandModule(name)?.register(program, terminal);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    // A verb that reads files too loads a library of a cloud only when it is asked about a platform.
    const missing = missingPeer(error);
    if (missing !== undefined) {
      terminal.err(`error llmops ${verb ?? ''} needs ${missing}: npm install ${missing}`);
      terminal.setExitCode(exit.badInput);
      return;
    }
    if (!(error instanceof CommanderError)) throw error;
    // Help and version were asked for, or shown because no command was named.
    if (error.code.startsWith('commander.help') || error.code === 'commander.version') {
      terminal.setExitCode(error.exitCode === 0 ? exit.pass : exit.badInput);
      return;
    }
    refuse([usageIssue(error, program, argv)], { json: argv.includes('--json') }, terminal);
  }
}

// A note to developers of the AWS SDK, in the middle of what a person reads.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
const argv = process.argv.slice(2);
const terminal = processTerminal(argv, process.env);
main(argv, terminal).catch((error: unknown) => {
  reportError(error, terminal);
});
