import type { Command } from 'commander';
import { reportIssues } from '../support/issues';
import { verb, writeJson } from '../support/options';
import type { CommonOptions } from '../support/options';
import { planTable } from '../support/plan-table';
import { planConfig } from '../support/planned';
import { exit } from '../support/terminal';
import type { Terminal } from '../support/terminal';

interface PlanOptions extends CommonOptions {
  readonly env?: string;
  readonly explain: boolean;
}

/** `llmops plan`: sizes, placements, names and prices of each environment, with their reasons. */
export function register(program: Command, terminal: Terminal): void {
  verb(program, 'plan', 'the plan of each environment: every value with its reason')
    .option('--env <name>', 'one environment instead of all')
    .option('--explain', 'the rejected alternatives too', false)
    .action((options: PlanOptions) => {
      const planned = planConfig(options.config, process.cwd(), options.env);
      reportIssues(planned.issues, terminal);
      if (!planned.ok) {
        terminal.setExitCode(exit.badInput);
        return;
      }
      const { platform, plans } = planned.value;
      if (options.json) {
        writeJson(terminal, {
          platform: platform.name,
          environments: Object.fromEntries(plans.map((plan) => [plan.environment, plan])),
        });
        return;
      }
      terminal.out(plans.map((plan) => planTable(plan, options.explain, terminal)).join('\n\n'));
    });
}
