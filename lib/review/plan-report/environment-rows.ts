import type { AwsPlan, AwsRolloutPlan, AzurePlan, EnvironmentPlan, QuotaNeed } from '../../plan';
import { counted } from './amounts';
import type { NoteRow } from './note-row';
import { notPriced, plain } from './note-row';
import { awsStandbyRows, azureStandbyRows } from './standby-rows';

/** Network, retention, rollout, quotas and roles: one row per cloud and endpoint. */
export function environmentRows({ aws, azure }: EnvironmentPlan): readonly NoteRow[] {
  return [
    ...(aws === undefined ? [] : [awsNetwork(aws)]),
    ...(azure === undefined ? [] : [azureNetwork(azure)]),
    ...(aws === undefined ? [] : givenRows('aws', aws)),
    ...(azure === undefined ? [] : givenRows('azure', azure)),
    ...(aws?.standby === undefined ? [] : awsStandbyRows(aws.standby)),
    ...(azure?.standby === undefined ? [] : azureStandbyRows(azure.standby)),
    ...(aws === undefined ? [] : [awsRetention(aws)]),
    ...(azure === undefined ? [] : [azureRetention(azure)]),
    ...(aws === undefined ? [] : awsRollouts(aws)),
    ...(azure === undefined ? [] : azureRollouts(azure)),
    ...(aws === undefined ? [] : awsQuotas(aws)),
    ...(azure === undefined ? [] : azureQuotas(azure)),
    ...(azure === undefined ? [] : [azureRole(azure)]),
  ];
}

function awsNetwork({ foundation: { network } }: AwsPlan): NoteRow {
  const { availabilityZones, interfaceEndpoints, gatewayEndpoints, usdPerMonth } = network;
  const range = 'vpcId' in network ? `existing ${network.vpcId.value}` : network.cidr.value;
  const zones = counted(availabilityZones.value.length, 'zone');
  const endpoints = `${interfaceEndpoints.value.length} interface and ${counted(gatewayEndpoints.value.length, 'gateway endpoint')}`;
  return {
    what: 'network',
    cloud: 'aws',
    lines: [plain(`${range}, ${zones}, ${endpoints}`)],
    price:
      usdPerMonth === undefined
        ? notPriced
        : { kind: 'priced', usdPerMonth: usdPerMonth.value, price: usdPerMonth.price },
    because: [...availabilityZones.because, ...(usdPerMonth?.because ?? [])],
  };
}

function azureNetwork({ initialization: { network } }: AzurePlan): NoteRow {
  const { privateDnsZones, dns } = network;
  const range = 'virtualNetworkId' in network ? `existing ${network.virtualNetworkId.value}` : network.cidr.value;
  const whose = dns === undefined ? '' : dns.value === 'zones' ? ' of the company' : ', by policy';
  return {
    what: 'network',
    cloud: 'azure',
    lines: [plain(`${range}, ${counted(privateDnsZones.value.length, 'private DNS zone')}${whose}`)],
    price: notPriced,
    because: privateDnsZones.because,
  };
}

/** What the resources of the company must have or allow: whoever owns them reads it here. */
function givenRows(cloud: NoteRow['cloud'], { givenNeeds }: Pick<AwsPlan, 'givenNeeds'>): readonly NoteRow[] {
  if (givenNeeds === undefined) return [];
  const lines = givenNeeds.value.map(({ resource, need }) => plain(`${resource}: ${need}`));
  return [{ what: 'given', cloud, lines, because: givenNeeds.because }];
}

function awsRetention({ dataRetention, terminationProtection, foundation }: AwsPlan): NoteRow {
  const stacks = terminationProtection.value ? 'stacks are protected' : 'stacks can be deleted';
  const logs = foundation.logs.retentionDays;
  return {
    what: 'retention',
    cloud: 'aws',
    lines: [plain(`${retained(dataRetention.value)}, ${stacks}, logs ${days(logs.value)}`)],
    because: [...dataRetention.because, ...terminationProtection.because, ...logs.because],
  };
}

function azureRetention({ dataRetention, initialization: { keyVault, logAnalytics } }: AzurePlan): NoteRow {
  const secrets = `deleted secrets ${days(keyVault.softDeleteRetentionDays.value)}`;
  return {
    what: 'retention',
    cloud: 'azure',
    lines: [plain(`${retained(dataRetention.value)}, ${secrets}, logs ${days(logAnalytics.retentionDays.value)}`)],
    because: [
      ...dataRetention.because,
      ...keyVault.softDeleteRetentionDays.because,
      ...logAnalytics.retentionDays.because,
    ],
  };
}

