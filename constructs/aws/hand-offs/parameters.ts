import { CfnParameter } from 'aws-cdk-lib';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { AwsParameterName } from '../../../lib/plan';

/** The one value that is a list. */
type ListName = 'foundation/private-subnet-ids';
type TextName = Exclude<AwsParameterName, ListName>;

export interface PlatformParametersProps {
  /** Path all values lie under, for example `/llmops/support-assistant/dev`. */
  readonly parameterPrefix: string;
}

/**
 * Values that cross between the stacks of an environment, as SSM parameters.
 *
 * A reader gets a CloudFormation parameter of an `AWS::SSM::Parameter::Value` type. CloudFormation resolves it at every
 * change set, before it touches anything: a missing value fails the change set with its name, a changed value rolls out
 * without a change of the template, and with unchanged values the change set is empty and the deployment a no-op. A
 * `{{resolve:ssm:…}}` reference would not notice a changed value, and could not carry the list of subnets. An export
 * could not change while it is imported.
 *
 * The descriptions must not contain the CDK CLI's skip marker, with which it would not even ask CloudFormation.
 */
export class PlatformParameters extends Construct {
  private readonly prefix: string;

  constructor(scope: Construct, id: string, props: PlatformParametersProps) {
    super(scope, id);
    this.prefix = props.parameterPrefix;
  }

  /** Path of a value. */
  path(name: AwsParameterName): string {
    return `${this.prefix}/${name}`;
  }

  publish(name: TextName, value: string): ssm.CfnParameter {
    return new ssm.CfnParameter(this, childId(name), { name: this.path(name), type: 'String', value });
  }

  publishList(name: ListName, values: readonly string[]): ssm.CfnParameter {
    return new ssm.CfnParameter(this, childId(name), {
      name: this.path(name),
      type: 'StringList',
      value: values.join(','),
    });
  }

  read(name: TextName): string {
    return this.reader(name, valueTypeOf(name)).valueAsString;
  }

  readList(name: ListName): readonly string[] {
    return this.reader(name, 'List<AWS::EC2::Subnet::Id>').valueAsList;
  }

  private reader(name: AwsParameterName, valueType: string): CfnParameter {
    const existing = this.node.tryFindChild(childId(name));
    if (existing instanceof CfnParameter) return existing;
    return new CfnParameter(this, childId(name), {
      type: `AWS::SSM::Parameter::Value<${valueType}>`,
      default: this.path(name),
      description: `published by the ${name.split('/')[0] ?? name} stack`,
    });
  }
}

/** EC2 types let CloudFormation check that the id exists before it starts. */
function valueTypeOf(name: TextName): string {
  switch (name) {
    case 'foundation/vpc-id':
      return 'AWS::EC2::VPC::Id';
    case 'foundation/workload-security-group-id':
      return 'AWS::EC2::SecurityGroup::Id';
    default:
      return 'String';
  }
}

function childId(name: AwsParameterName): string {
  return name.replaceAll('/', '-');
}
