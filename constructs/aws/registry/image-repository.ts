import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';

export interface ImageRepositoryProps {
  readonly repositoryName: string;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
  /** Accounts that pull images. @default - none */
  readonly consumerAccounts?: readonly string[];
}

/** Container images of the platform: tags never move, every push is scanned, layers are encrypted with the customer key. */
export class ImageRepository extends Construct {
  readonly resource: ecr.Repository;

  constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    this.resource = new ecr.Repository(this, 'Resource', {
      repositoryName: props.repositoryName,
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
      imageScanOnPush: true,
      encryption: ecr.RepositoryEncryption.KMS,
      encryptionKey: props.encryptionKey,
      emptyOnDelete: props.dataRetention === 'destroy',
      removalPolicy: removalPolicyOf(props.dataRetention),
      // Untagged images may still be pinned by digest, so that age alone removes none of them.
    });
    const consumers = props.consumerAccounts ?? [];
    if (consumers.length > 0) {
      this.resource.addToResourcePolicy(
        new iam.PolicyStatement({
          sid: 'PullFromPromotedEnvironments',
          principals: consumers.map((account) => new iam.AccountPrincipal(account)),
          actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        }),
      );
    }
  }
}
