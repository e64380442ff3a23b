import type { LiveChange, ResourceNode } from '../../../../lib/graph';
import { byHand } from '../../../../lib/review/concern/by-hand';
import { concernsBetween } from '../../../helpers/concerns';
import { resourceNode } from '../../../helpers/resource-node';

const parameter = (properties: ResourceNode['properties']): ResourceNode =>
  resourceNode({ type: 'AWS::SSM::Parameter', properties });
const deployed = parameter({ Name: '/a', Value: '10', Tier: 'Standard' });
const live: LiveChange = {
  environment: 'dev',
  cloud: 'aws',
  address: 'foundation/Thing',
  kind: 'modified',
  properties: [{ path: 'Value', released: '10', live: '99' }],
};
const told = (next: readonly ResourceNode[], restores?: boolean, change: LiveChange = live): string => {
  const context = { live: [change], ...(restores === undefined ? {} : { restores: () => restores }) };
  const [concern] = concernsBetween(byHand, [deployed], next, context);
  return `${concern?.level ?? ''} ${concern?.message ?? ''}`;
};

test.each<readonly [string, readonly ResourceNode[], boolean | undefined, string]>([
  ['an unchanged template keeps it', [deployed], false, 'this deployment keeps it: no template changes 10'],
  ['an engine that refreshes puts it back', [deployed], true, 'this deployment puts back 10'],
  [
    'an unknown engine may do either',
    [deployed],
    undefined,
    'puts back 10 if it refreshes first, and keeps it otherwise',
  ],
  ['a new value overwrites it', [parameter({ ...deployed.properties, Value: '20' })], false, 'overwrites it with 20'],
  ['the same value takes it over', [parameter({ ...deployed.properties, Value: '99' })], false, 'note changed by hand'],
  [
    'another property may put it back',
    [parameter({ ...deployed.properties, Tier: 'Advanced' })],
    false,
    'it updates Tier',
  ],
  [
    'a replacement replaces it',
    [parameter({ ...deployed.properties, Name: '/b' })],
    false,
    'replaces the resource by one with 10',
  ],
  ['a removal deletes it', [], false, 'deletes the resource'],
])('%s', (_title, next, restores, expected) => {
  const text = told(next, restores);
  expect(text).toContain('changed by hand: 99 in place of 10');
  expect(text).toContain(expected);
});

test('a retained resource is left behind as it is', () => {
  const retained = { ...deployed, retained: true };
  expect(concernsBetween(byHand, [retained], [], { live: [live] })[0]?.message).toContain('leaves it behind as it is');
});

test.each<readonly [string, readonly ResourceNode[], boolean | undefined, string]>([
  ['stays deleted where no template changes', [deployed], false, 'does not notice, and it stays deleted'],
  ['is created again by an engine that refreshes', [deployed], true, 'creates it again'],
  ['may be created again', [deployed], undefined, 'creates it again if it refreshes first'],
  ['makes an update fail', [parameter({ ...deployed.properties, Value: '20' })], false, 'fails'],
  ['is replaced', [parameter({ ...deployed.properties, Name: '/b' })], false, 'creates another one'],
  ['has nothing left', [], false, 'nothing left to delete'],
])('what was deleted by hand %s', (_title, next, restores, expected) => {
  expect(told(next, restores, { ...live, kind: 'deleted', properties: [] })).toContain(expected);
});

test('without a live state nothing is said', () => {
  expect(concernsBetween(byHand, [deployed], [deployed])).toEqual([]);
});