function retained(retention: 'retain' | 'destroy'): string {
  return retention === 'retain' ? 'data is retained when its stack is deleted' : 'data is deleted with its stack';
}

function days(n: number): string {
  return `kept ${counted(n, 'day')}`;
}

function awsRollouts({ deployment }: AwsPlan): readonly NoteRow[] {
  return Object.entries(deployment.endpoints).map(([key, { rollout, rollbackOnAlarms }]) => ({
    what: `rollout ${key}`,
    cloud: 'aws',
    lines: [
      plain(rolloutText(rollout.value, rollbackOnAlarms?.value ?? true)),
      ...(rollbackOnAlarms?.value === false ? [plain('rollback on alarms waived')] : []),
    ],
    because: [...rollout.because, ...(rollbackOnAlarms?.because ?? [])],
  }));
}

function rolloutText(rollout: AwsRolloutPlan, rollbackOnAlarms: boolean): string {
  const back = rollbackOnAlarms ? ', rolled back on an alarm' : '';
  switch (rollout.kind) {
    case 'all-at-once':
      return rollout.waitSeconds === undefined
        ? 'all at once'
        : `all at once, the old fleet stays ${rollout.waitSeconds} s${back}`;
    case 'rolling':
      return `batches of ${rollout.batchPercent} %, ${rollout.waitSeconds} s each${back}`;
    case 'canary':
      return `canary of ${rollout.canaryPercent} % for ${rollout.waitSeconds} s${back}`;
  }
}

function azureRollouts({ deployment }: AzurePlan): readonly NoteRow[] {
  return Object.entries(deployment.endpoints).map(([key, { deploymentName, scaling }]) => ({
    what: `rollout ${key}`,
    cloud: 'azure',
    lines: [
      plain('in place, a fifth of the instances at a time; nothing rolls back by itself'),
      ...(scaling === undefined
        ? []
        : [plain(`${scaling.minInstances.value} to ${scaling.maxInstances.value} instances, by requests a minute`)]),
    ],
    because: [...deploymentName.because, ...(scaling?.addAbove.because ?? [])],
  }));
}

function awsQuotas({ account, region, deployment }: AwsPlan): readonly NoteRow[] {
  return Object.entries(deployment.endpoints).flatMap(([key, { quota }]) =>
    quota === undefined
      ? []
      : [
          {
            what: `quota ${key}`,
            cloud: 'aws',
            lines: [{ text: requestQuota(quota.value, `account ${account.value}, ${region.value}`), tone: 'warn' }],
            because: quota.because,
          },
        ],
  );
}

function azureQuotas({ location, deployment }: AzurePlan): readonly NoteRow[] {
  const ofModels = Object.values(deployment.modelQuotas ?? {}).map(({ value, because }): NoteRow => ({
    // Its name, which the line has, is too long for the column.
    what: 'quota tokens',
    cloud: 'azure',
    lines: [{ text: requestQuota(value, location.value), tone: 'warn' }],
    because,
  }));
  const ofEndpoints = Object.entries(deployment.endpoints).flatMap(([key, { quota }]) =>
    quota === undefined
      ? []
      : [
          {
            what: `quota ${key}`,
            cloud: 'azure',
            lines: [{ text: requestQuota(quota.value, location.value), tone: 'warn' }],
            because: quota.because,
          } as const,
        ],
  );
  return [...ofEndpoints, ...ofModels];
}

/** Roles that nothing in the stacks can assign, because the first deployment needs them. */
function azureRole({ subscription, initialization: { handOffStore } }: AzurePlan): NoteRow {
  const { value, because } = handOffStore.deployerRole;
  return {
    what: 'role',
    cloud: 'azure',
    lines: [{ text: `assign "${value}" (${subscription.value}) to whoever deploys, before deploying`, tone: 'warn' }],
    because,
  };
}

function requestQuota({ name, needed, unit }: QuotaNeed, where: string): string {
  const units = { vcpu: 'vCPUs', kTpm: 'thousand tokens a minute' } as const;
  const amount = unit === 'instances' ? counted(needed, 'instance') : `${needed} ${units[unit]}`;
  return `request ${amount} of "${name}" (${where}) before deploying`;
}
