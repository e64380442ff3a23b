import type { Command } from 'commander';
import { Option } from 'commander';
import type { JsonObject } from '../../lib/constraints/json';
import { isJudged } from '../../lib/constraints/template';
import type { ResourceGraph, SynthesizedStack } from '../../lib/graph';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import type { CheckResult, Finding, Pack, RuleContext } from '../../lib/review';
import { check, packs, rulesOf } from '../../lib/review';
import type { AnyFile } from '../project/any-file';
import { readAnyFile } from '../project/any-file';
import { planConfig } from '../project/planned';
import type * as platformGraphs from '../project/platform-graph';
import { issuesAsJson, refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { cdkFindings } from './cdk-findings';
import { plannedNames } from './planned-names';
import { plannedRegion } from './planned-region';
import { exceptUnknown, ruleContext } from './rule-context';
import { templateFindings } from './template-findings';

/** A graph, and the context of its rules. */
interface CheckInput {
  readonly graph: ResourceGraph;
  readonly context: RuleContext;
  /** The templates among the files. */
  readonly templates: readonly SynthesizedStack[];
  /** What the rules about types and properties are not asked about, as reasons. */
  readonly notAsked: readonly string[];
  /** Problems of files that cannot be read; the others are checked. */
  readonly unread: readonly Issue[];
}

/** `llmops check`: the review rules over the platform's graph, or over the files given. */
export function register(program: Command, terminal: Terminal): void {
  verb(
    program,
    'check [files...]',
    'run the rules on the platform, or on the files given: templates, plans, states, manifests, graphs',
  )
    .option('--env <name>', 'one environment instead of all')
    .option('--region <name>', 'the AWS region that the files given are for')
    .addOption(new Option('--pack <name>', 'the set of rules').choices([...packs]).default('baseline'))
    .option('--new-account', 'the AWS account never had agents of Bedrock, which are closed to new customers')
    .option('--with-cdk', 'also ask the validator of aws-cdk-lib, where it is installed, about the templates given')
    .action(async (files: readonly string[], options: CheckOptions) => {
      const input = files.length > 0 ? fromFiles(files, options.region) : await fromConfig(options.config, options.env);
      if (!input.ok) {
        refuse(input.issues, options, terminal);
        return;
      }
      reportIssues(input.issues, terminal);
      const { graph, context, templates, notAsked, unread } = input.value;
      const cdk =
        options.withCdk === true && templates.length > 0 ? await cdkFindings(templates, options.region) : success([]);
      if (!cdk.ok) {
        refuse(cdk.issues, options, terminal);
        return;
      }
      const found = check(graph, rulesOf(options.pack), { ...context, newAccount: options.newAccount === true });
      const result = {
        ...found,
        skipped: [
          ...found.skipped,
          ...skippedFor(notAsked),
          ...(options.withCdk === true ? skippedByCdk(templates) : []),
        ],
        findings: [...templates.flatMap((template) => templateFindings(template)), ...found.findings, ...cdk.value],
      };
      if (options.json) writeJson(terminal, unread.length === 0 ? result : { ...result, issues: issuesAsJson(unread) });
      else printFindings(result, terminal);
      const refused = result.findings.some(({ severity }) => severity === 'error');
      terminal.setExitCode(unread.length > 0 ? exit.badInput : refused ? exit.findings : exit.pass);
    });
}

type CheckOptions = CommonOptions & {
  readonly env?: string;
  readonly region?: string;
  readonly withCdk?: boolean;
  readonly pack: Pack;
  readonly newAccount?: boolean;
};

function skippedByCdk(templates: CheckInput['templates']): CheckResult['skipped'] {
  if (templates.length > 0) return [];
  return [
    { rule: 'CdkValidation', reason: 'no template is given; the CDK judges the platform when it is synthesized' },
  ];
}

/** The rules about types and properties, for what is not known before macros and loops have run. */
function skippedFor(reasons: readonly string[]): CheckResult['skipped'] {
  return (['SchemaViolation', 'ConstraintViolation'] as const).flatMap((rule) =>
    reasons.map((reason) => ({ rule, reason })),
  );
}

/** What is not known in files before macros and loops have run. */
function notAskedIn(held: readonly AnyFile[], unknown: number): readonly string[] {
  const whole = held.flatMap(({ templates }) =>
    templates.flatMap(({ stack, template }) => (isJudged(template as JsonObject) ? [] : [stack])),
  );
  return [
    ...(unknown === 0
      ? []
      : [`for ${unknown} ${unknown === 1 ? 'resource' : 'resources'} that a macro or loop makes something else of`]),
    ...held.flatMap(({ makers }) =>
      makers.map((maker) => `for what ${maker} makes: it is not known before the deployment`),
    ),
    ...whole.map((stack) => `for the template ${stack} as a whole: a macro or loop may still change it`),
  ];
}

function fromFiles(files: readonly string[], region: string | undefined): Result<CheckInput> {
  const read = files.map((file) => readAnyFile(file));
  const issues: Issue[] = read.flatMap((result) => result.issues);
  if (read.every((result) => !result.ok)) return failure(issues);
  const held = read.flatMap((result) => (result.ok ? result.value : []));
  const graph = held.flatMap((file) => file.graph);
  const unknown = new Set(held.flatMap((file) => [...file.unknown]));
  return {
    ok: true,
    value: {
      graph,
      templates: held.flatMap((file) => file.templates),
      context: exceptUnknown(
        ruleContext(() => region),
        graph,
        unknown,
      ),
      notAsked: notAskedIn(held, unknown.size),
      unread: read.flatMap((result) => (result.ok ? [] : result.issues)),
    },
    issues,
  };
}

async function fromConfig(config: string, environment: string | undefined): Promise<Result<CheckInput>> {
  const planned = await planConfig(config, process.cwd(), environment);
  if (!planned.ok) return planned;
  const { plans } = planned.value;
  // Both clouds' libraries are loaded for a platform only: files are checked without them.
  const { wholeGraph } = require('../project/platform-graph') as typeof platformGraphs;
  const graph = await wholeGraph(plans, config);
  if (!graph.ok) return graph;
  return {
    ok: true,
    value: {
      graph: graph.value,
      templates: [],
      notAsked: [],
      unread: [],
      context: { ...ruleContext(plannedRegion(plans)), plannedNames: plannedNames(plans) },
    },
    issues: planned.issues,
  };
}

function printFindings(result: CheckResult, terminal: Terminal): void {
  for (const finding of result.findings) terminal.out(describe(finding, terminal));
  for (const { rule, reason } of result.skipped) terminal.err(`${rule} was skipped: ${reason}`);
  terminal.err(
    `${result.findings.length} ${result.findings.length === 1 ? 'finding' : 'findings'} in ${result.resources} resources by ${result.rules} rules`,
  );
}

function describe(finding: Finding, { style }: Terminal): string {
  const mark = finding.severity === 'error' ? style.red('error') : style.yellow('warning');
  const where = [finding.environment, finding.cloud, finding.address].join(' ');
  const path = finding.path === '' ? '' : ` ${finding.path}`;
  return `${mark} ${where} (${finding.type})${path}: ${finding.message}  ${style.dim(`[${finding.rule}]`)}\n  fix  ${finding.fix}`;
}
