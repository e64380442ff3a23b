import { parseAzureId } from '../azure-id';
import type { AzureTarget } from '../environment';
import type { Issue } from '../issue';
import { alertWebhookIssues } from './alarm-receivers';
import { repeated } from './repeated';

/** Types of what can be given. */
const types = {
  network: 'Microsoft.Network/virtualNetworks',
  subnet: 'Microsoft.Network/virtualNetworks/subnets',
  workspace: 'Microsoft.OperationalInsights/workspaces',
  vault: 'Microsoft.KeyVault/vaults',
  identity: 'Microsoft.ManagedIdentity/userAssignedIdentities',
  registry: 'Microsoft.ContainerRegistry/registries',
  mlRegistry: 'Microsoft.MachineLearningServices/registries',
  actionGroup: 'Microsoft.Insights/actionGroups',
} as const;

/** What is given is named by an id of its type, and belongs together. */
export function givenAzureIssues(path: string, target: AzureTarget): readonly Issue[] {
  const { network, logs, keyVault, registry, mlRegistry, alerts } = target;
  return [
    ...ofType(`${path}.network.virtualNetworkId`, types.network, network?.virtualNetworkId),
    ...subnetIssues(path, target),
    ...dnsIssues(path, target),
    ...hubIssues(path, target),
    ...alertWebhookIssues(path, target),
    ...standbyIssues(path, target),
    ...ofType(`${path}.logs.workspaceId`, types.workspace, logs?.workspaceId),
    ...keyIssues(`${path}.encryption`, target.encryption),
    ...ofType(`${path}.keyVault.id`, types.vault, keyVault?.id),
    ...ofType(`${path}.registry.id`, types.registry, registry?.id),
    ...ofType(`${path}.mlRegistry.id`, types.mlRegistry, mlRegistry?.id),
    ...ofType(`${path}.alerts.actionGroupId`, types.actionGroup, alerts?.actionGroupId),
  ];
}

function ofType(path: string, type: string, got: string | undefined): readonly Issue[] {
  if (got === undefined) return [];
  const found = parseAzureId(got);
  if (found?.type.toLowerCase() === type.toLowerCase()) return [];
  return [
    {
      code: 'InvalidAzureId',
      path,
      message: found === undefined || found.type === '' ? `not the id of a resource` : `the id of a ${found.type}`,
      got,
      expected: `the id of a ${type}`,
      fix: `write /subscriptions/<id>/resourceGroups/<name>/providers/${withNames(type)}`,
    },
  ];
}

function withNames(type: string): string {
  const [namespace = '', ...rest] = type.split('/');
  return [namespace, ...rest.flatMap((part) => [part, '<name>'])].join('/');
}

function subnetIssues(path: string, { network }: AzureTarget): readonly Issue[] {
  if (network === undefined) return [];
  const { virtualNetworkId, privateEndpointSubnetId: got } = network;
  const at = `${path}.network.privateEndpointSubnetId`;
  const issues = ofType(at, types.subnet, got);
  const inside = got.toLowerCase().startsWith(`${virtualNetworkId.toLowerCase()}/subnets/`);
  if (issues.length > 0 || inside) return issues;
  return [
    {
      code: 'InvalidAzureId',
      path: at,
      message: 'the subnet is in another network',
      got,
      expected: `a subnet of ${virtualNetworkId}`,
      fix: `write ${virtualNetworkId}/subnets/ and the name of the subnet, or another ${path}.network.virtualNetworkId`,
    },
  ];
}

