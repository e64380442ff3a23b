import { Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../identity/acknowledge-wildcard';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';
import { CachedImageGrants } from './image-grants';

/** Props of a {@link PullThroughCache}. */
export interface PullThroughCacheProps {
  /** What the names of cached repositories begin with: 2 to 30 characters. */
  readonly repositoryPrefix: string;
  /** Host of a registry that needs no login: `public.ecr.aws`, `registry.k8s.io` or `quay.io`. */
  readonly upstream: string;
  readonly encryptionKey: IKey;
}

/** CreatePullThroughCacheRule in the API reference of ECR, read 2026-11-30. */
const prefixGrammar: Grammar = {
  pattern: /^(?=.{2,30}$)[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
  expected: '2 to 30 lower-case letters and digits, with single separators . _ - between them',
  fix: 'write a prefix such as public',
};
/** Amazon ECR User Guide, "Sync an upstream registry": upstreams without a credential (read 2026-11-30). */
const openUpstream: Grammar = {
  pattern: /^(?:public\.ecr\.aws|registry\.k8s\.io|quay\.io)$/,
  expected: 'public.ecr.aws, registry.k8s.io or quay.io',
  fix: 'copy images of other registries with llmops assets push',
};

/**
 * Images of a public registry, kept by the account: the first pull of a digest fetches it, later ones find it here.
 *
 * Creates a pull-through cache rule, a template of the repositories that it creates (encrypted with the customer key, tags
 * immutable) and the role by which ECR creates them. Billed per GB stored.
 *
 * @throws CodedError `InvalidProps`
 */
export class PullThroughCache extends Construct {
  readonly rule: ecr.CfnPullThroughCacheRule;
  readonly grants: CachedImageGrants;

  constructor(scope: Construct, id: string, props: PullThroughCacheProps) {
    super(scope, id);
    const { repositoryPrefix, upstream, encryptionKey } = props;
    refuseProps(
      this,
      inGrammar('repositoryPrefix', repositoryPrefix, prefixGrammar),
      inGrammar('upstream', upstream, openUpstream),
    );
    const template = new ecr.CfnRepositoryCreationTemplate(this, 'Template', {
      prefix: repositoryPrefix,
      appliedFor: ['PULL_THROUGH_CACHE'],
      imageTagMutability: 'IMMUTABLE',
      encryptionConfiguration: { encryptionType: 'KMS', kmsKey: encryptionKey.keyArn },
      customRoleArn: this.creator(repositoryPrefix, encryptionKey).roleArn,
    });
    this.rule = new ecr.CfnPullThroughCacheRule(this, 'Resource', {
      ecrRepositoryPrefix: repositoryPrefix,
      upstreamRegistryUrl: upstream,
    });
    this.grants = new CachedImageGrants(
      Stack.of(this).formatArn({ service: 'ecr', resource: 'repository', resourceName: `${repositoryPrefix}/*` }),
    );
    // A repository that is created before the template exists has the key of AWS, and keeps it.
    this.rule.addResourceDependency(template);
  }

  /** URI of an image of the upstream in the cache. @param image - `repository@sha256:…` without the host */
  imageUri(image: string): string {
    const { account, region, urlSuffix } = Stack.of(this);
    return `${account}.dkr.ecr.${region}.${urlSuffix}/${this.rule.ecrRepositoryPrefix ?? ''}/${image}`;
  }

  /** Actions: Amazon ECR User Guide, "IAM permissions for repository creation templates", read 2026-11-30. */
  private creator(prefix: string, key: IKey): iam.Role {
    const { partition, region, account } = Stack.of(this);
    const role = new iam.Role(this, 'Role', {
      description: `Creates repositories below ${prefix}/`,
      assumedBy: new iam.ServicePrincipal('ecr.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    const repositories = `arn:${partition}:ecr:${region}:${account}:repository/${prefix}/*`;
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['ecr:CreateRepository', 'ecr:ReplicateImage', 'ecr:TagResource'],
        resources: [repositories],
      }),
    );
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['kms:CreateGrant', 'kms:RetireGrant', 'kms:DescribeKey'],
        resources: [key.keyArn],
      }),
    );
    acknowledgeWildcard(role, repositories, 'the repositories of the cache are created by their first pull');
    return role;
  }
}
