import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { WorkloadNetwork } from '../network/private-network';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';
import { parseEcrImage } from '../registry/ecr-image';
import { parseS3Uri } from '../storage/s3-location';
import { acknowledgeWildcard } from './acknowledge-wildcard';
import { serviceOfThisAccount } from './service-principal';

/** Props of a {@link SageMakerExecutionRole}. */
export interface SageMakerExecutionRoleProps {
  readonly description: string;
  /** @default - the network of the service */
  readonly network?: WorkloadNetwork;
  readonly encryptionKey: IKey;
  /** ECR image of the container. */
  readonly imageUri: string;
  /**
   * Whether the image is pulled through a cache of this account, where the first pull fetches it and creates its repository.
   * @default false
   */
  readonly throughCache?: boolean;
  /** Keys of buckets of others that have a prefix to read. @default - none */
  readonly readKeyArns?: readonly string[];
  /** Security groups beside that of the network. @default - none */
  readonly memberGroupIds?: readonly string[];
  /** Log group of the container, `/aws/sagemaker/…`. */
  readonly logGroupName: string;
  /** Prefixes that the container may read, `s3://bucket/prefix/`. */
  readonly readPrefixes: readonly string[];
  /** Prefixes that the container may write, `s3://bucket/prefix/`. @default - none */
  readonly writePrefixes?: readonly string[];
}

