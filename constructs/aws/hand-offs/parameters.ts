import { CfnParameter } from 'aws-cdk-lib';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import type { AwsParameterName } from '../../../lib/plan';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';

/** The only value that is a list. */
type ListName = 'foundation/private-subnet-ids';
type TextName = Exclude<AwsParameterName, ListName>;

/** PutParameter in the API reference of Systems Manager, read 2026-11-30. */
const pathPrefix: Grammar = {
  pattern: /^(?!\/(?:aws|ssm)(?:\/|$))(?:\/[a-zA-Z0-9_.-]+)+$/i,
  expected: 'a path of letters, digits and _ . - without a final slash, not below /aws or /ssm',
  fix: 'write a path such as /llmops/support/dev',
};

/** Props of {@link PlatformParameters}. */
export interface PlatformParametersProps {
  /** Common path of all values, for example `/llmops/support-assistant/dev`. */
  readonly parameterPrefix: string;
}

/**
 * Values that one stack of an environment passes to others, as SSM parameters.
 *
 * A reader gets a CloudFormation parameter of an `AWS::SSM::Parameter::Value` type. CloudFormation resolves it in every
 * change set, before it changes anything. A missing value fails the change set with its name, and a changed value rolls
 * out without a change of the template. With unchanged values the change set is empty. A `{{resolve:ssm:…}}` reference
 * would not notice a changed value and cannot be a list of subnets. An export cannot change while it is imported.
 *
 * The descriptions must not contain the skip marker of the CDK CLI, which would then skip the change set.
 *
 * @throws CodedError `InvalidProps`
 */
export class PlatformParameters extends Construct {
  private readonly prefix: string;

  constructor(scope: Construct, id: string, props: PlatformParametersProps) {
    super(scope, id);
    refuseProps(this, inGrammar('parameterPrefix', props.parameterPrefix, pathPrefix));
    this.prefix = props.parameterPrefix;
  }

  /** Path of a value. */
  path(name: AwsParameterName): string {
    return `${this.prefix}/${name}`;
  }

  /** Declares the parameter of a value. */
  publish(name: TextName, value: string): ssm.CfnParameter {
    return new ssm.CfnParameter(this, childId(name), { name: this.path(name), type: 'String', value });
  }

  /** Declares the parameter of a list. */
  publishList(name: ListName, values: readonly string[]): ssm.CfnParameter {
    return new ssm.CfnParameter(this, childId(name), {
      name: this.path(name),
      type: 'StringList',
      value: values.join(','),
    });
  }

  /** A reference to a value that another stack publishes. Reading it twice declares one parameter. */
  read(name: TextName): string {
    return this.reader(name, valueTypeOf(name)).valueAsString;
  }

  /** A reference to a list that another stack publishes. */
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

/** With EC2 types CloudFormation checks that the id exists before it starts. */
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
