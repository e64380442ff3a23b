import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../identity/acknowledge-wildcard';
import { SageMakerExecutionRole } from '../identity/sagemaker-execution-role';
import { serviceOfThisAccount } from '../identity/service-principal';
import type { WorkloadNetwork } from '../network/private-network';
import { pipelineDefinition } from './pipeline-definition';

/** One repeatable job: a settled tuning plan is one. */
export interface TuningJob {
  readonly pipelineName: string;
  readonly instanceType: string;
  readonly instanceCount: number;
  readonly volumeGiB: number;
  readonly maxRuntimeSeconds: number;
  readonly imageUri: string;
  readonly hyperparameters: Readonly<Record<string, string>>;
  /** Prefix in the artifact bucket, ending in a slash. */
  readonly dataPrefix: string;
  /** Prefix in the artifact bucket, ending in a slash. */
  readonly outputPrefix: string;
  /** `s3://bucket/prefix/` of the weights that are tuned. */
  readonly baseModelUri: string;
  /** @default - instance-store-hardware: no key on the training volume, which every instance type accepts */
  readonly volumeEncryption?: 'customer-key' | 'instance-store-hardware';
}

export interface FineTuningPipelineProps {
  readonly job: TuningJob;
  readonly artifactBucketName: string;
  /** @default - no candidate is registered */
  readonly modelPackageGroupName?: string;
  readonly network: WorkloadNetwork;
  readonly encryptionKey: IKey;
}

/**
 * A fine-tuning job that writes a candidate and touches nothing that runs.
 *
 * Creates a SageMaker pipeline with its definition inline and two roles: one orchestrates, one trains. The training
 * container is isolated, encrypts traffic between instances and writes under its own prefix. The candidate waits in the
 * model registry for a person. The pipeline costs nothing until somebody starts it.
 */
export class FineTuningPipeline extends Construct {
  readonly resource: sagemaker.CfnPipeline;
  readonly grants: PipelineGrants;

  constructor(scope: Construct, id: string, props: FineTuningPipelineProps) {
    super(scope, id);
    const { job, network, encryptionKey } = props;
    const dataUri = `s3://${props.artifactBucketName}/${job.dataPrefix}`;
    const outputUri = `s3://${props.artifactBucketName}/${job.outputPrefix}`;
    const training = new SageMakerExecutionRole(this, 'Training', {
      description: 'reads training data and base weights, writes a candidate',
      network,
      encryptionKey,
      imageUri: job.imageUri,
      // One group for all training jobs of the account: it belongs to no environment, so none declares it.
      logGroupName: '/aws/sagemaker/TrainingJobs',
      readPrefixes: [dataUri, job.baseModelUri],
      writePrefixes: [outputUri],
    });
    const role = this.orchestrator(training.role, props.modelPackageGroupName);
    const definition = pipelineDefinition({
      ...job,
      dataUri,
      outputUri,
      roleArn: training.role.roleArn,
      encryptionKeyArn: encryptionKey.keyArn,
      volumeEncryption: job.volumeEncryption ?? 'instance-store-hardware',
      network,
      ...(props.modelPackageGroupName === undefined ? {} : { modelPackageGroupName: props.modelPackageGroupName }),
    });
    this.resource = new sagemaker.CfnPipeline(this, 'Resource', {
      pipelineName: job.pipelineName,
      roleArn: role.roleArn,
      pipelineDefinition: { PipelineDefinitionBody: Stack.of(this).toJsonString(definition) },
    });
    this.resource.node.addDependency(training.policy);
    this.grants = new PipelineGrants(this.resource);
  }

  private orchestrator(trainingRole: iam.IRole, modelPackageGroupName: string | undefined): iam.IRole {
    const { partition, region, account } = Stack.of(this);
    const sagemakerArn = (resource: string): string => `arn:${partition}:sagemaker:${region}:${account}:${resource}`;
    const role = new iam.Role(this, 'Role', {
      description: 'starts training jobs and registers candidates',
      assumedBy: serviceOfThisAccount(this, 'sagemaker.amazonaws.com', sagemakerArn('*')),
    });
    // SageMaker names jobs of pipelines itself, with this prefix.
    const jobs = sagemakerArn('training-job/pipelines-*');
    const statements = [
      new iam.PolicyStatement({
        sid: 'Train',
        actions: [
          'sagemaker:AddTags',
          'sagemaker:CreateTrainingJob',
          'sagemaker:DescribeTrainingJob',
          'sagemaker:StopTrainingJob',
        ],
        resources: [jobs],
      }),
      new iam.PolicyStatement({
        sid: 'HandOverTrainingRole',
        actions: ['iam:PassRole'],
        resources: [trainingRole.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
      }),
    ];
    const findings = [{ resource: jobs, reason: 'SageMaker names the jobs of a pipeline' }];
    if (modelPackageGroupName !== undefined) {
      const versions = sagemakerArn(`model-package/${modelPackageGroupName}/*`);
      findings.push({ resource: versions, reason: 'the registry numbers the versions of the one group' });
      statements.push(
        new iam.PolicyStatement({
          sid: 'RegisterCandidate',
          actions: ['sagemaker:AddTags', 'sagemaker:CreateModelPackage', 'sagemaker:DescribeModelPackage'],
          resources: [sagemakerArn(`model-package-group/${modelPackageGroupName}`), versions],
        }),
      );
    }
    const policy = new iam.Policy(this, 'Policy', { roles: [role], statements });
    for (const { resource, reason } of findings) {
      acknowledgeWildcard(policy, resource, reason);
    }
    return role;
  }
}

/** What callers may do with a pipeline. */
export class PipelineGrants {
  constructor(private readonly pipeline: sagemaker.CfnPipeline) {}

  /** Start the pipeline and watch it. */
  start(grantee: iam.IGrantable): iam.Grant {
    const arn = Stack.of(this.pipeline).formatArn({
      service: 'sagemaker',
      resource: 'pipeline',
      resourceName: this.pipeline.pipelineName.toLowerCase(),
    });
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['sagemaker:DescribePipelineExecution', 'sagemaker:StartPipelineExecution'],
      // An execution is a resource below its pipeline.
      resourceArns: [arn, `${arn}/execution/*`],
    });
  }
}
