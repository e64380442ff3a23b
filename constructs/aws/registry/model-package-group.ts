import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { accountId, sageMakerName } from '../props/grammars';
import type { Grammar } from '../props/prop-problem';
import { eachInGrammar, inGrammar, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import type { IModelPackageGroup } from './package-group-grants';
import { ImportedModelPackageGroup, ModelPackageGroupGrants } from './package-group-grants';

/** Props of a {@link ModelPackageGroup}. */
export interface ModelPackageGroupProps {
  readonly groupName: string;
  /** At most 1024 characters. It cannot change as long as the group has its name, so put nothing in it that does. */
  readonly description: string;
  /** Accounts that may read and deploy the versions. @default - none */
  readonly consumerAccounts?: readonly string[];
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
}

/** EntityDescription in the API model of SageMaker, botocore 1.44.8. */
const description: Grammar = {
  pattern: /^[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]{0,1024}$/u,
  expected: 'at most 1024 characters on one line',
  fix: 'shorten the description',
};

/**
 * The versions of a model in the SageMaker model registry.
 *
 * Creates a model package group. Its policy lets consumer accounts deploy versions and not approve them. It is free.
 *
 * Jobs write the versions, and no stack contains them. A group with versions cannot be deleted.
 *
 * @example
 * const group = new ModelPackageGroup(this, 'Group', { groupName: 'support-dev-chat', description: 'chat' });
 * group.grants.approve(reviewers);
 * @throws CodedError `InvalidProps`
 */
export class ModelPackageGroup extends Construct implements IModelPackageGroup {
  /** A group that another app made, in this account and region. */
  static fromGroupName(scope: Construct, id: string, groupName: string): IModelPackageGroup {
    return new ImportedModelPackageGroup(scope, id, groupName);
  }

  readonly resource: sagemaker.CfnModelPackageGroup;
  readonly arn: string;
  /** Name that a job registers its candidate under. */
  readonly groupName: string;
  readonly grants: ModelPackageGroupGrants;

  constructor(scope: Construct, id: string, props: ModelPackageGroupProps) {
    super(scope, id);
    const { consumerAccounts = [] } = props;
    refuseProps(
      this,
      inGrammar('groupName', props.groupName, sageMakerName),
      inGrammar('description', props.description, description),
      eachInGrammar('consumerAccounts', consumerAccounts, accountId),
    );
    const consumers = consumerAccounts.map((account) => new iam.AccountPrincipal(account));
    this.resource = new sagemaker.CfnModelPackageGroup(this, 'Resource', {
      modelPackageGroupName: props.groupName,
      modelPackageGroupDescription: props.description,
      ...(consumers.length === 0
        ? {}
        : { modelPackageGroupPolicy: consumerPolicy(Stack.of(this), props.groupName, consumers) }),
    });
    this.resource.applyRemovalPolicy(removalPolicyOf(props.dataRetention ?? keptByDefault.dataRetention));
    this.arn = this.resource.attrModelPackageGroupArn;
    this.groupName = props.groupName;
    this.grants = new ModelPackageGroupGrants(this, props.groupName);
  }
}

/** As https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy-xaccount.html, without approval. */
function consumerPolicy(stack: Stack, groupName: string, principals: readonly iam.IPrincipal[]): iam.PolicyDocument {
  const arn = (resource: string, resourceName: string): string =>
    stack.formatArn({ service: 'sagemaker', resource, resourceName });
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        sid: 'ReadGroup',
        principals: [...principals],
        actions: ['sagemaker:DescribeModelPackageGroup'],
        resources: [arn('model-package-group', groupName)],
      }),
      new iam.PolicyStatement({
        sid: 'DeployVersions',
        principals: [...principals],
        actions: ['sagemaker:CreateModel', 'sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
        resources: [arn('model-package', `${groupName}/*`)],
      }),
    ],
  });
}
