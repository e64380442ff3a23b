import { platformGraph } from '../../bin/project/platform-graph';
import landingZone from '../../examples/landing-zone/llmops.config';
import { catalog } from '../../lib/catalog';
import { planAll, settle } from '../../lib/plan';
import type { AwsTarget, AzureTarget, PlatformSpec } from '../../lib/platform';
import { resolve } from '../../lib/platform';
import { check, rulesOf } from '../../lib/review';
import { stageTemplates } from '../helpers/aws-app';
import { recordEnvironment } from '../helpers/azure-platform';
import { platform } from '../helpers/platform';

/** What the company has, in the words of each cloud. Log groups of endpoints have names that SageMaker chooses. */
const ofTheCompany = {
  aws: [
    'AWS::EC2::VPC',
    'AWS::EC2::Subnet',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::VPCEndpoint',
    'AWS::EC2::FlowLog',
    'AWS::SSM::Association',
    'AWS::KMS::Key',
    'AWS::KMS::Alias',
    'AWS::ECR::Repository',
    'AWS::SNS::Topic',
    'AWS::IAM::OIDCProvider',
  ],
  azure: [
    'network:VirtualNetwork',
    'network:Subnet',
    'network:NetworkSecurityGroup',
    'network:PrivateDnsZoneGroup',
    'privatedns:PrivateZone',
    'privatedns:VirtualNetworkLink',
    'monitor:PrivateLinkScope',
    'monitor:ActionGroup',
    'keyvault:Vault',
    'operationalinsights:Workspace',
    'containerregistry:Registry',
    'machinelearningservices:Registry',
  ],
};

/** The fixture platform, which has everything that a platform can have, with the targets of the example or its own. */
async function typesOf(targets: { readonly aws: AwsTarget; readonly azure: AzureTarget }) {
  const environments = { prod: { tier: 'production', ...targets } } as const;
  const resolved = resolve(platform({ environments }));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = planAll(resolved.value, catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const { prod } = planned.value;
  if (prod === undefined) throw new Error('no prod');
  const recording = await recordEnvironment(settle(prod));
  expect(recording.problems).toEqual([]);
  return {
    aws: Object.entries(stageTemplates(settle(prod))).flatMap(([stack, { Resources }]) =>
      Object.values(Resources).map(({ Type }) => (Type === 'AWS::Logs::LogGroup' ? `${stack} ${Type}` : Type)),
    ),
    azure: recording.registrations.map(({ type }) => type.replace('azure-native:', '')),
  };
}

const given = targetsOf(landingZone);
const ours = targetsOf(platform());

function targetsOf({ environments }: PlatformSpec): { readonly aws: AwsTarget; readonly azure: AzureTarget } {
  const { aws, azure } = environments['dev'] ?? {};
  if (aws === undefined || azure === undefined) throw new Error('no dev');
  return { aws, azure };
}

test('with everything given a platform creates none of what the company has, on either cloud', async () => {
  const actionGroupId = `${given.azure.logs?.workspaceId.split('/providers')[0] ?? ''}/providers/Microsoft.Insights/actionGroups/ag`;
  const types = await typesOf({ aws: given.aws, azure: { ...given.azure, alerts: { actionGroupId } } });
  expect(types.aws.filter((type) => ofTheCompany.aws.includes(type))).toEqual([]);
  expect(types.azure.filter((type) => ofTheCompany.azure.includes(type))).toEqual([]);
  expect(types.aws.filter((type) => type.endsWith('LogGroup'))).toEqual(['deployment AWS::Logs::LogGroup']);
  expect(types.aws).toContain('AWS::SageMaker::Endpoint');
  expect(types.azure).toContain('machinelearningservices:OnlineEndpoint');
  expect(types.azure).toContain('network:PrivateEndpoint');
});

test('with everything given the review rules find nothing', async () => {
  const resolved = resolve(landingZone);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = planAll(resolved.value, catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const { graph, problems } = await platformGraph(Object.values(planned.value));
  expect(problems).toEqual([]);
  const result = check(graph, rulesOf('baseline'));
  expect(result.resources).toBeGreaterThan(50);
  expect(result.findings).toEqual([]);
});

test('without anything given it creates each of them: the list above is true', async () => {
  const types = await typesOf(ours);
  expect(ofTheCompany.aws.filter((type) => !types.aws.includes(type))).toEqual([]);
  expect(ofTheCompany.azure.filter((type) => !types.azure.includes(type))).toEqual([]);
});
