import { manifestRule } from '../../kubernetes/pod-rule';
import { manifestType, manifestTypes } from '../../kubernetes/pods';
import { valueAt } from '../../policy';

/** Set activeDeadlineSeconds: a job that hangs keeps a GPU day and night. */
export const jobWithoutDeadline = manifestRule(
  {
    code: 'JobWithoutDeadline',
    pack: 'production',
    safeguard: 'consumption',
    rationale: 'A job that hangs keeps a GPU day and night.',
    source: {
      url: 'https://github.com/kubernetes/website/blob/main/content/en/docs/concepts/security/application-security-checklist.md',
      asOf: '2026-12-01',
    },
  },
  (node) => {
    const job = manifestType(node.type) === 'batch/v1/CronJob' ? ['spec', 'jobTemplate', 'spec'] : ['spec'];
    return valueAt(node.properties, ...job, 'activeDeadlineSeconds') === undefined
      ? [{ path: [...job, 'activeDeadlineSeconds'].join('.'), message: 'is not set' }]
      : [];
  },
  manifestTypes(['batch/v1/Job', 'batch/v1/CronJob']),
);
