import { unversionedType } from '../../../../graph/pulumi/unversioned-type';
import { azurePlaces, azureValue, nodeTypes } from '../../../azure/azure-value';
import { isMap, valueAt } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set networkSecurityGroup: every machine of the network reaches every port in it. */
export const subnetWithoutGroup: Rule = {
  code: 'SubnetWithoutGroup',
  family: 'azure',
  pack: 'production',
  safeguard: 'boundary',
  rationale: 'Every machine of the network reaches every port in it.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/NetworkSecurityGroupOnGatewaySubnet_Deny.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.Network/virtualNetworks/subnets', 'Microsoft.Network/virtualNetworks']),
  check(node) {
    const own = unversionedType(node.type).toLowerCase().endsWith('subnet') || node.type.endsWith('/subnets');
    const subnets = own
      ? [
          {
            path: '',
            name: azureValue(node, 'subnetName') ?? azureValue(node, 'name'),
            value: azureValue(node, 'properties.networkSecurityGroup'),
          },
        ]
      : azurePlaces(node, 'properties.subnets.*').flatMap(({ path, value }) =>
          isMap(value)
            ? [
                {
                  path: `${path}.`,
                  name: value.name,
                  value: value.networkSecurityGroup ?? valueAt(value.properties, 'networkSecurityGroup'),
                },
              ]
            : [],
        );
    return subnets
      .filter(({ name, value }) => value === undefined && !(typeof name === 'string' && withoutGroup.test(name)))
      .map(({ path }) => ({
        path: `${path}networkSecurityGroup`,
        message: 'networkSecurityGroup is not set',
        fix: fixOf('SubnetWithoutGroup'),
      }));
  },
};

/** Subnets of services that take no group, or bring their own. */
const withoutGroup = /(?:^|\/)(?:GatewaySubnet|AzureFirewallSubnet|AzureFirewallManagementSubnet|RouteServerSubnet)$/i;
