import { RegistryReplication } from '../../../../constructs/aws/registry/registry-replication';
import { onlyResource, templateOf, testStack } from '../../../helpers/aws-app';

const rule = (region: string, registryId: string) => ({
  destinations: [{ region, registryId }],
  repositoryFilters: [{ filter: 'support/prod', filterType: 'PREFIX_MATCH' as const }],
});

test('copies repositories of a prefix to another region', () => {
  const stack = testStack();
  new RegistryReplication(stack, 'Replication', { rules: [rule('eu-west-1', '111111111111')] });
  expect(onlyResource(templateOf(stack), 'AWS::ECR::ReplicationConfiguration').Properties).toEqual({
    ReplicationConfiguration: {
      Rules: [
        {
          Destinations: [{ Region: 'eu-west-1', RegistryId: '111111111111' }],
          RepositoryFilters: [{ Filter: 'support/prod', FilterType: 'PREFIX_MATCH' }],
        },
      ],
    },
  });
});

test.each([
  ['no rule, which would remove the configuration of the registry', []],
  ['a region that is none', [rule('Ireland', '111111111111')]],
  ['an account that is none', [rule('eu-west-1', 'prod')]],
])('%s is refused', (_, rules) => {
  expect(() => new RegistryReplication(testStack(), 'Replication', { rules })).toThrow(/InvalidProps/);
});
