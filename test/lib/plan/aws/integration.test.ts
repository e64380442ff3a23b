import { settle } from '../../../../lib/plan';
import { awsPlan } from '../../../helpers/plan';

test('lets the accounts of promoted environments read model versions', () => {
  const { chat } = awsPlan().integration.modelPackageGroups;
  expect(settle(chat)).toEqual({
    groupName: 'support-dev-chat',
    description: "Versions of the model 'chat' of support",
    consumerAccounts: ['333333333333'],
  });
  expect(awsPlan({}, 'prod').integration.modelPackageGroups.chat?.consumerAccounts.value).toEqual([]);
});