/** CreateLogGroup in the API reference of CloudWatch Logs, read 2026-11-30. */
const logGroupName: Grammar = {
  pattern: /^[.\-_/#A-Za-z0-9]{1,512}$/,
  expected: '1 to 512 letters, digits and . - _ / #',
  fix: 'write a name such as /aws/sagemaker/Endpoints/chat',
};

/**
 * The role of a SageMaker model or training job.
 *
 * Creates a role and a policy: pull one image, read and write the given prefixes, use one key, attach network interfaces
 * to the given subnets, write one log group and publish metrics. SageMaker must not assume the role before the policy
 * exists, so depend on `policy`.
 *
 * @throws CodedError `InvalidImageUri`, `InvalidProps`, `InvalidS3Uri`
 */
export class SageMakerExecutionRole extends Construct {
  readonly role: iam.Role;
  readonly policy: iam.Policy;

  constructor(scope: Construct, id: string, props: SageMakerExecutionRoleProps) {
    super(scope, id);
    refuseProps(this, inGrammar('logGroupName', props.logGroupName, logGroupName));
    const { partition, region, account } = Stack.of(this);
    this.role = new iam.Role(this, 'Role', {
      description: props.description,
      assumedBy: serviceOfThisAccount(
        this,
        'sagemaker.amazonaws.com',
        `arn:${partition}:sagemaker:${region}:${account}:*`,
      ),
    });
    this.policy = new iam.Policy(this, 'Policy', {
      roles: [this.role],
      statements: [
        ...this.pull(props.imageUri, props.throughCache ?? false),
        ...props.readPrefixes.flatMap((uri) => this.read(uri)),
        ...(props.writePrefixes ?? []).map((uri) => this.write(uri)),
        ...this.useKey(props.encryptionKey),
        ...this.decryptFor(props.readKeyArns ?? []),
        this.log(props.logGroupName),
        this.publishMetrics(),
        ...(props.network === undefined ? [] : this.attach(props.network, props.memberGroupIds ?? [])),
      ],
    });
  }

  private pull(imageUri: string, throughCache: boolean): readonly iam.PolicyStatement[] {
    const image = parseEcrImage(this.node.path, imageUri);
    const repository = `arn:${Stack.of(this).partition}:ecr:${image.region}:${image.account}:repository/${image.repositoryName}`;
    acknowledgeWildcard(this, '*', forcedWildcards);
    return [
      // The token alone opens no repository. The next statement names the one that may be pulled.
      new iam.PolicyStatement({ sid: 'ImageToken', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }),
      new iam.PolicyStatement({
        sid: 'PullImage',
        actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        resources: [repository],
      }),
      ...(throughCache ? [firstPull(repository)] : []),
    ];
  }

  private read(uri: string): readonly iam.PolicyStatement[] {
    const { bucketName, prefix } = parseS3Uri(this.node.path, uri);
    const bucketArn = `arn:${Stack.of(this).partition}:s3:::${bucketName}`;
    const objects = `${bucketArn}/${prefix}*`;
    acknowledgeWildcard(this, objects, 'a prefix of files whose names the container decides');
    return [
      new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [objects] }),
      new iam.PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucketArn],
        conditions: { StringLike: { 's3:prefix': [`${prefix}*`] } },
      }),
    ];
  }

  private write(uri: string): iam.PolicyStatement {
    const { bucketName, prefix } = parseS3Uri(this.node.path, uri);
    const objects = `arn:${Stack.of(this).partition}:s3:::${bucketName}/${prefix}*`;
    acknowledgeWildcard(this, objects, 'a prefix of files whose names the container decides');
    return new iam.PolicyStatement({ actions: ['s3:AbortMultipartUpload', 's3:PutObject'], resources: [objects] });
  }

  private useKey(key: IKey): readonly iam.PolicyStatement[] {
    return [
      new iam.PolicyStatement({
        sid: 'UseKey',
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
        resources: [key.keyArn],
      }),
      // SageMaker attaches an encrypted volume with a grant that it creates as this role.
      new iam.PolicyStatement({
        sid: 'AttachVolume',
        actions: ['kms:CreateGrant'],
        resources: [key.keyArn],
        conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      }),
    ];
  }

  /** The policies of bucket and key in their account must allow it as well. */
  private decryptFor(keyArns: readonly string[]): readonly iam.PolicyStatement[] {
    if (keyArns.length === 0) return [];
    return [
      new iam.PolicyStatement({
        sid: 'DecryptObjectsOfOthers',
        actions: ['kms:Decrypt'],
        resources: [...keyArns],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(this).region}.amazonaws.com` } },
      }),
    ];
  }

  private log(logGroupName: string): iam.PolicyStatement {
    const { partition, region, account } = Stack.of(this);
    const arn = `arn:${partition}:logs:${region}:${account}:log-group:${logGroupName}`;
    acknowledgeWildcard(this, `${arn}:*`, 'SageMaker names the streams of the group');
    return new iam.PolicyStatement({
      sid: 'Log',
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: [arn, `${arn}:*`],
    });
  }

  private publishMetrics(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      sid: 'PublishMetrics',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: {
        StringEquals: {
          'cloudwatch:namespace': [
            '/aws/sagemaker/Endpoints',
            '/aws/sagemaker/InferenceComponents',
            '/aws/sagemaker/TrainingJobs',
          ],
        },
      },
    });
  }

  /** The permissions of https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html, for one network. */
  private attach(network: WorkloadNetwork, memberGroupIds: readonly string[]): readonly iam.PolicyStatement[] {
    const { partition, region, account } = Stack.of(this);
    const ec2 = (resource: string): string => `arn:${partition}:ec2:${region}:${account}:${resource}`;
    const interfaces = ec2('network-interface/*');
    acknowledgeWildcard(this, interfaces, 'EC2 names the interfaces; subnets, group and VPC bound where they attach');
    return [
      new iam.PolicyStatement({
        sid: 'CreateInterfaces',
        actions: ['ec2:CreateNetworkInterface'],
        resources: [
          interfaces,
          ...network.subnetIds.map((id) => ec2(`subnet/${id}`)),
          ...[network.securityGroupId, ...memberGroupIds].map((id) => ec2(`security-group/${id}`)),
        ],
      }),
      new iam.PolicyStatement({
        sid: 'UseInterfaces',
        actions: [
          'ec2:CreateNetworkInterfacePermission',
          'ec2:DeleteNetworkInterface',
          'ec2:DeleteNetworkInterfacePermission',
        ],
        resources: [interfaces],
        conditions: { ArnEquals: { 'ec2:Vpc': ec2(`vpc/${network.vpcId}`) } },
      }),
      new iam.PolicyStatement({
        sid: 'DescribeNetwork',
        actions: [
          'ec2:DescribeDhcpOptions',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets',
          'ec2:DescribeVpcs',
        ],
        resources: ['*'],
      }),
    ];
  }
}

/** Source: Amazon ECR User Guide, "IAM permissions required to sync an upstream registry" (read 2026-12-01). */
function firstPull(repository: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'FirstPull',
    actions: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
    resources: [repository],
  });
}

const forcedWildcards =
  'ecr:GetAuthorizationToken, cloudwatch:PutMetricData and the ec2:Describe actions know no resources; metrics are bound to the SageMaker namespaces';
