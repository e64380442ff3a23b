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

/** Values for missing options, so that the other options are checked too. */
const placeholders = { model: '', instance: '', concurrency: 1, inputTokens: 1, outputTokens: 1 } as const;

/** `llmops estimate`: performance and costs of one copy of a model on one instance, with the rows of `catalog` in the config. */
export function register(program: Command, terminal: Terminal): void {
  verb(program, 'estimate', 'whether a model fits an instance, how fast it serves and what it costs')
    .option('--model <id>', 'repository of the model, for example Qwen/Qwen3-32B')
    .option('--instance <type>', 'instance type or VM size, for example ml.g6e.12xlarge')
    .option('--concurrency <n>', 'requests in flight', Number)
    .option('--input-tokens <n>', 'tokens of a request', Number)
    .option('--output-tokens <n>', 'tokens of an answer', Number)
    .option(
      '--tensor-parallel <n>',
      'GPUs in a tensor-parallel split (default: the cheapest split that serves the load)',
      Number,
    )
    .option('--dtype <format>', 'number format of the weights (default: the published one)')
    .option('--engine <name>', 'serving engine (default: vllm)')
    .option(
      '--engine-version <version>',
      'its version (default: the first that llmops catalog show --kind engines lists)',
    )
    .option('--utilization <share>', "share of a GPU's memory that the engine uses (default: 0.9)", Number)
    .option('--expert-parallel', 'spread experts over the GPUs instead of cutting each')
    .option('--lora-adapters <n>', 'LoRA adapters in memory at the same time (default: none)', Number)
    .option('--lora-rank <n>', 'largest rank among them (default: 16)', Number)
    .option('--slo-ttft <ms>', 'longest time to the first token (default: no limit)', Number)
    .option('--slo-tpot <ms>', 'longest time per token after the first (default: no limit)', Number)
    .option(
      '--region <name>',
      'region of the price (default: us-east-1 or eastus, or the cheapest that offers the size)',
    )
    .action(async (options: EstimateOptions) => {
      const facts = await catalogOfConfig(options.config, process.cwd());
      if (!facts.ok) {
        refuse(facts.issues, options, terminal);
        return;
      }
      reportIssues(facts.issues, terminal);
      const missing = missingOptions(options);
      const answer = estimate({ ...placeholders, ...options }, facts.value.catalog);
      const issues = [...missing, ...answer.issues.filter(({ path }) => missing.every((gap) => gap.path !== path))];
      if (!answer.ok || issues.length > 0) {
        refuse(issues.map(asOption), { json: options.json }, terminal);
        return;
      }
      const found = answer.value;
      if (options.json) writeJson(terminal, found);
      else terminal.out(estimateText(found, terminal));
      const shortfalls = estimateIssues(found, options);
      reportIssues(shortfalls, terminal);
      if (shortfalls.length > 0) terminal.setExitCode(exit.findings);
    });
}

function missingOptions(options: Partial<EstimateRequest>): readonly Issue[] {
  return Object.keys(placeholders)
    .filter((path) => !(path in options))
    .map((path) => ({ code: 'OptionMissing', path, message: 'the option is required', expected: 'a value' }));
}

/** The issue with the name of the option as its path. */
function asOption(issue: Issue): Issue {
  const got = Number.isNaN(issue.got) ? { got: 'not a number' } : {};
  return { ...issue, ...got, path: `--${issue.path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}` };
}
