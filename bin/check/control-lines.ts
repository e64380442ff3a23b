import type { ControlCatalogue, ControlRow, Finding, Rule } from '../../lib/review';
import { catalogueEditions, controlRows } from '../../lib/review';
import type { Terminal } from '../terminal/terminal';

/** A control with what the check found about it. */
interface ControlResult extends ControlRow {
  /** Findings by rule: only rules that found something. */
  readonly findings: Readonly<Record<string, number>>;
}

/** What a check says about the controls of a catalogue. */
export interface ControlReport {
  readonly catalogue: ControlCatalogue;
  /** Title and edition. */
  readonly title: string;
  readonly controls: readonly ControlResult[];
}

/** The controls of a catalogue, with the findings of the rules that ran. */
export function controlReport(
  catalogue: ControlCatalogue,
  rules: readonly Rule[],
  findings: readonly Finding[],
): ControlReport {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const controls = controlRows(catalogue, rules).map((row): ControlResult => ({
    ...row,
    findings: Object.fromEntries(
      row.rules.flatMap((rule) => {
        const count = counts.get(rule);
        return count === undefined ? [] : [[rule, count]];
      }),
    ),
  }));
  return { catalogue, title: catalogueEditions[catalogue].title, controls };
}

/** A report as lines: a control each, with the rules that found something and the number of the others. */
export function controlLines({ title, controls }: ControlReport, { style }: Terminal): readonly string[] {
  const ours = controls.filter(({ rules }) => rules.length > 0).length;
  return [
    `${title}: ${ours} controls have rules of the kit, ${controls.length - ours} more have rules of cdk-nag, which is not run. No rule meets a control alone.`,
    ...controls.map((control) => {
      const found = Object.entries(control.findings).map(([rule, count]) => `${rule} (${count})`);
      const word = control.rules.length === 0 ? 'not asked' : found.length === 0 ? 'no finding' : 'findings';
      const mark = found.length > 0 ? style.red(word.padEnd(11)) : word.padEnd(11);
      const nag = control.nagRules.length;
      const parts = [
        ...(control.rules.length === 0 ? [] : [`${control.rules.length} rules`]),
        ...(nag === 0 ? [] : [`${nag} of cdk-nag`]),
        ...found,
      ];
      return `${control.control.padEnd(24)} ${mark} ${parts.join(', ')}`;
    }),
  ];
}
