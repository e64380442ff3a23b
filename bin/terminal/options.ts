import type { Command } from 'commander';
import { Option } from 'commander';
import { defaultConfigFile } from '../project/default-config';
import type { Terminal } from './terminal';

/** Options every command takes. */
export interface CommonOptions {
  readonly config: string;
  readonly json: boolean;
  readonly color: boolean;
}

/** A new verb with the common options; commander's errors end the process with exit code 2. */
export function verb(parent: Command, nameAndArguments: string, description: string): Command {
  return parent
    .command(nameAndArguments)
    .description(description)
    .addOption(new Option('--config <file>', 'platform config').default(defaultConfigFile))
    .option('--json', 'machine output on standard output', false)
    .option('--no-color', 'plain text')
    .exitOverride();
}

/** Writes JSON results with a final newline. */
export function writeJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value, bigIntegerAsText, 2));
}

/** For `JSON.stringify`, which throws on a big integer: an issue repeats what a config holds. */
export function bigIntegerAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
