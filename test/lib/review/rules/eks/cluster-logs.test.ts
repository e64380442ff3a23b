import type { PropertyValue } from '../../../../../lib/graph';
import { clusterLogs } from '../../../../../lib/review/rules/eks/cluster-logs';
import { judged } from '../../../../helpers/judged';

const all = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];
const cluster = (EnabledTypes: PropertyValue) => ({ Logging: { ClusterLogging: { EnabledTypes } } });

test.each<[string, Record<string, PropertyValue>, readonly string[]]>([
  ['every log', cluster(all.map((Type) => ({ Type }))), []],
  [
    'no audit log',
    cluster(all.filter((one) => one !== 'audit').map((Type) => ({ Type }))),
    ['Logging.ClusterLogging.EnabledTypes: does not log audit'],
  ],
  ['no log', {}, [`Logging.ClusterLogging.EnabledTypes: does not log ${all.join(', ')}`]],
  ['logs that are not known', cluster({ Ref: 'Types' }), []],
])('a cluster with %s', (_name, properties, expected) => {
  expect(judged(clusterLogs, 'AWS::EKS::Cluster', properties)).toEqual(expected);
});
