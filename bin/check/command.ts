import type { Command } from 'commander';
import { Option } from 'commander';
import type { Issue } from '../../lib/platform';
import { success } from '../../lib/platform/issue';
import type { CheckResult, ControlCatalogue, Finding, Pack, Rule } from '../../lib/review';
import { checkEnvironments, controlCatalogues, packs, rules, rulesOf } from '../../lib/review';
import type { AcceptedFinding } from '../../lib/review/acceptances';
import { expiredFindings, withoutAccepted } from '../../lib/review/acceptances';
import { isOfCatalogue } from '../../lib/review/control-list';
import type { Waiver } from '../../lib/review/waivers';
import { waiversOf } from '../../lib/review/waivers';
import { isoToday } from '../project/today';
import { dayOption } from '../terminal/day-option';
import { issuesAsJson, refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { cdkFindings } from './cdk-findings';
import type { ControlReport } from './control-lines';
import { controlLines, controlReport } from './control-lines';
import type { CheckInput } from './input';
import { fromConfig, fromFiles } from './input';
import { templateFindings } from './template-findings';
import { waiverLines } from './waiver-lines';

/** `llmops check`: the review rules over the platform's graph, or over the files given. */
export function register(program: Command, terminal: Terminal): void {
  verb(
    program,
    'check [files...]',
    'run the rules on the platform, or on the files given: templates, plans, states, manifests, graphs',
  )
    .option('--env <name>', 'one environment instead of all')
    .option('--region <name>', 'the AWS region that the files given are for')
    .addOption(
      new Option('--pack <name>', 'the set of rules, instead of the one of each environment').choices([...packs]),
    )
    .addOption(
      new Option('--controls <name>', 'the rules of a catalogue of controls, by control').choices([
        ...controlCatalogues,
      ]),
    )
    .option('--waivers', 'what the config accepts: rule, address, owner, reason, days left, and whether it is used')
    .addOption(dayOption())
    .option('--new-account', 'the AWS account never had agents of Bedrock, which are closed to new customers')
    .option('--with-cdk', 'also ask the validator of aws-cdk-lib, where it is installed, about the templates given')
    .action(async (files: readonly string[], options: CheckOptions) => {
      if (files.length > 0 && options.waivers === true) {
        refuse([waiversOfFiles], options, terminal);
        return;
      }
      const input = files.length > 0 ? fromFiles(files, options.region) : await fromConfig(options.config, options.env);
      if (!input.ok) {
        refuse(input.issues, options, terminal);
        return;
      }
      reportIssues(input.issues, terminal);
      const { templates } = input.value;
      const cdk =
        options.withCdk === true && templates.length > 0 ? await cdkFindings(templates, options.region) : success([]);
      if (!cdk.ok) {
        refuse(cdk.issues, options, terminal);
        return;
      }
      report(judged(input.value, options, cdk.value), { unread: input.value.unread, options, terminal });
    });
}

interface CheckOptions extends CommonOptions {
  readonly env?: string;
  readonly region?: string;
  readonly withCdk?: boolean;
  readonly pack?: Pack;
  readonly controls?: ControlCatalogue;
  readonly waivers?: boolean;
  readonly on?: string;
  readonly newAccount?: boolean;
}

/** A check with what the config accepts of it. */
interface Judged extends CheckResult {
  /** Pack of each environment. */
  readonly packs: Readonly<Record<string, Pack>>;
  /** Findings that the config accepts. They fail nothing. */
  readonly accepted: readonly AcceptedFinding[];
  /** Only with `--waivers`. */
  readonly waivers?: readonly Waiver[];
  /** Only with `--controls`. */
  readonly controls?: ControlReport;
}

function judged(input: CheckInput, options: CheckOptions, cdk: readonly Finding[]): Judged {
  const { graph, context, templates, notAsked, accept, packOf } = input;
  const { controls, on = isoToday() } = options;
  const pack = (environment: string): Pack =>
    options.pack ?? (controls === undefined ? (packOf(environment) ?? 'baseline') : 'regulated');
  const ofControls: readonly Rule[] | undefined =
    controls === undefined ? undefined : rules.filter((rule) => isOfCatalogue(rule, controls));
  const rulesFor = (environment: string): readonly Rule[] => {
    const all = rulesOf(pack(environment));
    return ofControls === undefined ? all : all.filter((rule) => ofControls.includes(rule));
  };
  const found = checkEnvironments(graph, rulesFor, { ...context, newAccount: options.newAccount === true });
  const whole = templates.flatMap((template) => templateFindings(template));
  const all = [...whole, ...found.findings, ...cdk];
  const { open, accepted } = withoutAccepted(all, accept, on);
  const environments = [...new Set(graph.map(({ environment }) => environment))];
  return {
    ...found,
    skipped: [...found.skipped, ...skippedFor(notAsked), ...(options.withCdk === true ? skippedByCdk(templates) : [])],
    findings: [...open, ...expiredFindings(accept, graph, on)],
    packs: Object.fromEntries(environments.map((environment) => [environment, pack(environment)])),
    accepted,
    ...(options.waivers === true ? { waivers: waiversOf(accept, { graph, findings: all }, on) } : {}),
    ...(controls === undefined ? {} : { controls: controlReport(controls, ofControls ?? [], open) }),
  };
}

interface ReportInput {
  /** Problems of files that cannot be read. */
  readonly unread: readonly Issue[];
  readonly options: CheckOptions;
  readonly terminal: Terminal;
}

function report(result: Judged, { unread, options, terminal }: ReportInput): void {
  const { waivers, controls, findings } = result;
  if (options.json) writeJson(terminal, unread.length === 0 ? result : { ...result, issues: issuesAsJson(unread) });
  else if (waivers !== undefined) for (const line of waiverLines(waivers, terminal)) terminal.out(line);
  else {
    for (const line of controls === undefined ? [] : controlLines(controls, terminal)) terminal.out(line);
    printFindings(result, terminal);
  }
  const expired = waivers?.some(({ state }) => state === 'expired') === true;
  const refused = waivers === undefined && findings.some(({ severity }) => severity === 'error');
  terminal.setExitCode(unread.length > 0 ? exit.badInput : refused || expired ? exit.findings : exit.pass);
}

const waiversOfFiles: Issue = {
  code: 'WrongUsage',
  path: '--waivers',
  message: 'waivers are in the config, and files are given',
  expected: 'the platform alone',
  fix: 'leave out the files',
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

function printFindings(result: Judged, terminal: Terminal): void {
  for (const finding of result.findings) terminal.out(describe(finding, terminal));
  for (const { rule, reason } of result.skipped) terminal.err(`${rule} was skipped: ${reason}`);
  const accepted = result.accepted.length === 0 ? '' : `; ${result.accepted.length} accepted by the config`;
  terminal.err(
    `${result.findings.length} ${result.findings.length === 1 ? 'finding' : 'findings'} in ${result.resources} resources by ${result.rules} rules${accepted}`,
  );
}

function describe(finding: Finding, { style }: Terminal): string {
  const mark = finding.severity === 'error' ? style.red('error') : style.yellow('warning');
  const where = [finding.environment, finding.cloud, finding.address].join(' ');
  const path = finding.path === '' ? '' : ` ${finding.path}`;
  return `${mark} ${where} (${finding.type})${path}: ${finding.message}  ${style.dim(`[${finding.rule}]`)}\n  fix  ${finding.fix}`;
}
