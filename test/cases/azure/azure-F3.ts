import { parse } from 'yaml';
import { renderStackFile } from '../../../stacks/azure';
import { settledPlan } from '../../helpers/azure-plan-fixture';
import type { Case } from '../case';

export const stackFileKeepsSalt: Case = {
  id: 'azure-F3',
  fault: '`llmops lint --fix` deletes the encryptionsalt of a stack file',
  expected: 'a file with a wrong value keeps its salt and its secrets',
  check: () => {
    const secret = { secure: 'v1:xyz' };
    const text = 'encryptionsalt: v1:abc\nconfig:\n  azure-native:location: westus\n  app:token:\n    secure: v1:xyz\n';
    expect(parse(renderStackFile(settledPlan('dev'), 'evaluation', text))).toMatchObject({
      encryptionsalt: 'v1:abc',
      config: { 'azure-native:location': 'swedencentral', 'app:token': secret },
    });
  },
};
