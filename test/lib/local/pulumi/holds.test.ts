import { knownCause } from '../../../../lib/deploy';
import { account, Harness, registration, resourceGroup, subscription, textLike, urnOf } from './builders';

const network = registration('azure-native:network:VirtualNetwork', 'network', {
  virtualNetworkName: 'vnet',
  resourceGroupName: 'rg',
  addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
});
const subnetOf = (name: string, range: string) =>
  registration(
    'azure-native:network:Subnet',
    name,
    { subnetName: name, virtualNetworkName: 'vnet', resourceGroupName: 'rg', addressPrefix: range },
    { dependencies: [urnOf(network)] },
  );
const agents = subnetOf('agents', '10.0.0.0/24');
const others = subnetOf('others', '10.0.1.0/24');
const subnetArmId = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/agents`;
const foundry = account(
  { dependencies: [urnOf(resourceGroup()), urnOf(agents)] },
  { properties: { networkInjections: [{ scenario: 'agent', subnetArmId }] } },
);
const program = [resourceGroup(), network, agents, others, foundry];

/** An environment whose account of agents was just deleted with everything that nothing holds. */
function destroyed() {
  const engine = new Harness();
  expect(engine.up(...program).codes).toEqual([]);
  return { engine, first: engine.destroy() };
}

const left = ({ state }: Harness): readonly string[] => state.resources.map(({ name }) => name);

test('the subnet of agents, its network and its group outlive the account, in the words of Azure', () => {
  const { engine, first } = destroyed();
  expect(first.steps).toEqual(['delete account', 'delete others']);
  expect(first.problems).toMatchObject([{ code: 'HeldByServiceLink', message: textLike(/legionservicelink/) }]);
  expect(left(engine)).toEqual(expect.arrayContaining(['group', 'network', 'agents']));
  expect(left(engine)).not.toContain('others');
  const [problem] = first.problems;
  const events = [{ resource: 'agents', reason: problem?.message ?? '' }];
  expect(knownCause({ ok: false, events, tail: '' })).toMatchObject({ code: 'HeldByServiceLink' });
});

test('they stay while the link lasts, and go when it has ended', () => {
  const { engine } = destroyed();
  engine.time = '2026-11-26T23:59:59.000Z';
  expect(engine.destroy().problems).toMatchObject([{ code: 'HeldByServiceLink' }]);
  engine.time = '2026-11-27T00:00:01.000Z';
  const last = engine.destroy();
  expect(last.problems).toEqual([]);
  expect(last.steps).toEqual(['delete agents', 'delete network', 'delete group', 'delete kit-dev']);
  expect(left(engine)).toEqual([]);
});

test('an account without agents holds nothing', () => {
  const engine = new Harness();
  engine.up(resourceGroup(), network, agents, account());
  expect(engine.destroy().problems).toEqual([]);
});
