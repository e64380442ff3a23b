import type { Command } from 'commander';
import { startLocalAws } from '../../lib/local/aws';
import { CodedError } from '../../lib/messages';
import type { Issue } from '../../lib/platform';
import { issueOf, refuse } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';

interface LocalUpOptions extends CommonOptions {
  readonly port: string;
  readonly host: string;
  readonly account: string;
  readonly region: string;
}

/** `llmops local up`: the local AWS endpoint in the foreground. */
export function register(program: Command, terminal: Terminal): void {
  const local = program.command('local').description('the local rehearsal cloud').exitOverride();
  verb(local, 'up', 'run the local cloud in the foreground and print the environment for cdk and the AWS SDKs')
    .option('--port <port>', 'port on the loopback interface', '4599')
    .option('--host <host>', 'loopback address', '127.0.0.1')
    .option('--account <id>', 'account of the printed credentials, and of any other access key', '111111111111')
    .option('--region <region>', 'region of the printed environment', 'eu-central-1')
    .action(async (options: LocalUpOptions) => {
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65_535) {
        refuse([notAPort(options.port)], options, terminal);
        return;
      }
      await serve(options, port, terminal);
    });
}

function notAPort(got: string): Issue {
  return {
    code: 'NumberOutOfRange',
    path: '--port',
    message: 'not a port',
    got,
    expected: 'a whole number from 0 (any free port) to 65535',
    fix: 'use a port such as 4599, or 0',
  };
}

async function serve(options: LocalUpOptions, port: number, terminal: Terminal): Promise<void> {
  let cloud;
  try {
    cloud = await startLocalAws({ port, host: options.host, foreignAccount: options.account });
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    refuse([issueOf(error)], options, terminal);
    return;
  }
  const env = cloud.env(options.account, options.region);
  if (options.json) writeJson(terminal, { url: cloud.url, env });
  else for (const [name, value] of Object.entries(env)) terminal.out(`export ${name}=${value}`);
  terminal.err(`local AWS at ${cloud.url}; stop it with Ctrl-C. The Azure program runs in \`llmops rehearse\`.`);
  await new Promise<void>((stopped) =>
    process
      .once('SIGINT', () => {
        stopped();
      })
      .once('SIGTERM', () => {
        stopped();
      }),
  );
  await cloud.close();
}
