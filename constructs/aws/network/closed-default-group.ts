import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../identity/acknowledge-wildcard';
import { serviceOfThisAccount } from '../identity/service-principal';

/** Props of a {@link ClosedDefaultGroup}. */
export interface ClosedDefaultGroupProps {
  /** Id of the default security group of a VPC. */
  readonly securityGroupId: string;
}

/**
 * AWS's own runbook for it. State Manager runs it once, when the association is created.
 *
 * https://docs.aws.amazon.com/systems-manager-automation-runbooks/latest/userguide/automation-aws-remove-default-secg-rules.html,
 * read 2026-11-30
 */
const runbook = 'AWSConfigRemediation-RemoveVPCDefaultSecurityGroupRules';

/**
 * Removes every rule of the default security group of a VPC (Security Hub EC2.2).
 *
 * No resource of CloudFormation changes the rules that EC2 gives this group, and a custom resource would be code of the kit
 * in the account. Creates an association of Systems Manager that runs a runbook of AWS, and its role. CloudFormation does
 * not wait for the run: its result is in State Manager, and rules that are added later stay. Within the free tier of
 * Automation.
 */
export class ClosedDefaultGroup extends Construct {
  readonly resource: ssm.CfnAssociation;

  constructor(scope: Construct, id: string, props: ClosedDefaultGroupProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const executions = `arn:${partition}:ssm:${region}:${account}:automation-execution/*`;
    const role = new iam.Role(this, 'Role', {
      description: 'removes the rules of the default security group',
      assumedBy: serviceOfThisAccount(this, 'ssm.amazonaws.com', executions),
    });
    const policy = new iam.Policy(this, 'Policy', {
      roles: [role],
      statements: [...this.statements(props, executions)],
    });
    this.resource = new ssm.CfnAssociation(this, 'Resource', {
      name: runbook,
      parameters: { AutomationAssumeRole: [role.roleArn], GroupId: [props.securityGroupId] },
    });
    this.resource.node.addDependency(policy);
  }

  /** As the page of the runbook lists them, each for as few resources as IAM can name. */
  private statements({ securityGroupId }: ClosedDefaultGroupProps, executions: string): readonly iam.PolicyStatement[] {
    const { partition, region, account } = Stack.of(this);
    const versions = `arn:${partition}:ssm:${region}:*:automation-definition/${runbook}:*`;
    acknowledgeWildcard(this, '*', 'ec2:DescribeSecurityGroups knows no resources');
    acknowledgeWildcard(this, executions, 'Systems Manager names the runs');
    acknowledgeWildcard(this, versions, 'the runbook belongs to AWS, which numbers its versions');
    return [
      new iam.PolicyStatement({ sid: 'ReadGroups', actions: ['ec2:DescribeSecurityGroups'], resources: ['*'] }),
      new iam.PolicyStatement({
        sid: 'RemoveRules',
        actions: ['ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'],
        resources: [`arn:${partition}:ec2:${region}:${account}:security-group/${securityGroupId}`],
      }),
      new iam.PolicyStatement({ sid: 'Run', actions: ['ssm:StartAutomationExecution'], resources: [versions] }),
      new iam.PolicyStatement({ sid: 'ReadRun', actions: ['ssm:GetAutomationExecution'], resources: [executions] }),
    ];
  }
}
