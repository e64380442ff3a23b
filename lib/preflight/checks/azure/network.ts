import { overlaps, parseCidr } from '../../../platform';
import type { Answer } from '../../answer';
import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import type { AzureNetwork } from '../../ports/azure';

/** Whether the address space differs from those of the subscription, and the zones are not linked twice. */
export const network: AzureCheck = {
  id: 'azure.network',
  cloud: 'azure',
  asks: 'Does the address space differ from those of the subscription, and is no zone of the same name linked to the network?',
  questions: ['networks', 'zones'],
  run: async (ask, { initialization }) => {
    const planned = initialization.network;
    if ('virtualNetworkId' in planned) return given(planned.virtualNetworkId, await ask.networks());
    const { cidr, name, privateDnsZones } = planned;
    const group = initialization.resourceGroupName.toLowerCase();
    const range = parseCidr(cidr);
    const place = at(network, cidr);
    const [networks, zones] = await Promise.all([ask.networks(), ask.zones()]);
    const space = outcomeOf(place, networks, (all) => {
      const others = all.filter((one) => !(one.name === name && one.resourceGroup.toLowerCase() === group));
      const other = others.find(({ ranges }) =>
        ranges.some((text) => {
          const theirs = parseCidr(text);
          return theirs !== undefined && range !== undefined && overlaps(theirs, range);
        }),
      );
      return other === undefined
        ? passed(place, `${others.length} other networks, none overlaps`)
        : {
            kind: 'finding',
            ...place,
            cause: 'network',
            got: `${other.name} in ${other.resourceGroup} has ${other.ranges.join(', ')}`,
            expected: 'an address space of its own: networks with common addresses cannot be peered',
            fix: 'choose another range for environments.<name>.azure.cidr',
            next: noneKnown,
          };
    });
    const dns = at(network, 'private DNS zones');
    const linked = outcomeOf(dns, zones, (all) => {
      const twice = all.filter(
        (zone) =>
          privateDnsZones.includes(zone.name) &&
          !zone.id.toLowerCase().includes(`/resourcegroups/${group}/`) &&
          zone.networks.some((id) =>
            id.toLowerCase().endsWith(`/resourcegroups/${group}/providers/microsoft.network/virtualnetworks/${name}`),
          ),
      );
      return twice.length === 0
        ? passed(dns, 'none is linked twice')
        : {
            kind: 'finding',
            ...dns,
            cause: 'network',
            got: `the network is linked to ${twice.map(({ id }) => id).join(', ')}`,
            expected: 'one zone of a name for a network',
            fix: 'use the existing zones, or remove their links to the network',
            next: noneKnown,
          };
    });
    return [...space, ...linked];
  },
};

/** A network of the company has to be there. One of another subscription is not seen from this one. */
function given(id: string, networks: Answer<readonly AzureNetwork[]>): readonly Outcome[] {
  const place = at(network, id);
  return outcomeOf(place, networks, (all) =>
    all.some((one) => one.id.toLowerCase() === id.toLowerCase())
      ? passed(place, 'there')
      : {
          kind: 'unverified',
          ...place,
          why: 'depends',
          got: 'no network of this subscription: it may be one of another',
          permissions: ['Microsoft.Network/virtualNetworks/read'],
        },
  );
}