/** About keys, secrets and certificates: a vault's keys, with or without a version; read 2026-11-30. */
const keyUri =
  /^https:\/\/[a-z][a-z0-9-]{1,22}[a-z0-9]\.vault\.azure\.(?:net|cn|us)\/keys\/[A-Za-z0-9-]{1,127}(?:\/[0-9a-f]{32})?$/i;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function keyIssues(path: string, key: AzureTarget['encryption']): readonly Issue[] {
  if (key === undefined) return [];
  return [
    ...(keyUri.test(key.keyUri)
      ? []
      : [
          {
            code: 'InvalidGivenName',
            path: `${path}.keyUri`,
            message: 'not the address of a key in a vault',
            got: key.keyUri,
            expected: 'https://<vault>.vault.azure.net/keys/<name>, with or without a version',
            fix: "copy key.kid from 'az keyvault key show'",
          } satisfies Issue,
        ]),
    ...ofType(`${path}.identityId`, types.identity, key.identityId),
    ...(uuid.test(key.identityClientId)
      ? []
      : [
          {
            code: 'InvalidUuid',
            path: `${path}.identityClientId`,
            message: 'identityClientId is not a UUID',
            got: key.identityClientId,
            expected: 'eight, four, four, four and twelve hexadecimal digits with hyphens',
            fix: "copy clientId from 'az identity show'",
          } satisfies Issue,
        ]),
  ];
}

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const address = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

function hubIssues(path: string, { hub, network, dns }: AzureTarget): readonly Issue[] {
  if (hub === undefined) return [];
  const at = `${path}.hub`;
  const servers = hub.dnsServers ?? [];
  return [
    ...ofType(`${at}.virtualNetworkId`, types.network, hub.virtualNetworkId),
    ...(network === undefined
      ? []
      : [
          {
            code: 'UnusedNetworkField',
            path: at,
            message: `the owner of ${path}.network peers it`,
            got: hub,
            expected: 'a hub beside cidr only',
            fix: `remove ${at}`,
          } satisfies Issue,
        ]),
    ...servers.flatMap((server, index) =>
      address.test(server) ? [] : [notAnAddress(`${at}.dnsServers[${index}]`, server)],
    ),
    ...repeated(`${at}.dnsServers`, servers),
    ...(servers.length > 0 && dns === undefined
      ? [
          {
            code: 'NoDnsZones',
            path: `${path}.dns`,
            message: 'the DNS servers of the hub do not see zones that the kit creates',
            expected: `dns: { records: 'policy' }, or the zones of the hub`,
            fix: `add ${path}.dns, or remove ${at}.dnsServers`,
          } satisfies Issue,
        ]
      : []),
  ];
}

function standbyIssues(path: string, { standby, location }: AzureTarget): readonly Issue[] {
  if (standby?.location !== location) return [];
  const at = `${path}.standby`;
  return [
    {
      code: 'StandbyInPlace',
      path: `${at}.location`,
      message: 'the second location is the first',
      got: standby.location,
      expected: `a location other than ${location}`,
      fix: `choose another location, or remove ${at}`,
    },
  ];
}

function notAnAddress(path: string, got: string): Issue {
  return {
    code: 'InvalidDnsServer',
    path,
    message: 'not an IPv4 address',
    got,
    expected: 'an IPv4 address, for example 10.0.0.4',
    fix: 'copy the inbound address of the resolver, or of the firewall that answers DNS',
  };
}

function dnsIssues(path: string, { dns }: AzureTarget): readonly Issue[] {
  if (dns === undefined) return [];
  const { records, zonesIn } = dns;
  const at = `${path}.dns.zonesIn`;
  if (records === 'policy') {
    return zonesIn === undefined
      ? []
      : [
          {
            code: 'UnusedNetworkField',
            path: at,
            message: "it has no effect with records: 'policy'",
            got: zonesIn,
            expected: "nothing, or records: 'zones'",
            fix: `remove ${at}`,
          },
        ];
  }
  const expected = 'the id of the resource group with the zones';
  const fix = 'write /subscriptions/<id>/resourceGroups/<name>';
  if (zonesIn === undefined) {
    return [{ code: 'NoDnsZones', path: at, message: "records: 'zones' needs the place of the zones", expected, fix }];
  }
  if (parseAzureId(zonesIn)?.type === '') return [];
  return [{ code: 'InvalidAzureId', path: at, message: 'not the id of a resource group', got: zonesIn, expected, fix }];
}
