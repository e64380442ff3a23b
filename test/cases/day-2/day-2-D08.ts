import { parse } from 'yaml';
import { renderStackFile, stackConfig } from '../../../stacks/azure';
import { settledPlan } from '../../helpers/azure-plan-fixture';
import type { Case } from '../case';

export const stackInitThenLintFix: Case = {
  id: 'day-2-D08',
  fault: '`pulumi stack init`, then `llmops lint --fix`, deletes what the init wrote',
  expected: 'keys that the kit does not own are kept',
  check: () => {
    const plan = settledPlan('dev');
    for (const key of ['encryptionsalt', 'encryptedkey', 'secretsprovider']) {
      expect(parse(renderStackFile(plan, 'deployment', `${key}: v1:abc\n`))).toEqual({
        [key]: 'v1:abc',
        config: stackConfig(plan, 'deployment'),
      });
    }
  },
};
