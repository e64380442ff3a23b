import type { Cloud } from '../../lib/platform';
import type { Finding, Outcome, PreflightReport, Unverified } from '../../lib/preflight';
import { causes, isFinding } from '../../lib/preflight';
import { counted } from '../../lib/review/plan-report/amounts';
import type { Terminal } from '../terminal/terminal';

const cloudNames: Readonly<Record<Cloud, string>> = { aws: 'AWS', azure: 'Azure' };

/** The report for a person: the verdict, then each cloud with what to do, what is not known, and what passed. */
export function preflightText(report: PreflightReport, { style }: Terminal): string {
  const findings = report.outcomes.filter(isFinding).length;
  const open = report.outcomes.filter(({ kind }) => kind === 'unverified').length;
  const passes = report.outcomes.length - findings - open;
  const counts = `${counted(findings, 'finding')}, ${open} unverified, ${passes} passed`;
  const verdicts = {
    passed: style.green(`${report.environment}: nothing known stands in the way of a deployment`),
    findings: style.red(`${report.environment}: a deployment would fail`),
    unverified: style.yellow(`${report.environment}: not everything could be asked`),
  };
  const sections = (['aws', 'azure'] as const).flatMap((cloud) => {
    const outcomes = report.outcomes.filter((outcome) => outcome.cloud === cloud);
    const limits = report.limits.filter((limit) => limit.cloud === cloud).map(({ text }) => text);
    return outcomes.length === 0 ? [] : [cloudText(cloud, outcomes, limits, style)];
  });
  return [`${verdicts[report.verdict]} (${counts})`, ...sections].join('\n\n');
}

function cloudText(
  cloud: Cloud,
  outcomes: readonly Outcome[],
  limits: readonly string[],
  style: Terminal['style'],
): string {
  const open = outcomes.filter((outcome): outcome is Unverified => outcome.kind === 'unverified');
  const passes = outcomes.filter(({ kind }) => kind === 'passed');
  return [
    style.bold(cloudNames[cloud]),
    ...outcomes.filter(isFinding).map((finding) => findingText(finding, style)),
    ...openTexts(open, style),
    `  passed      ${passes.length === 0 ? 'none' : passedText(passes)}`,
    ...limits.map((text) => style.dim(`  not known   ${text}`)),
  ].join('\n');
}

function findingText({ check, cause, place, got, expected, fix, next }: Finding, style: Terminal['style']): string {
  return [
    `  ${style.red('finding')}     ${style.bold(place)}  ${style.dim(`[${check}]`)}`,
    `    cause     ${cause}: ${causes[cause]}`,
    `    got       ${got}`,
    `    expected  ${expected}`,
    `    fix       ${fix}`,
    `    next      ${next}`,
  ].join('\n');
}

/** One line for each open question, and one for all that have no answer for the same reason. */
function openTexts(open: readonly Unverified[], style: Terminal['style']): readonly string[] {
  const general = open.filter(({ permissions, place }) => permissions.length === 0 && place.endsWith('?'));
  const reasons = [...new Set(general.map(({ got }) => got))];
  return [
    ...open.filter((one) => !general.includes(one)).map((one) => openText(one, style)),
    ...reasons.map((reason) => {
      const checks = general.filter(({ got }) => got === reason).map(({ check }) => check);
      return `  ${style.yellow('unverified')}  ${reason}: ${checks.join(', ')}`;
    }),
  ];
}

function openText({ check, place, why, got, permissions }: Unverified, style: Terminal['style']): string {
  const asksForRights = why === 'denied' || why === 'no-credentials';
  const needs = asksForRights && permissions.length > 0 ? `; needs ${permissions.join(', ')}` : '';
  return `  ${style.yellow('unverified')}  ${place}: ${why}, ${got}${needs}  ${style.dim(`[${check}]`)}`;
}

function passedText(passes: readonly Outcome[]): string {
  const checks = [...new Set(passes.map(({ check }) => check))];
  return checks.map((check) => `${check} (${passes.filter((one) => one.check === check).length})`).join(', ');
}
