import type { Command } from 'commander';
import { defaultConfigFile } from '../project/default-config';
import type { Terminal } from './terminal';

/** Options of every command. */
export interface CommonOptions {
  /** Path of the config file. */
  readonly config: string;
  /** Whether results are written as JSON. */
  readonly json: boolean;
  /** Whether terminal output has colours. */
  readonly color: boolean;
}

/** A new command with the common options. */
export function verb(parent: Command, nameAndArguments: string, description: string): Command {
  return parent
    .command(nameAndArguments)
    .description(description)
    .option('--config <file>', 'platform config', defaultConfigFile)
    .option('--json', 'machine output on standard output', false)
    .option('--no-color', 'plain text')
    .exitOverride();
}

/** Writes JSON results with a final newline. */
export function writeJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value, bigIntegerAsText, 2));
}

/** A replacer for `JSON.stringify`, which throws on a big integer: an issue repeats the value from the config. */
export function bigIntegerAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
