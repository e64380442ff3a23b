import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgeGrant } from '../identity/acknowledge-wildcard';
import { ImageMetrics } from './image-metrics';

/** A repository of images: of this app, or imported. */
export interface IImageRepository {
  readonly repositoryName: string;
  readonly repositoryArn: string;
  readonly grants: ImageGrants;
  readonly metrics: ImageMetrics;
}

/** A repository that is known by its name only, in this account and region. */
export class ImportedImageRepository extends Construct implements IImageRepository {
  readonly repositoryArn: string;
  readonly grants: ImageGrants;
  readonly metrics: ImageMetrics;

  constructor(
    scope: Construct,
    id: string,
    readonly repositoryName: string,
  ) {
    super(scope, id);
    this.repositoryArn = Stack.of(this).formatArn({
      service: 'ecr',
      resource: 'repository',
      resourceName: repositoryName,
    });
    this.grants = new ImageGrants(this.repositoryArn);
    this.metrics = new ImageMetrics(repositoryName);
  }
}

const pulling = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** Permissions that roles can get on the images of a repository. */
export class ImageGrants {
  constructor(private readonly repositoryArn: string) {}

  /** Pull images. */
  pull(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, pulling);
  }

  /** Push images, and pull them. */
  push(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, [
      ...pulling,
      'ecr:CompleteLayerUpload',
      'ecr:InitiateLayerUpload',
      'ecr:PutImage',
      'ecr:UploadLayerPart',
    ]);
  }

  private grant(grantee: iam.IGrantable, actions: readonly string[]): iam.Grant {
    acknowledgeGrant(grantee, '*', 'ecr:GetAuthorizationToken knows no resources; the token alone opens no repository');
    const token = iam.Grant.addToPrincipal({
      grantee,
      actions: ['ecr:GetAuthorizationToken'],
      resourceArns: ['*'],
    });
    const images = iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [this.repositoryArn] });
    return images.combine(token);
  }
}

/** Permissions that roles can get on the images of a pull-through cache. */
export class CachedImageGrants {
  /** @param repositories - ARN pattern of the repositories of the cache */
  constructor(private readonly repositories: string) {}

  /**
   * Pull images. The first pull of an image brings it from the upstream and creates its repository.
   *
   * Source: Amazon ECR User Guide, "IAM permissions required to sync an upstream registry" (read 2026-12-01).
   */
  pull(grantee: iam.IGrantable): iam.Grant {
    acknowledgeGrant(grantee, this.repositories, 'the repositories of the cache are created by their first pull');
    const first = iam.Grant.addToPrincipal({
      grantee,
      actions: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
      resourceArns: [this.repositories],
    });
    return new ImageGrants(this.repositories).pull(grantee).combine(first);
  }
}
