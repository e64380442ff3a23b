import type { AwsContext, EnvironmentContext } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned } from '../decision';
import { awsKnowledge, bedrockModels, tuningJobs } from '../entries';
import { logRetentionDays } from '../retention';
import type { AwsFoundationPlan } from './aws-plan';

/** The VPC of an environment: private, without a route to the internet. */
export function awsNetwork(context: AwsContext): AwsFoundationPlan['network'] {
  return {
    cidr: pinned(context.target.cidr, `environments.${context.key}.aws.cidr`),
    availabilityZones: availabilityZones(context),
    interfaceEndpoints: interfaceEndpoints(context),
    gatewayEndpoints: decide(
      ['s3', 'dynamodb'],
      'network.gateway-endpoints',
      'weights, documents and the release table are reachable without an hourly charge',
      [
        {
          value: 'NAT gateway',
          reason: 'a route to the internet that nothing in the platform needs, charged by hour and GB',
        },
      ],
    ),
    flowLogRetentionDays: logRetentionDays(context.platform, context.environment.tier),
  };
}

function availabilityZones({ environment, region }: AwsContext): Decision<readonly string[]> {
  const wanted = environment.tier === 'production' ? 3 : 2;
  const zones = region.zones.slice(0, wanted);
  const why =
    environment.tier === 'production'
      ? 'after the loss of a zone production still has two'
      : `${environment.tier} needs two, so that what spans zones is tested before production`;
  const short = zones.length < wanted ? `; ${region.id} has only ${zones.length}` : '';
  return cite(
    zones,
    'network.zones',
    `${zones.length} of ${region.zones.length} zones of ${region.id}: ${why}${short}`,
    region,
  );
}

/** Interface endpoints and what needs them: AWS charges each by the hour and zone. */
interface EndpointNeed {
  readonly services: readonly string[];
  readonly why: string;
  readonly needed: boolean;
}

function interfaceEndpoints(context: AwsContext): Decision<readonly string[]> {
  const needs = endpointNeeds(context);
  const taken = needs.filter((need) => need.needed);
  return {
    value: taken.flatMap((need) => need.services).toSorted(),
    because: taken.map(({ services, why }) => ({
      rule: 'network.private-by-use',
      text: `${services.join(', ')}: ${why}`,
    })),
    rejected: needs
      .filter((need) => !need.needed)
      .map(({ services }) => ({
        value: services.join(', '),
        reason: 'nothing in the platform calls it, and AWS charges an endpoint by the hour in every zone',
      })),
  };
}

function endpointNeeds(context: EnvironmentContext): readonly EndpointNeed[] {
  const endpoints = context.endpoints.aws.length > 0;
  const tuning = tuningJobs(context).length > 0;
  const bedrock = bedrockModels(context).length > 0;
  const bases = awsKnowledge(context).length > 0;
  return [
    {
      services: ['kms', 'logs', 'ssm', 'sts'],
      why: 'keys, logs, parameters and role credentials of every workload',
      needed: true,
    },
    { services: ['ecr.api', 'ecr.dkr'], why: 'containers inside the VPC pull images', needed: endpoints || tuning },
    {
      services: ['monitoring', 'sagemaker.runtime'],
      why: 'callers invoke endpoints and publish metrics',
      needed: endpoints,
    },
    { services: ['sagemaker.api'], why: 'tuning pipelines are started from the VPC', needed: tuning },
    { services: ['bedrock-runtime'], why: 'callers invoke Bedrock models', needed: bedrock },
    { services: ['bedrock-agent-runtime'], why: 'callers retrieve from knowledge bases', needed: bases },
  ];
}
