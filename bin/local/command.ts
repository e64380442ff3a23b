import type { Command } from 'commander';
import { startLocalAws } from '../../lib/local/aws';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';

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
        terminal.err(
          `--port: not a port, got ${options.port}, expected a whole number from 0 (any free port) to 65535`,
        );
        terminal.setExitCode(exit.badInput);
        return;
      }
      await serve(options, port, terminal);
    });
}

async function serve(options: LocalUpOptions, port: number, terminal: Terminal): Promise<void> {
  let cloud;
  try {
    cloud = await startLocalAws({ port, host: options.host, foreignAccount: options.account });
  } catch (error) {
    terminal.err(error instanceof Error ? error.message : String(error));
    terminal.setExitCode(exit.badInput);
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
