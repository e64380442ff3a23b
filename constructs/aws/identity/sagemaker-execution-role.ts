import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { parseEcrImage } from '../endpoint/ecr-image';
import type { WorkloadNetwork } from '../network/private-network';
import { parseS3Uri } from '../storage/s3-location';
import { acknowledgeWildcard } from './acknowledge-wildcard';
import { serviceOfThisAccount } from './service-principal';

export interface SageMakerExecutionRoleProps {
  readonly description: string;
  readonly network: WorkloadNetwork;
  readonly encryptionKey: IKey;
  /** ECR image the container runs. */
  readonly imageUri: string;
  /** `/aws/sagemaker/…` log group the container writes to. */
  readonly logGroupName: string;
  /** `s3://bucket/prefix/` the container may read. */
  readonly readPrefixes: readonly string[];
  /** `s3://bucket/prefix/` the container may write. @default - none */
  readonly writePrefixes?: readonly string[];
}

/**
 * What a SageMaker model or training job may do: pull one image, read named prefixes, attach to named subnets, log.
 *
 * Creates a role and a policy. `policy` must exist before anything assumes the role, so depend on it.
 */
export class SageMakerExecutionRole extends Construct {
  readonly role: iam.Role;
  readonly policy: iam.Policy;

  constructor(scope: Construct, id: string, props: SageMakerExecutionRoleProps) {
    super(scope, id);
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
        ...this.pull(props.imageUri),
        ...props.readPrefixes.flatMap((uri) => this.read(uri)),
        ...(props.writePrefixes ?? []).map((uri) => this.write(uri)),
        ...this.useKey(props.encryptionKey),
        this.log(props.logGroupName),
        this.publishMetrics(),
        ...this.attach(props.network),
      ],
    });
  }

  private pull(imageUri: string): readonly iam.PolicyStatement[] {
    const image = parseEcrImage(imageUri);
    acknowledgeWildcard(this, '*', forcedWildcards);
    return [
      // The token opens no repository: which may be pulled is the next statement.
      new iam.PolicyStatement({ sid: 'ImageToken', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }),
      new iam.PolicyStatement({
        sid: 'PullImage',
        actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        resources: [
          `arn:${Stack.of(this).partition}:ecr:${image.region}:${image.account}:repository/${image.repositoryName}`,
        ],
      }),
    ];
  }

  private read(uri: string): readonly iam.PolicyStatement[] {
    const { bucketName, prefix } = parseS3Uri(uri);
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
    const { bucketName, prefix } = parseS3Uri(uri);
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
      // SageMaker attaches a volume that has the key with a grant it makes as this role.
      new iam.PolicyStatement({
        sid: 'AttachVolume',
        actions: ['kms:CreateGrant'],
        resources: [key.keyArn],
        conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
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

  /** https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html, narrowed to the network of the workload. */
  private attach(network: WorkloadNetwork): readonly iam.PolicyStatement[] {
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
          ec2(`security-group/${network.securityGroupId}`),
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

const forcedWildcards =
  'ecr:GetAuthorizationToken, cloudwatch:PutMetricData and the ec2:Describe actions know no resources; metrics are bound to the SageMaker namespaces';
