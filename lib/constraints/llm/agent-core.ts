import type { Breach, Constraint } from '../constraint';
import { at, isAbsent, isGiven, listAt, numberAt, textAt } from '../value';

const reference = 'https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference';
const asOf = '2026-11-30';
const core = 'AWS::BedrockAgentCore';

/** The place of the configuration of a VPC, beside the mode, by type. */
const vpcConfigs: Readonly<Record<string, string>> = {
  [`${core}::Runtime`]: 'NetworkModeConfig',
  [`${core}::BrowserCustom`]: 'VpcConfig',
  [`${core}::CodeInterpreterCustom`]: 'VpcConfig',
};

/** A tool or runtime in a VPC says in which subnets, and one outside has none. */
export const agentCoreNetwork: Constraint = {
  id: 'agent-core-network',
  types: Object.keys(vpcConfigs),
  source: { url: `${reference}/API_NetworkConfiguration.html`, asOf },
  check({ type, properties }) {
    const name = vpcConfigs[type] ?? '';
    const mode = textAt(properties, 'NetworkConfiguration', 'NetworkMode');
    if (mode === 'VPC' && isAbsent(properties, 'NetworkConfiguration', name)) {
      return [
        {
          pointer: '#/NetworkConfiguration',
          problem: `NetworkMode VPC needs ${name} with Subnets and SecurityGroups`,
          fix: `Write ${name}, or set NetworkMode to PUBLIC.`,
        },
      ];
    }
    if (mode === undefined || mode === 'VPC' || !isGiven(at(properties, 'NetworkConfiguration', name))) return [];
    return [
      {
        pointer: `#/NetworkConfiguration/${name}`,
        problem: `NetworkMode is ${mode}, and ${name} is given`,
        fix: `Remove ${name}, or set NetworkMode to VPC.`,
      },
    ];
  },
};

/** A runtime runs a container or code, keeps sessions in a range, and mounts each path once. */
export const agentCoreRuntime: Constraint = {
  id: 'agent-core-runtime',
  types: [`${core}::Runtime`],
  source: { url: `${reference}/API_CreateAgentRuntime.html`, asOf },
  check({ properties }) {
    const breaches: Breach[] = [];
    const artifacts = ['ContainerConfiguration', 'CodeConfiguration'];
    const artifact = at(properties, 'AgentRuntimeArtifact');
    if (artifact !== undefined && artifacts.every((key) => isAbsent(artifact, key)))
      breaches.push({
        pointer: '#/AgentRuntimeArtifact',
        problem: `The artifact has neither ${artifacts.join(' nor ')}`,
        fix: 'Set ContainerConfiguration.ContainerUri, or CodeConfiguration.',
      });
    if (artifacts.every((key) => isGiven(at(artifact, key))))
      breaches.push({
        pointer: '#/AgentRuntimeArtifact/CodeConfiguration',
        problem: `The artifact has both ${artifacts.join(' and ')}, and takes one of them`,
        fix: 'Remove one of the two configurations.',
      });
    const idle = numberAt(properties, 'LifecycleConfiguration', 'IdleRuntimeSessionTimeout');
    const longest = numberAt(properties, 'LifecycleConfiguration', 'MaxLifetime');
    if (idle !== undefined && longest !== undefined && idle > longest)
      breaches.push({
        pointer: '#/LifecycleConfiguration/IdleRuntimeSessionTimeout',
        problem: `IdleRuntimeSessionTimeout ${idle} is above MaxLifetime ${longest}`,
        fix: `Set IdleRuntimeSessionTimeout to at most ${longest}.`,
      });
    const kinds = ['SessionStorage', 'EfsAccessPoint', 'S3FilesAccessPoint', 'CapacityProviderVolume'];
    const paths = listAt(properties, 'FilesystemConfigurations').map((file) =>
      kinds.map((kind) => textAt(file, kind, 'MountPath')).find((path) => path !== undefined),
    );
    const twice = paths.findIndex((path, index) => path !== undefined && paths.indexOf(path) < index);
    if (twice !== -1)
      breaches.push({
        pointer: `#/FilesystemConfigurations/${twice}`,
        problem: `MountPath ${paths[twice] ?? ''} is used twice`,
        fix: 'Mount each file system at another path.',
      });
    return breaches;
  },
};

/** A gateway that takes tokens says whose. */
export const agentCoreGateway: Constraint = {
  id: 'agent-core-gateway',
  types: [`${core}::Gateway`],
  source: { url: `${reference}/API_CreateGateway.html`, asOf },
  check({ properties }) {
    if (textAt(properties, 'AuthorizerType') !== 'CUSTOM_JWT' || !isAbsent(properties, 'AuthorizerConfiguration'))
      return [];
    return [
      {
        pointer: '#/AuthorizerType',
        problem: 'AuthorizerType CUSTOM_JWT needs AuthorizerConfiguration',
        fix: 'Set AuthorizerConfiguration.CustomJWTAuthorizer with DiscoveryUrl, or another AuthorizerType.',
      },
    ];
  },
};
