import type { Rule } from './rule';

/** Retention steps of CloudWatch Logs, in days (API reference of PutRetentionPolicy). */
const steps: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
/** Interactive retention of a Log Analytics workspace, in days. */
const azureDays = { least: 30, most: 730 };

/** A retention is valid on every cloud of the platform. */
export const logsRule: Rule = ({ spec, declared, cloudsOf }) => {
  const days = spec.logs?.retentionDays;
  if (days === undefined) return [];
  const path = 'logs.retentionDays';
  const onAzure = declared('environments').some((environment) => cloudsOf(environment).includes('azure'));
  const allowed = onAzure ? steps.filter((step) => step >= azureDays.least && step <= azureDays.most) : steps;
  if (allowed.includes(days)) return [];
  const next = allowed.find((step) => step >= days) ?? allowed.at(-1);
  return [
    {
      code: 'InvalidRetentionDays',
      path,
      message: steps.includes(days)
        ? `Log Analytics retains logs for ${azureDays.least} to ${azureDays.most} days, and the platform has an azure target`
        : 'not a retention step of CloudWatch Logs',
      got: days,
      expected: `one of ${allowed.join(', ')}`,
      fix: `use ${next}`,
    },
  ];
};
