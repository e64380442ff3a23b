import fs from 'node:fs';
import path from 'node:path';
import type { AwsOperation } from '../../../lib/cloud/aws/operations';
import { actionsOf, awsOperations } from '../../../lib/cloud/aws/operations';
import { awsQuestionOperations } from '../../../lib/cloud/aws/questions';
import { armOperations } from '../../../lib/cloud/azure/operations';
import { azureQuestionOperations } from '../../../lib/cloud/azure/questions';
import type { Calls } from '../../cases/preflight/account';
import { recordedFailures } from '../../cases/preflight/recorded';
import { nothing, reportOf } from '../../cases/preflight/report';

/** Accounts in which the questions are asked that an empty account does not need. */
const furnished = {
  aws: [
    { ask: 's3:HeadBucket', error: { name: 'Forbidden', status: 403 } },
    { ask: 's3:ListBuckets', answer: { Buckets: [] } },
    { ask: 'sagemaker:ListEndpoints', answer: { Endpoints: [{ EndpointName: 'other' }] } },
    {
      ask: 'sagemaker:DescribeEndpoint',
      answer: { EndpointConfigName: 'c', ProductionVariants: [{ VariantName: 'v', CurrentInstanceCount: 19 }] },
    },
    {
      ask: 'sagemaker:DescribeEndpointConfig',
      answer: { ProductionVariants: [{ VariantName: 'v', InstanceType: 'ml.g6.xlarge', InitialInstanceCount: 1 }] },
    },
  ],
  azure: [
    {
      ask: 'GET /subscriptions/00000000-0000-4000-8000-0000000000d1/providers/Microsoft.Network/privateDnsZones',
      answer: {
        value: [
          {
            id: '/subscriptions/s/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io',
            name: 'privatelink.azurecr.io',
          },
        ],
      },
    },
    {
      ask: 'GET /subscriptions/s/*/virtualNetworkLinks',
      answer: {
        value: [
          {
            properties: {
              virtualNetwork: {
                id: '/subscriptions/s/resourceGroups/probe-dev/providers/Microsoft.Network/virtualNetworks/probe-dev',
              },
            },
          },
        ],
      },
    },
  ],
};

async function calledBy(cloud: 'aws' | 'azure'): Promise<readonly string[]> {
  const calls: Calls = [];
  const rows = recordedFailures().filter((row) => row.cloud === cloud);
  for (const row of rows) await reportOf(row, { calls });
  await reportOf({ cloud, input: { ...nothing, answers: furnished[cloud] } }, { calls });
  return [...new Set(calls)].toSorted();
}

const awsNames = Object.keys(awsOperations({ region: 'eu-central-1' })).toSorted();

describe('operations that preflight calls', () => {
  it('only read, on AWS', () => {
    expect(awsNames.filter((name) => !/^[a-z0-9]+:(BatchGet|Describe|Get|Head|List)[A-Z]/.test(name))).toEqual([]);
  });

  it('send no other command of the SDK than their own', () => {
    const folder = path.join(__dirname, '../../../lib/cloud/aws');
    const files = fs
      .readdirSync(folder)
      .filter((file) => /Operations\(config: SdkConfig\)/.test(fs.readFileSync(path.join(folder, file), 'utf8')));
    const sent = files.flatMap((file) =>
      [...fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/\)\.(\w+)Command\(/g)].map(([, name]) => name),
    );
    expect(sent.toSorted()).toEqual(awsNames.map((name) => name.split(':')[1]).toSorted());
  });

  it('only read, on Azure: what is posted checks a name', () => {
    const posted = Object.values(armOperations).filter(({ method }) => method !== 'GET');
    expect(posted.filter(({ path: of }) => !/\/check(Name|Domain)Availability$/.test(of))).toEqual([]);
    expect(Object.values(armOperations).filter(({ permission }) => /\/(write|delete)$/.test(permission))).toEqual([]);
  });

  it('are all called by the recorded accounts, and no other is', async () => {
    expect(await calledBy('aws')).toEqual(awsNames);
    expect(await calledBy('azure')).toEqual(
      [...new Set(Object.values(armOperations).map(({ method, path: of }) => `${method} ${of}`))].toSorted(),
    );
  });

  it('are those that the questions name', () => {
    const aws = new Set<AwsOperation>(Object.values(awsQuestionOperations).flat());
    const azure = new Set(Object.values(azureQuestionOperations).flat());
    expect([...aws].toSorted()).toEqual(awsNames);
    expect([...azure].toSorted()).toEqual(Object.keys(armOperations).toSorted());
    expect(actionsOf(['s3:HeadBucket', 's3:ListObjectsV2', 'sts:GetCallerIdentity'])).toEqual(['s3:ListBucket']);
  });

  it('finds what only a furnished account has', async () => {
    const aws = await reportOf({ cloud: 'aws', input: { ...nothing, answers: furnished.aws } });
    const azure = await reportOf({ cloud: 'azure', input: { ...nothing, answers: furnished.azure } });
    const found = [...aws.outcomes, ...azure.outcomes].flatMap((one) =>
      one.kind === 'finding' ? [`${one.check} ${one.cause}`] : [],
    );
    expect(found).toEqual(['aws.endpoint-quota quota', 'aws.names name-taken', 'azure.network network']);
  });
});
