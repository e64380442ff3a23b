import { check } from '../../../../../lib/review';
import { statefulRetained } from '../../../../../lib/review/rules/data/stateful-retained';
import { resourceNode } from '../../../../helpers/resource-node';

const kept = resourceNode({ type: 'AWS::S3::Bucket', stateful: true, retained: true, address: 'foundation/Kept' });
const lost = resourceNode({ type: 'AWS::DynamoDB::Table', stateful: true, address: 'foundation/Lost' });

test('fails data that is deleted where other data of the environment and cloud is retained', () => {
  expect(check([kept, lost], [statefulRetained]).findings).toMatchObject([
    {
      rule: 'StatefulNotRetained',
      address: 'foundation/Lost',
      path: '',
      fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
    },
  ]);
});

test('the fix on Azure names the options of Pulumi', () => {
  const address = 'urn:pulumi:dev-one::kit::azure-native:keyvault:Vault::vault';
  const azure = { type: 'azure-native:keyvault:Vault', address, cloud: 'azure', stateful: true } as const;
  const graph = [resourceNode({ ...azure, retained: true }), resourceNode(azure)];
  expect(check(graph, [statefulRetained]).findings.map(({ fix }) => fix)).toEqual(['set protect and retainOnDelete']);
});

test.each([
  ['nothing is retained', [lost, { ...lost, address: 'foundation/Other' }]],
  ['only another environment retains', [kept, { ...lost, environment: 'qa' }]],
  ['only the other cloud retains', [kept, { ...lost, cloud: 'azure' as const }]],
  ['only a stateless resource is retained', [{ ...kept, stateful: false }, lost]],
  ['the resource holds no data', [kept, { ...lost, stateful: false }]],
  ['the resource is a log group, whose data expires', [kept, { ...lost, type: 'AWS::Logs::LogGroup' }]],
  ['all data is retained', [kept, { ...lost, retained: true }]],
])('passes when %s', (_name, graph) => {
  expect(check(graph, [statefulRetained]).findings).toEqual([]);
});

test('the data of an instance in a cluster is that of the cluster', () => {
  const kept = resourceNode({ type: 'AWS::RDS::DBCluster', stateful: true, retained: true });
  const instance = resourceNode({ type: 'AWS::RDS::DBInstance', stateful: true });
  const inCluster = { ...instance, properties: { DBClusterIdentifier: { Ref: 'Cluster' } } };
  expect(check([kept, inCluster], [statefulRetained]).findings).toEqual([]);
  expect(check([kept, instance], [statefulRetained]).findings).toHaveLength(1);
});
