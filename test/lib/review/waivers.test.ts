import type { AcceptSpec } from '../../../lib/platform';
import { waiversOf } from '../../../lib/review/waivers';
import { finding } from '../../helpers/finding';
import { resourceNode } from '../../helpers/resource-node';

const graph = [
  resourceNode({ type: 'AWS::IAM::Role', address: 'app/Role' }),
  resourceNode({ type: 'AWS::IAM::Role', address: 'app/Role', environment: 'prod' }),
];
const accept: AcceptSpec = {
  id: 'IamWildcard',
  address: 'app/Role',
  reason: 'the crawler reads any page',
  owner: 'search',
  until: '2027-01-31',
};

test.each<[string, Partial<AcceptSpec>, string, number, string, number]>([
  ['covers a finding', {}, '2027-01-30', 1, 'used', 2],
  ['holds on its last day', {}, '2027-01-31', 0, 'used', 2],
  ['is over the day after', {}, '2027-02-01', -1, 'expired', 2],
  ['holds in one environment', { environments: ['prod'] }, '2027-01-01', 30, 'used', 1],
  ['is for a rule that finds nothing', { id: 'OpenTrust' }, '2027-01-01', 30, 'unused', 0],
  ['is for a concern of a change', { id: 'DataLost' }, '2027-01-01', 30, 'of changes', 0],
  ['is for no resource', { address: 'app/Rule' }, '2027-01-01', 30, 'absent', 0],
  ['counts the day of a leap year', { until: '2028-03-01' }, '2028-02-28', 2, 'used', 2],
])('a waiver %s', (_title, more, on, daysLeft, state, findings) => {
  const found = [finding({}), finding({ environment: 'prod' }), finding({ address: 'app/Other' })];
  expect(waiversOf([{ ...accept, ...more }], { graph, findings: found }, on)).toEqual([
    { ...accept, ...more, index: 0, daysLeft, state, findings },
  ]);
});
