import assert from 'node:assert';
import { stageTemplates } from '../../helpers/aws-app';
import { settledPlan } from '../../helpers/aws-plan-fixture';
import type { Case } from '../case';

export const aws03: Case = {
  id: 'aws-03',
  fault: 'Retain keeps what a rolled-back creation made, and fixed names block the retry',
  expected: 'what is retained is retained only once its creation succeeded',
  check() {
    const resources = Object.values(stageTemplates(settledPlan('prod'))).flatMap(({ Resources }) =>
      Object.values(Resources),
    );
    const policies = resources.map(({ DeletionPolicy }) => DeletionPolicy);
    assert.ok(policies.filter((policy) => policy === 'RetainExceptOnCreate').length >= 11);
    assert.deepStrictEqual(
      resources.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain'),
      [],
    );
  },
};
