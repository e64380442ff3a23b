import { azureOpenAi } from '../../../lib/platform';
import { azureIn, planManaged } from '../../helpers/managed-models';
import type { Case } from '../case';

export const p51: Case = {
  id: 'P51',
  fault: 'a config pins versions that were retired',
  expected: 'every one is refused in one run, and one whose end is announced is a warning',
  check() {
    const models = {
      first: azureOpenAi('gpt-35-turbo', { version: '0613' }),
      second: azureOpenAi('gpt-4o', { version: '2024-11-20' }),
      third: azureOpenAi('gpt-4o', { version: '2024-08-06' }),
      fourth: azureOpenAi('gpt-4.1-nano', { version: '2025-04-14' }),
    };
    const planned = planManaged(models, azureIn('swedencentral'));
    expect(planned.ok).toBe(false);
    expect(planned.issues.map(({ code, path }) => `${path} ${code}`).toSorted()).toEqual([
      'models.first.id UnknownManagedModel',
      'models.fourth.id ModelRetired',
      'models.second.id ModelLegacy',
      'models.third.version UnknownModelVersion',
    ]);
  },
};
