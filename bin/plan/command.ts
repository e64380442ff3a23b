import type { Command } from 'commander';
import { catalog } from '../../lib/catalog';
import type { DatedPlan } from '../../lib/plan';
import { datedModelIssues, datePlan, walkDecisions } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { isError } from '../../lib/platform';
import type { PlanReport } from '../../lib/review/plan-report';
import { planNote, planPage } from '../../lib/review/plan-report';
import { counted } from '../../lib/review/plan-report/amounts';
import { planConfig } from '../project/planned';
import { isoToday } from '../project/today';
import { refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import { writeOutput } from '../terminal/write-output';
import { explainText } from './explain';
import { unknownPath } from './path';
import { planText } from './text';

interface PlanOptions extends CommonOptions {
  readonly env?: string;
  /** A path, or true for every decision. */
  readonly explain?: string | true;
  readonly html?: string;
}

/** `llmops plan`: sizes, placements, names and prices of each environment, with reasons. */
export function register(program: Command, terminal: Terminal): void {
  verb(program, 'plan', 'what is planned for each environment, its costs, and the reasons')
    .option('--env <name>', 'one environment instead of all')
    .option('--explain [path]', 'every decision at or under a path, with reasons and rejected alternatives')
    .option('--html <file>', 'also write the plan as a page with a plot for each endpoint; it needs no network')
    .action((options: PlanOptions) => run(options, terminal));
}

async function run(options: PlanOptions, terminal: Terminal): Promise<void> {
  const planned = await planConfig(options.config, process.cwd(), options.env);
  if (!planned.ok) {
    refuse(planned.issues, options, terminal);
    return;
  }
  const platform = planned.value.platform.name;
  const today = isoToday();
  const plans = planned.value.plans.map((plan) => datePlan(plan, today));
  const sinceThen = datedModelIssues(planned.value.platform, catalog, today);
  const issues = [...planned.issues, ...sinceThen];
  const prefix = typeof options.explain === 'string' ? options.explain : '';
  const unknown = unknownPath(plans, prefix);
  const report = (): PlanReport => ({ platform, environments: plans.map(planNote), warnings: issues });
  const problems = unknown === undefined ? writePage(options.html, report) : [unknown];
  if (problems.length > 0) {
    refuse(problems, options, terminal);
    return;
  }
  if (options.json) {
    writeJson(terminal, {
      platform,
      environments: Object.fromEntries(plans.map((plan) => [plan.environment, plan])),
    });
  } else {
    const text = options.explain === undefined ? note : explain(prefix);
    terminal.out(plans.map((plan) => text(plan, terminal)).join('\n\n'));
  }
  if (options.html !== undefined) terminal.err(`${options.html}: page of ${counted(plans.length, 'environment')}`);
  // Last, so that they are visible on the screen.
  reportIssues(issues, terminal);
  if (issues.some(isError)) terminal.setExitCode(exit.findings);
}

function writePage(file: string | undefined, report: () => PlanReport): readonly Issue[] {
  return file === undefined ? [] : writeOutput({ option: '--html', file, example: 'plan.html' }, planPage(report()));
}

function note(plan: DatedPlan, terminal: Terminal): string {
  return planText(planNote(plan), [...walkDecisions(plan)].length, terminal);
}

function explain(prefix: string): (plan: DatedPlan, terminal: Terminal) => string {
  return (plan, terminal) => explainText(plan, prefix, terminal);
}
