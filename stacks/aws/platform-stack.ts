import { Fn, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { WorkloadNetwork } from '../../constructs/aws';
import { PlatformParameters, withServiceStatements } from '../../constructs/aws';
import { CodedError } from '../../lib/messages';
import type { AwsStackName, SettledAwsPlan, SettledPlan } from '../../lib/plan';

/** Props of a {@link PlatformStack}. */
export interface PlatformStackProps {
  readonly plan: SettledPlan;
  /** AWS part of the plan. */
  readonly aws: SettledAwsPlan;
}

/**
 * The base of every stack of a platform: account, region, name, tags and protection from the plan, and the parameters
 * that it publishes and reads. It performs no look-ups.
 */
export abstract class PlatformStack extends Stack {
  protected readonly parameters: PlatformParameters;
  private readonly zones: readonly string[];

  constructor(scope: Construct, name: AwsStackName | 'standby', props: PlatformStackProps, purpose: string) {
    const { plan, aws } = props;
    const { stackName, region } = placeOf(name, aws);
    super(scope, name, {
      stackName,
      env: { account: aws.account, region },
      description: `${plan.platform} ${plan.environment}: ${purpose}`,
      tags: { ...plan.tags },
      terminationProtection: aws.terminationProtection,
    });
    this.zones = aws.foundation.network.availabilityZones;
    this.parameters = new PlatformParameters(this, 'Parameters', { parameterPrefix: aws.parameterPrefix });
  }

  /** The zones of the plan. Otherwise the CDK looks them up in the account. */
  override get availabilityZones(): string[] {
    return [...this.zones];
  }

  /** The environment's customer key, from the foundation stack. */
  protected encryptionKey(): IKey {
    const key = kms.Key.fromKeyArn(this, 'Key', this.parameters.read('foundation/key-arn'));
    return withServiceStatements(key);
  }

  /** The topic of the environment's alarms, from the foundation stack. */
  protected alarmTopic(): ITopic {
    return Topic.fromTopicArn(this, 'AlarmTopic', this.parameters.read('foundation/alarm-topic-arn'));
  }

  /** The environment's private network, from the foundation stack. */
  protected workloadNetwork(): WorkloadNetwork {
    const subnets = this.parameters.readList('foundation/private-subnet-ids');
    return {
      vpcId: this.parameters.read('foundation/vpc-id'),
      // One by one: a list that is known only at deployment cannot be an element of another list.
      subnetIds: this.zones.map((_zone, index) => Fn.select(index, [...subnets])),
      securityGroupId: this.parameters.read('foundation/workload-security-group-id'),
    };
  }
}

/** Only the stack of the second region is not in the region of the environment. */
function placeOf(
  name: AwsStackName | 'standby',
  { stackNames, region, standby }: SettledAwsPlan,
): { readonly stackName: string; readonly region: string } {
  if (name !== 'standby') return { stackName: stackNames[name], region };
  if (standby?.stack === undefined) {
    throw new CodedError('MissingTarget', {
      place: name,
      message: 'the plan has no stack in a second region',
      expected: 'a plan with standby.stack',
      fix: 'add standby to the aws target of the environment',
    });
  }
  return { stackName: standby.stack.stackName, region: standby.region };
}
