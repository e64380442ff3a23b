import type { Issue } from '../issue';
import type { Rule } from './rule';

/** Retention steps of CloudWatch Logs, in days (API reference of PutRetentionPolicy). */
const steps: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
/** Interactive retention of a Log Analytics workspace, in days. */
const azureDays = { least: 30, most: 730 };

/** A retention is valid on every cloud of the platform, or of the environment. */
export const logsRule: Rule = ({ spec, declared, cloudsOf }) => [
  ...retention('logs.retentionDays', spec.logs?.retentionDays, {
    whose: 'the platform',
    onAzure: declared('environments').some((environment) => cloudsOf(environment).includes('azure')),
  }),
  ...Object.entries(spec.environments ?? {}).flatMap(([key, { dataRetention }]) =>
    retention(`environments.${key}.dataRetention.promptsDays`, dataRetention?.promptsDays, {
      whose: 'the environment',
      onAzure: cloudsOf(key).includes('azure'),
    }),
  ),
];

function retention(
  path: string,
  days: number | undefined,
  { whose, onAzure }: { readonly whose: string; readonly onAzure: boolean },
): readonly Issue[] {
  if (days === undefined) return [];
  const allowed = onAzure ? steps.filter((step) => step >= azureDays.least && step <= azureDays.most) : steps;
  if (allowed.includes(days)) return [];
  const next = allowed.find((step) => step >= days) ?? allowed.at(-1);
  return [
    {
      code: 'InvalidRetentionDays',
      path,
      message: steps.includes(days)
        ? `Log Analytics retains logs for ${azureDays.least} to ${azureDays.most} days, and ${whose} has an azure target`
        : 'not a retention step of CloudWatch Logs',
      got: days,
      expected: `one of ${allowed.join(', ')}`,
      fix: `use ${next}`,
    },
  ];
}
