import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { SageMakerExecutionRole } from '../identity/sagemaker-execution-role';
import type { WorkloadNetwork } from '../network/private-network';

export interface ServedModelProps {
  /** ECR image of the serving engine, by digest. */
  readonly imageUri: string;
  /** Container environment: the serving engine's arguments. */
  readonly environment: Readonly<Record<string, string>>;
  /** `s3://bucket/prefix/` of the uncompressed weights. */
  readonly modelDataUri: string;
  readonly network: WorkloadNetwork;
  readonly encryptionKey: IKey;
  /** `/aws/sagemaker/…` log group the container writes to. */
  readonly logGroupName: string;
}

/**
 * Weights and the container that serves them.
 *
 * Creates the SageMaker model and its role. The container is isolated: it is handed its weights from S3 and can open no
 * connection, so that neither weights nor prompts leave it. The model has no name of its own, because a name would
 * collide with itself when a changed image or prefix replaces the model.
 */
export class ServedModel extends Construct {
  readonly resource: sagemaker.CfnModel;
  readonly role: IRole;

  constructor(scope: Construct, id: string, props: ServedModelProps) {
    super(scope, id);
    const execution = new SageMakerExecutionRole(this, 'Execution', {
      description: 'loads and serves a model',
      network: props.network,
      encryptionKey: props.encryptionKey,
      imageUri: props.imageUri,
      logGroupName: props.logGroupName,
      readPrefixes: [props.modelDataUri],
    });
    this.role = execution.role;
    this.resource = new sagemaker.CfnModel(this, 'Resource', {
      executionRoleArn: execution.role.roleArn,
      enableNetworkIsolation: true,
      vpcConfig: vpcConfigOf(props.network),
      primaryContainer: {
        image: props.imageUri,
        environment: props.environment,
        // Uncompressed, because unpacking tens of gigabytes on the instance is most of a cold start.
        modelDataSource: {
          s3DataSource: { s3Uri: props.modelDataUri, s3DataType: 'S3Prefix', compressionType: 'None' },
        },
      },
    });
    // SageMaker checks image and weights with the role while it creates the model.
    this.resource.node.addDependency(execution.policy);
  }
}

/** The network in SageMaker's words. */
export function vpcConfigOf(network: WorkloadNetwork): sagemaker.CfnModel.VpcConfigProperty {
  return { subnets: [...network.subnetIds], securityGroupIds: [network.securityGroupId] };
}
