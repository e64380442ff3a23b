import type { Command } from 'commander';
import { Option } from 'commander';
import { verb } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { registerFault } from './fault';
import type { LogsOptions } from './logs';
import { showLogs } from './logs';
import type { StateOptions } from './options';
import { defaultState } from './options';
import { reset } from './reset';
import { showStatus } from './status';
import type { UpOptions } from './up';
import { up } from './up';

/** `llmops local`: the local AWS endpoint, and questions about its state. */
export function register(program: Command, terminal: Terminal): void {
  const local = program.command('local').description('the local rehearsal cloud').exitOverride();
  const state = '--state <dir>';
  verb(local, 'up', 'run the local cloud in the foreground and print the environment for cdk and the AWS SDKs')
    .option('--port <port>', 'port on the loopback interface', '4599')
    .option('--host <host>', 'loopback address', '127.0.0.1')
    .option('--account <id>', 'account of the printed credentials, and of any other access key', '111111111111')
    .option('--region <region>', 'region of the printed environment', 'eu-central-1')
    .option(state, 'folder of the state, which the next start continues', defaultState)
    .addOption(new Option('--memory', 'keep the state in memory until the end').default(false).conflicts('state'))
    .option('--with-cdk', 'warn of what the validator of aws-cdk-lib, where it is installed, finds in what is deployed')
    .action((options: UpOptions) => up(options, terminal));
  verb(local, 'status', 'stacks, buckets, what was simulated or not verified, and the size of the state')
    .option(state, 'folder of the state', defaultState)
    .action((options: StateOptions) => showStatus(options, terminal));
  verb(local, 'logs', 'the requests that the local cloud answered: who, what, and how it ended')
    .option(state, 'folder of the state', defaultState)
    .option('--last <n>', 'number of requests to begin with', '100')
    .option('--follow', 'go on with new requests until Ctrl-C', false)
    .action((options: LogsOptions) => showLogs(options, terminal));
  verb(local, 'reset', 'remove the state of the local cloud')
    .option(state, 'folder of the state', defaultState)
    .action((options: StateOptions) => reset(options, terminal));
  registerFault(local, terminal);
}
