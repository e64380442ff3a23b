import { Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgeGrant } from '../identity/acknowledge-wildcard';

/** A group of model versions: of this app, or imported. */
export interface IModelPackageGroup {
  readonly groupName: string;
  readonly arn: string;
  readonly grants: ModelPackageGroupGrants;
}

/** A group that is known by its name only. */
export class ImportedModelPackageGroup extends Construct implements IModelPackageGroup {
  readonly arn: string;
  readonly grants: ModelPackageGroupGrants;

  constructor(
    scope: Construct,
    id: string,
    readonly groupName: string,
  ) {
    super(scope, id);
    this.grants = new ModelPackageGroupGrants(this, groupName);
    this.arn = this.grants.groupArn;
  }
}

/** Permissions that roles can get on a model package group and its versions. */
export class ModelPackageGroupGrants {
  readonly groupArn: string;
  private readonly versions: string;

  constructor(scope: Construct, groupName: string) {
    // SageMaker writes ARNs in lower case, whatever the name is.
    const name = Token.isUnresolved(groupName) ? groupName : groupName.toLowerCase();
    const arnOf = (resource: string, resourceName: string): string =>
      Stack.of(scope).formatArn({ service: 'sagemaker', resource, resourceName });
    this.groupArn = arnOf('model-package-group', name);
    this.versions = arnOf('model-package', `${name}/*`);
  }

  /** Read the group and its versions. */
  read(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, [
      'sagemaker:DescribeModelPackage',
      'sagemaker:DescribeModelPackageGroup',
      'sagemaker:ListModelPackages',
    ]);
  }

  /** Register a version, which waits for an approval. */
  register(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, [
      'sagemaker:AddTags',
      'sagemaker:CreateModelPackage',
      'sagemaker:DescribeModelPackage',
      'sagemaker:DescribeModelPackageGroup',
    ]);
  }

  /** Approve and reject versions. Give it to people and gates, not to the jobs that register. */
  approve(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['sagemaker:DescribeModelPackage', 'sagemaker:UpdateModelPackage']);
  }

  private grant(grantee: iam.IGrantable, actions: readonly string[]): iam.Grant {
    acknowledgeGrant(grantee, this.versions, 'the registry numbers the versions of the one group');
    return iam.Grant.addToPrincipal({
      grantee,
      actions: [...actions],
      resourceArns: [this.groupArn, this.versions],
    });
  }
}
