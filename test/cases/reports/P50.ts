import { azureOpenAi } from '../../../lib/platform';
import { azureIn, planManaged } from '../../helpers/managed-models';
import type { Case } from '../case';

const frontier = azureOpenAi('gpt-4o-mini', { version: '2024-07-18' });
const planned = (deployedModels?: readonly string[]) =>
  planManaged({ frontier }, azureIn('swedencentral', deployedModels === undefined ? {} : { deployedModels }));

export const p50: Case = {
  id: 'P50',
  fault: 'a deprecated version is planned without a word',
  expected: 'a warning with state, date, edition and successor; an error where the subscription has not deployed it',
  check() {
    const unknown = planned();
    expect(unknown.ok).toBe(true);
    expect(unknown.issues).toEqual([
      expect.objectContaining({
        code: 'ModelDeprecated',
        path: 'models.frontier.id',
        message: expect.stringMatching(
          /^gpt-4o-mini 2024-07-18 is deprecated until 2027-04-14 \(.*, edition of 2026-09-02\): it can be deployed only where/,
        ) as string,
        fix: "use 'gpt-5-mini', version '2025-08-07', or write 'gpt-4o-mini 2024-07-18' under deployedModels of the target",
      }),
    ]);
    const never = planned([]);
    expect(never.ok).toBe(false);
    expect(never.issues).toEqual([
      expect.objectContaining({ code: 'ModelNotDeployedBefore', fix: "use 'gpt-5-mini', version '2025-08-07'" }),
    ]);
    const before = planned(['gpt-4o-mini 2024-07-18']);
    expect(before.ok).toBe(true);
    expect(before.issues).toEqual([
      expect.objectContaining({ code: 'ModelDeprecated', fix: "use 'gpt-5-mini', version '2025-08-07'" }),
    ]);
  },
};
