import type { AwsContext, EnvironmentContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { decide } from '../decision';
import { awsKnowledge, registryModels, tuningJobs } from '../entries';
import type { AwsStackName, HandOff } from './aws-plan';
import type { AwsStandbyStackPlan } from './standby-plan';

/** `/llmops/<platform>/<environment>` */
export function parameterPrefix(context: Pick<AwsContext, 'platform' | 'key' | 'target'>): Decision<string> {
  return awsName(context, 'ssm-parameter-path');
}

/** Every value that one stack hands to another. A consumer is deployed after its producer. */
export function handOffs(
  context: EnvironmentContext,
  standby: AwsStandbyStackPlan | undefined,
): Decision<readonly HandOff[]> {
  const all = [
    ...foundation(context),
    ...integration(context),
    ...knowledge(context),
    ...deployment(context),
    ...standbyHandOffs(standby),
  ];
  return decide(
    all.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    'connect.parameters',
    'stacks hand values over as parameters: each stack can be deployed, reviewed and deleted by itself',
    [{ value: 'CloudFormation exports', reason: 'an export in use blocks every change of the stack that made it' }],
  );
}

function foundation(context: EnvironmentContext): readonly HandOff[] {
  const serving: readonly AwsStackName[] = context.endpoints.aws.length > 0 ? ['deployment'] : [];
  const training: readonly AwsStackName[] = tuningJobs(context).length > 0 ? ['tuning'] : [];
  const storing: readonly AwsStackName[] = awsKnowledge(context).length > 0 ? ['knowledge'] : [];
  const network = [...serving, ...training];
  return [
    { name: 'foundation/alarm-topic-arn', producer: 'foundation', consumers: [...serving, ...scheduled(context)] },
    { name: 'foundation/vpc-id', producer: 'foundation', consumers: network },
    { name: 'foundation/private-subnet-ids', producer: 'foundation', consumers: network },
    { name: 'foundation/workload-security-group-id', producer: 'foundation', consumers: network },
    {
      name: 'foundation/key-arn',
      producer: 'foundation',
      consumers: ['integration', ...storing, ...network],
    },
  ];
}

/** Stacks whose work is started on a schedule: they tell when it fails. */
function scheduled(context: EnvironmentContext): readonly AwsStackName[] {
  const ingests = awsKnowledge(context).some(([, { ingestion }]) => ingestion !== undefined);
  const tunes = tuningJobs(context).some(([, { schedule }]) => schedule !== undefined);
  return [...(ingests ? (['knowledge'] as const) : []), ...(tunes ? (['tuning'] as const) : [])];
}

/** For applications, pipelines and operators: the other stacks know names and prefixes from the plan. */
function integration(context: EnvironmentContext): readonly HandOff[] {
  return [
    { name: 'integration/artifact-bucket-arn', producer: 'integration', consumers: [] },
    { name: 'integration/repository-uri', producer: 'integration', consumers: [] },
    { name: 'integration/release-table-name', producer: 'integration', consumers: [] },
    ...registryModels(context).map((key): HandOff => ({
      name: `integration/model-package-group-arn/${key}`,
      producer: 'integration',
      consumers: [],
    })),
  ];
}

function knowledge(context: EnvironmentContext): readonly HandOff[] {
  return awsKnowledge(context).flatMap(([key]): readonly HandOff[] => [
    { name: `knowledge/knowledge-base-id/${key}`, producer: 'knowledge', consumers: [] },
    { name: `knowledge/data-source-id/${key}`, producer: 'knowledge', consumers: [] },
  ]);
}

function deployment(context: EnvironmentContext): readonly HandOff[] {
  return context.endpoints.aws.map(({ key }) => ({
    name: `deployment/endpoint-name/${key}`,
    producer: 'deployment',
    consumers: [],
  }));
}

/** For whoever deploys in the second region after a loss. */
function standbyHandOffs(stack: AwsStandbyStackPlan | undefined): readonly HandOff[] {
  if (stack === undefined) return [];
  const of = (name: HandOff['name'], what: unknown): readonly HandOff[] =>
    what === undefined ? [] : [{ name, producer: 'standby', consumers: [] }];
  return [
    ...of('standby/artifact-bucket-arn', stack.artifactBucketName),
    ...of('standby/documents-bucket-arn', stack.documentsBucketName),
    ...of('standby/key-arn', stack.key),
    ...of('standby/repository-uri', stack.repository),
  ];
}
