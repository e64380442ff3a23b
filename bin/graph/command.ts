import type { Command } from 'commander';
import { planConfig } from '../project/planned';
import { platformGraph } from '../project/platform-graph';
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

/** `llmops graph`: the resources of both clouds as one graph. */
export function register(program: Command, terminal: Terminal): void {
  verb(program, 'graph', 'the resource graph of both clouds, as JSON')
    .option('--env <name>', 'one environment instead of all')
    .option('--out <file>', 'write to a file instead of standard output')
    .action(async (options: GraphOptions) => {
      const planned = await planConfig(options.config, process.cwd(), options.env);
      if (!planned.ok) {
        refuse(planned.issues, options, terminal);
        return;
      }
      reportIssues(planned.issues, terminal);
      const { graph, problems } = await platformGraph(planned.value.plans);
      for (const problem of problems) terminal.err(problem);
      if (problems.length > 0) {
        terminal.setExitCode(exit.findings);
        return;
      }
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
    });
}
