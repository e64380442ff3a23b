import { BOOTSTRAP_QUALIFIER_CONTEXT, Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CodedError } from '../../lib/messages';
import type { SettledPlan } from '../../lib/plan';
import { DeploymentStack } from './deployment-stack';
import { FoundationStack } from './foundation-stack';
import { IntegrationStack } from './integration-stack';
import { KnowledgeStack } from './knowledge-stack';
import { ObservabilityStack } from './observability-stack';
import type { PlatformStack } from './platform-stack';
import { applyRoleRules } from './role-rules';
import { StandbyStack } from './standby-stack';
import { TuningStack } from './tuning-stack';

/** Props of a {@link PlatformStage}. */
export interface PlatformStageProps {
  /** A settled plan of one environment. */
  readonly plan: SettledPlan;
}

/**
 * The AWS side of one environment: up to six stacks, which are deployed in order and separately, and one in the second region
 * where there is one.
 *
 * A stack without resources is left out, because CloudFormation refuses an empty template.
 *
 * @example
 * new PlatformStage(app, 'dev', { plan: settle(plan) });
 * @throws CodedError `MissingTarget` when the plan has no AWS side; `SeveralSourceBuckets`, `UnknownModelPackageGroup`,
 * `UnknownEndpointService`, `InvalidImageUri`, `InvalidS3Uri` and `InvalidProps` when it cannot be declared
 */
export class PlatformStage extends Stage {
  /** In deployment order. */
  readonly stacks: readonly PlatformStack[];

  constructor(scope: Construct, id: string, props: PlatformStageProps) {
    const { plan } = props;
    const { aws } = plan;
    if (aws === undefined) {
      throw new CodedError('MissingTarget', {
        place: id,
        message: 'the plan has no aws side',
        expected: 'an environment with an aws target',
        fix: 'add an aws target to the environment, or skip the environment',
      });
    }
    super(scope, id, { env: { account: aws.account, region: aws.region } });
    // The synthesizer of each stack reads it: which bootstrap stack deploys.
    this.node.setContext(BOOTSTRAP_QUALIFIER_CONTEXT, aws.bootstrapQualifier);
    const stackProps = { plan, aws };
    const standby = aws.standby?.stack === undefined ? [] : [new StandbyStack(this, stackProps)];
    const foundation = new FoundationStack(this, stackProps);
    const integration = new IntegrationStack(this, stackProps);
    const knowledge = isEmpty(aws.knowledge.bases) ? [] : [new KnowledgeStack(this, stackProps)];
    const deployment = isEmpty(aws.deployment.endpoints) ? [] : [new DeploymentStack(this, stackProps)];
    const tuning = isEmpty(aws.tuning.jobs) ? [] : [new TuningStack(this, stackProps)];
    const observability = new ObservabilityStack(this, stackProps);

    integration.addStackDependency(foundation);
    // S3 refuses a replication to a bucket that does not exist.
    for (const stack of standby) integration.addStackDependency(stack);
    for (const stack of [...knowledge, ...deployment, ...tuning]) stack.addStackDependency(integration);
    for (const stack of [integration, ...knowledge, ...deployment, ...tuning]) observability.addStackDependency(stack);
    this.stacks = [...standby, foundation, integration, ...knowledge, ...deployment, ...tuning, observability];

    applyRoleRules(this, aws.roles);
    // CloudFormation applies stack tags to resources at deployment. In the template, reviews and rules see them too.
    for (const [key, value] of Object.entries(plan.tags)) Tags.of(this).add(key, value);
  }
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).length === 0;
}
