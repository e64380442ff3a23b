import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { databaseSingle } from '../../../../../lib/review/rules/vector/database-single';
import { resourceNode } from '../../../../helpers/resource-node';

const node = (name: string, type: string, properties: Record<string, PropertyValue> = {}): ResourceNode =>
  resourceNode({ type, address: `foundation/${name}`, properties });

const cluster = node('Cluster', 'AWS::RDS::DBCluster');
const instance = (name: string, of: string): ResourceNode =>
  node(name, 'AWS::RDS::DBInstance', { DBClusterIdentifier: { Ref: of } });

test.each<[string, readonly ResourceNode[], number]>([
  ['two instances', [instance('A', 'Cluster'), instance('B', 'Cluster')], 0],
  ['one instance', [instance('A', 'Cluster')], 1],
  ['one instance, and one of another', [instance('A', 'Cluster'), instance('B', 'Other')], 1],
])('a cluster with %s', (_name, others, count) => {
  expect(check([cluster, ...others], [databaseSingle]).findings).toHaveLength(count);
});
