import { definePlatform, openWeights } from '../../lib/platform';

/** Resources of the platform team of the company. */
const hub = '/subscriptions/00000000-0000-4000-8000-0000000000a1/resourceGroups/rg-hub/providers';

/** A platform in the landing zone of a company. Every id is fictitious. */
export default definePlatform({
  name: 'assistant',
  namePrefix: 'acme',
  tags: { 'application-id': 'APP-0042' },
  owner: { team: 'ai-platform', costCenter: 'CC-1', contact: 'ai-platform@example.com' },
  dataClass: 'internal',
  environments: {
    dev: {
      tier: 'development',
      aws: {
        account: '111111111111',
        region: 'eu-central-1',
        network: {
          vpcId: 'vpc-0123456789abcdef0',
          privateSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
          availabilityZones: ['eu-central-1a', 'eu-central-1b'],
          securityGroupId: 'sg-0123456789abcdef0',
          endpoints: 'existing',
        },
        encryption: { keyArn: 'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-000000000001' },
        logs: { groupName: '/acme/llm' },
        registry: { repositoryName: 'acme/llm' },
        alarms: { topicArn: 'arn:aws:sns:eu-central-1:111111111111:acme-alarms' },
        standby: {
          region: 'eu-west-1',
          bucketArn: 'arn:aws:s3:::acme-llm-standby',
          keyArn: 'arn:aws:kms:eu-west-1:111111111111:key/00000000-0000-4000-8000-000000000002',
        },
        identityProvider: 'existing',
        permissionsBoundary: 'arn:aws:iam::111111111111:policy/acme-boundary',
        rolePath: '/acme/',
      },
      azure: {
        tenant: '00000000-0000-4000-8000-000000000001',
        subscription: '00000000-0000-4000-8000-0000000000d1',
        location: 'swedencentral',
        network: {
          virtualNetworkId: `${hub}/Microsoft.Network/virtualNetworks/vnet-spoke`,
          privateEndpointSubnetId: `${hub}/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/private-endpoints`,
        },
        dns: { records: 'policy' },
        logs: { workspaceId: `${hub}/Microsoft.OperationalInsights/workspaces/log-acme` },
        encryption: {
          keyUri: 'https://kv-acme.vault.azure.net/keys/llm',
          identityId: `${hub}/Microsoft.ManagedIdentity/userAssignedIdentities/id-keys`,
          identityClientId: '00000000-0000-4000-8000-0000000000c1',
        },
        keyVault: { id: `${hub}/Microsoft.KeyVault/vaults/kv-acme` },
        registry: { id: `${hub}/Microsoft.ContainerRegistry/registries/cracme` },
        mlRegistry: { id: `${hub}/Microsoft.MachineLearningServices/registries/mlr-acme` },
      },
    },
  },
  pipeline: { kind: 'github', repository: 'acme/assistant', ownerId: 1, repositoryId: 2 },
  models: {
    chat: openWeights('Qwen/Qwen3-8B', { revision: '0123456789abcdef0123456789abcdef01234567' }),
  },
  endpoints: {
    chat: {
      model: 'chat',
      clouds: ['aws', 'azure'],
      traffic: { peakConcurrency: 8, inputTokens: 1000, outputTokens: 250 },
      serving: {
        engine: 'vllm',
        version: '0.27.1',
        imageDigest: {
          aws: 'sha256:00000000000000000000000000000000000000000000000000000000000000a1',
          azure: 'sha256:00000000000000000000000000000000000000000000000000000000000000a2',
        },
      },
    },
  },
});
