import type { IRole, Policy } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { SageMakerExecutionRole } from '../identity/sagemaker-execution-role';
import type { WorkloadNetwork } from '../network/private-network';

/** Props of a {@link ServedModel}. */
export interface ServedModelProps {
  /** ECR image of the serving engine, by digest. */
  readonly imageUri: string;
  /** Whether the image is pulled through a cache of this account. @default false */
  readonly throughCache?: boolean;
  /** Container environment: the serving engine's arguments. */
  readonly environment: Readonly<Record<string, string>>;
  /** Uncompressed weights, `s3://bucket/prefix/`. */
  readonly modelDataUri: string;
  /** Key of the bucket of the weights, where it is not `encryptionKey`. @default - encryptionKey, or no key of a customer */
  readonly modelDataKeyArn?: string;
  readonly network: WorkloadNetwork;
  readonly encryptionKey: IKey;
  /** Log group of the container, `/aws/sagemaker/…`. */
  readonly logGroupName: string;
}

/**
 * Weights and the container that serves them.
 *
 * Creates the SageMaker model and its role. SageMaker passes the weights from S3 to the container, which can open no
 * connection: neither weights nor prompts can leave it. The model has a generated name, because a fixed name would
 * collide when a changed image or prefix replaces the model. It is free.
 *
 * @throws CodedError `InvalidImageUri`, `InvalidS3Uri`
 */
export class ServedModel extends Construct {
  readonly resource: sagemaker.CfnModel;
  readonly role: IRole;
  /** What the role may do. Whatever uses the role must wait for it. */
  readonly policy: Policy;

  constructor(scope: Construct, id: string, props: ServedModelProps) {
    super(scope, id);
    const execution = new SageMakerExecutionRole(this, 'Execution', {
      description: 'loads and serves a model',
      network: props.network,
      encryptionKey: props.encryptionKey,
      imageUri: props.imageUri,
      throughCache: props.throughCache ?? false,
      logGroupName: props.logGroupName,
      readPrefixes: [props.modelDataUri],
      ...(props.modelDataKeyArn === undefined ? {} : { readKeyArns: [props.modelDataKeyArn] }),
    });
    this.role = execution.role;
    this.policy = execution.policy;
    this.resource = new sagemaker.CfnModel(this, 'Resource', {
      executionRoleArn: execution.role.roleArn,
      enableNetworkIsolation: true,
      vpcConfig: vpcConfigOf(props.network),
      primaryContainer: {
        image: props.imageUri,
        environment: props.environment,
        // Uncompressed: unpacking tens of gigabytes on the instance takes most of a cold start.
        modelDataSource: {
          s3DataSource: { s3Uri: props.modelDataUri, s3DataType: 'S3Prefix', compressionType: 'None' },
        },
      },
    });
    // SageMaker uses the role to check image and weights when it creates the model.
    this.resource.node.addDependency(execution.policy);
  }
}

/** The network as SageMaker's `VpcConfig`. */
export function vpcConfigOf(network: WorkloadNetwork): sagemaker.CfnModel.VpcConfigProperty {
  return { subnets: [...network.subnetIds], securityGroupIds: [network.securityGroupId] };
}
