import { Duration } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { ownKey } from '../encryption/own-key';
import { accountId } from '../props/grammars';
import type { Grammar } from '../props/prop-problem';
import { eachInGrammar, inGrammar, numberBetween, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import type { IImageRepository } from './image-grants';
import { ImageGrants, ImportedImageRepository } from './image-grants';
import { ImageMetrics } from './image-metrics';

/** Props of an {@link ImageRepository}. */
export interface ImageRepositoryProps {
  /** @default - a name that CloudFormation makes */
  readonly repositoryName?: string;
  /** @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
  /** Accounts that pull images. @default - none */
  readonly consumerAccounts?: readonly string[];
  /**
   * Days after its push that an image without a tag is deleted. What runs by digest needs a tag then; tags are immutable.
   *
   * @default - images are never deleted
   */
  readonly untaggedImageDays?: number;
}

/** CreateRepository in the API reference of ECR, read 2026-11-30. */
const repositoryName: Grammar = {
  pattern: /^(?=.{2,256}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
  expected: '2 to 256 lower-case letters and digits, with single separators . _ - / between them',
  fix: 'write a name such as support/dev, without registry host and tag',
};

/**
 * The repository of the platform's container images.
 *
 * Creates an ECR repository with immutable tags, a scan on every push and encryption with the customer key. Consumer
 * accounts may pull. Billed per GB stored.
 *
 * @example
 * const images = new ImageRepository(this, 'Images');
 * images.grants.push(builder);
 * @throws CodedError `InvalidProps`
 */
export class ImageRepository extends Construct implements IImageRepository {
  /** A repository that another app made, in this account and region. */
  static fromRepositoryName(scope: Construct, id: string, name: string): IImageRepository {
    return new ImportedImageRepository(scope, id, name);
  }

  readonly resource: ecr.Repository;
  readonly repositoryName: string;
  readonly repositoryArn: string;
  readonly grants: ImageGrants;
  readonly metrics: ImageMetrics;

  constructor(scope: Construct, id: string, props: ImageRepositoryProps = {}) {
    super(scope, id);
    const { repositoryName: name, dataRetention = keptByDefault.dataRetention } = props;
    refuseProps(
      this,
      name === undefined ? [] : inGrammar('repositoryName', name, repositoryName),
      eachInGrammar('consumerAccounts', props.consumerAccounts ?? [], accountId),
      props.untaggedImageDays === undefined
        ? []
        : numberBetween('untaggedImageDays', props.untaggedImageDays, { least: 1 }),
    );
    this.resource = new ecr.Repository(this, 'Resource', {
      ...(name === undefined ? {} : { repositoryName: name }),
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
      imageScanOnPush: true,
      encryption: ecr.RepositoryEncryption.KMS,
      encryptionKey: props.encryptionKey ?? ownKey(this, dataRetention),
      emptyOnDelete: dataRetention === 'destroy',
      removalPolicy: removalPolicyOf(dataRetention),
      ...(props.untaggedImageDays === undefined ? {} : { lifecycleRules: [expiry(props.untaggedImageDays)] }),
    });
    this.repositoryName = this.resource.repositoryName;
    this.repositoryArn = this.resource.repositoryArn;
    this.grants = new ImageGrants(this.repositoryArn);
    this.metrics = new ImageMetrics(this.repositoryName);
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

function expiry(days: number): ecr.LifecycleRule {
  return {
    description: 'images without a tag: pushes that failed, and versions that nobody kept',
    tagStatus: ecr.TagStatus.UNTAGGED,
    maxImageAge: Duration.days(days),
  };
}
