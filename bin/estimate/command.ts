import type { Command } from 'commander';
import { estimate } from '../../lib/plan/estimate/estimate';
import type { EstimateRequest } from '../../lib/plan/estimate/request';
import type { Issue } from '../../lib/platform';
import { catalogOfConfig } from '../catalog/of-config';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { estimateIssues } from './issues';
import { estimateText } from './text';

interface EstimateOptions extends CommonOptions, Partial<EstimateRequest> {}

/** Stand-ins for options that were left out, so that the rest is checked too. */
const unsaid = { model: '', instance: '', concurrency: 1, inputTokens: 1, outputTokens: 1 } as const;

/** `llmops estimate`: what one copy of a model on one instance achieves. Of the config it takes the rows of `catalog` only. */
export function register(program: Command, terminal: Terminal): void {
  verb(program, 'estimate', 'whether a model fits an instance, how fast it serves and what it costs')
    .option('--model <id>', 'repository of the model, for example Qwen/Qwen3-32B')
    .option('--instance <type>', 'instance type or VM size, for example ml.g6e.12xlarge')
    .option('--concurrency <n>', 'requests in flight', Number)
    .option('--input-tokens <n>', 'tokens of a request', Number)
    .option('--output-tokens <n>', 'tokens of an answer', Number)
    .option('--tensor-parallel <n>', 'GPUs the model is split over (default: the fewest that hold it)', Number)
    .option('--dtype <format>', 'number format of the weights (default: the published one)')
    .option('--lora-adapters <n>', 'LoRA adapters in memory at the same time (default: none)', Number)
    .option('--lora-rank <n>', 'largest rank among them (default: 16)', Number)
    .option('--slo-ttft <ms>', 'how long the first token may take (default: no limit)', Number)
    .option('--slo-tpot <ms>', 'how long a token after it may take (default: no limit)', Number)
    .option('--region <name>', 'where to price it (default: us-east-1 or eastus)')
    .action(async (options: EstimateOptions) => {
      const facts = await catalogOfConfig(options.config, process.cwd());
      if (!facts.ok) {
        refuse(facts.issues, options, terminal);
        return;
      }
      reportIssues(facts.issues, terminal);
      const missing = missingOptions(options);
      const answer = estimate({ ...unsaid, ...options }, facts.value.catalog);
      const issues = [...missing, ...answer.issues.filter(({ path }) => missing.every((gap) => gap.path !== path))];
      if (!answer.ok || issues.length > 0) {
        refuse(issues.map(asOption), { json: options.json }, terminal);
        return;
      }
      const found = answer.value;
      if (options.json) writeJson(terminal, found);
      else terminal.out(estimateText(found, terminal));
      const wanting = estimateIssues(found, options);
      reportIssues(wanting, terminal);
      if (wanting.length > 0) terminal.setExitCode(exit.findings);
    });
}

function missingOptions(options: Partial<EstimateRequest>): readonly Issue[] {
  return Object.keys(unsaid)
    .filter((path) => !(path in options))
    .map((path) => ({ code: 'OptionMissing', path, message: 'the option is required', expected: 'a value' }));
}

/** Paths as the options they were written as. */
function asOption(issue: Issue): Issue {
  const got = Number.isNaN(issue.got) ? { got: 'not a number' } : {};
  return { ...issue, ...got, path: `--${issue.path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` };
}
