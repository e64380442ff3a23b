import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { agentCoreGateway, agentCoreNetwork, agentCoreRuntime } from '../../../../lib/constraints/llm/agent-core';
import { breaches, breachesOf } from './around';

const unknown = { Ref: 'Unknown' };

test.each<[string, string, Json, string | undefined]>([
  ['Runtime', 'NetworkModeConfig', { NetworkMode: 'PUBLIC' }, undefined],
  ['Runtime', 'NetworkModeConfig', { NetworkMode: 'VPC', NetworkModeConfig: unknown }, undefined],
  ['BrowserCustom', 'VpcConfig', { NetworkMode: 'VPC', VpcConfig: {} }, undefined],
  ['CodeInterpreterCustom', 'VpcConfig', { NetworkMode: 'SANDBOX' }, undefined],
  ['Runtime', 'NetworkModeConfig', { NetworkMode: unknown, NetworkModeConfig: {} }, undefined],
  ['Runtime', 'NetworkModeConfig', unknown, undefined],
  ['Runtime', 'NetworkModeConfig', { NetworkMode: 'VPC' }, '#/NetworkConfiguration: NetworkMode VPC needs'],
  [
    'BrowserCustom',
    'VpcConfig',
    { NetworkMode: 'PUBLIC', VpcConfig: {} },
    '#/NetworkConfiguration/VpcConfig: NetworkMode is PUBLIC, and VpcConfig is given',
  ],
])('%s with %s and the network %j', (type, _config, NetworkConfiguration, refused) => {
  expect(breachesOf(agentCoreNetwork, `AWS::BedrockAgentCore::${type}`, { NetworkConfiguration })).toEqual(
    refused === undefined ? [] : [expect.stringContaining(refused)],
  );
});

const artifact = (more: JsonObject): JsonObject => ({ AgentRuntimeArtifact: more });
test.each<[JsonObject, string | undefined]>([
  [artifact({ ContainerConfiguration: {} }), undefined],
  [artifact({ CodeConfiguration: unknown }), undefined],
  [artifact(unknown), undefined],
  [artifact({}), '#/AgentRuntimeArtifact: The artifact has neither ContainerConfiguration nor CodeConfiguration'],
  [
    artifact({ ContainerConfiguration: {}, CodeConfiguration: {} }),
    '#/AgentRuntimeArtifact/CodeConfiguration: The artifact has both',
  ],
  [{ LifecycleConfiguration: { IdleRuntimeSessionTimeout: 900, MaxLifetime: 900 } }, undefined],
  [{ LifecycleConfiguration: { IdleRuntimeSessionTimeout: 900, MaxLifetime: unknown } }, undefined],
  [
    { LifecycleConfiguration: { IdleRuntimeSessionTimeout: 900, MaxLifetime: 600 } },
    '#/LifecycleConfiguration/IdleRuntimeSessionTimeout: IdleRuntimeSessionTimeout 900 is above MaxLifetime 600',
  ],
  [
    {
      FilesystemConfigurations: [
        { SessionStorage: { MountPath: '/mnt/a' } },
        { EfsAccessPoint: { MountPath: '/mnt/a' } },
      ],
    },
    '#/FilesystemConfigurations/1: MountPath /mnt/a is used twice',
  ],
])('the runtime %j', (properties, refused) => {
  expect(breaches(agentCoreRuntime, properties)).toEqual(
    refused === undefined ? [] : [expect.stringContaining(refused)],
  );
});

test.each<[JsonObject, boolean]>([
  [{ AuthorizerType: 'AWS_IAM' }, false],
  [{ AuthorizerType: 'CUSTOM_JWT', AuthorizerConfiguration: unknown }, false],
  [{ AuthorizerType: unknown }, false],
  [{ AuthorizerType: 'CUSTOM_JWT' }, true],
])('the gateway %j', (properties, refused) => {
  expect(breaches(agentCoreGateway, properties)).toEqual(
    refused ? ['#/AuthorizerType: AuthorizerType CUSTOM_JWT needs AuthorizerConfiguration'] : [],
  );
});
