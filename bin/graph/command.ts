import type { Command } from 'commander';
import type { ResourceGraph } from '../../lib/graph';
import { sortNodes } from '../../lib/graph';
import type { Result } from '../../lib/platform';
import { failure, isError, success } from '../../lib/platform';
import { readAnyFile } from '../project/any-file';
import { planConfig } from '../project/planned';
import type * as platformGraphs from '../project/platform-graph';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { writeOutput } from '../terminal/write-output';

interface GraphOptions extends CommonOptions {
  readonly env?: string;
  readonly out?: string;
}

/** `llmops graph`: the resources of both clouds, or of the files given, as one graph. */
export function register(program: Command, terminal: Terminal): void {
  verb(
    program,
    'graph [files...]',
    'the resource graph of both clouds as JSON, or of the files given: templates, plans, states, manifests',
  )
    .option('--env <name>', 'one environment instead of all')
    .option('--out <file>', 'write to a file instead of standard output')
    .action(async (files: readonly string[], options: GraphOptions) => {
      const read = files.length > 0 ? fromFiles(files) : await fromConfig(options, terminal);
      if (read === undefined) return;
      if (!read.ok) {
        refuse(read.issues, options, terminal);
        return;
      }
      reportIssues(read.issues, terminal);
      write(read.value, options, terminal);
      // What could be read is written, and the exit code says that some was not.
      if (read.issues.some(isError)) terminal.setExitCode(exit.badInput);
    });
}

function fromFiles(files: readonly string[]): Result<ResourceGraph> {
  const read = files.map((file) => readAnyFile(file));
  const issues = read.flatMap((result) => result.issues);
  if (read.every((result) => !result.ok)) return failure(issues);
  return success(sortNodes(read.flatMap((result) => (result.ok ? result.value.graph : []))), issues);
}

/** @returns undefined where the program of a cloud failed, which is reported */
async function fromConfig(
  { config, env }: GraphOptions,
  terminal: Terminal,
): Promise<Result<ResourceGraph> | undefined> {
  const planned = await planConfig(config, process.cwd(), env);
  if (!planned.ok) return planned;
  // Both clouds' libraries are loaded for a platform only: files are read without them.
  const { platformGraph } = require('../project/platform-graph') as typeof platformGraphs;
  const { graph, problems } = await platformGraph(planned.value.plans);
  for (const problem of problems) terminal.err(problem);
  if (problems.length === 0) return success(graph, planned.issues);
  reportIssues(planned.issues, terminal);
  terminal.setExitCode(exit.findings);
  return undefined;
}

function write(graph: ResourceGraph, options: GraphOptions, terminal: Terminal): void {
  if (options.out === undefined) {
    writeJson(terminal, graph);
    return;
  }
  const output = { option: '--out', file: options.out, example: 'graph.json' };
  const unwritten = writeOutput(output, `${JSON.stringify(graph, undefined, 2)}\n`);
  if (unwritten.length > 0) {
    refuse(unwritten, options, terminal);
    return;
  }
  const clouds = [...new Set(graph.map(({ cloud }) => cloud))].map(
    (cloud) => `${graph.filter((node) => node.cloud === cloud).length} on ${cloud}`,
  );
  terminal.err(`${options.out}: ${graph.length} resources, ${clouds.join(', ')}`);
}
