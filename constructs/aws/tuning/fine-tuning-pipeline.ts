import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ownKey } from '../encryption/own-key';
import { acknowledgeWildcard } from '../identity/acknowledge-wildcard';
import { SageMakerExecutionRole } from '../identity/sagemaker-execution-role';
import { serviceOfThisAccount } from '../identity/service-principal';
import type { WorkloadNetwork } from '../network/private-network';
import type { VpcPlacement } from '../network/vpc-placement';
import { workloadNetworkOf } from '../network/vpc-placement';
import type { PropProblem } from '../props/prop-problem';
import { refuseProps } from '../props/prop-problem';
import { keptByDefault } from '../retention/kept-by-default';
import type { RecurringSchedule } from '../schedule/recurring-schedule';
import { scheduleProblems } from '../schedule/recurring-schedule';
import { ScheduledStart } from '../schedule/scheduled-start';
import { jobProblems } from './job-problems';
import { PipelineAlarm } from './pipeline-alarm';
import { pipelineDefinition } from './pipeline-definition';
import type { ITuningPipeline } from './pipeline-grants';
import { ImportedPipeline, PipelineGrants } from './pipeline-grants';
import { PipelineMetrics } from './pipeline-metrics';
import { TrainingMembers } from './training-members';
import type { TuningJob } from './tuning-job';
import { settleTuningJob } from './tuning-job';

/** Props of a {@link FineTuningPipeline}. */
export interface FineTuningPipelineProps {
  readonly job: TuningJob;
  /**
   * Bucket of training data and candidates, of this app or imported with its key. Its key is the default of `encryptionKey`, and the
   * training container may decrypt with it. @default - the bucket that `artifactBucketName` names
   */
  readonly artifactBucket?: ArtifactBucket;
  /** Name of that bucket, where nothing else of it is at hand. One of the two is needed. @default - that of `artifactBucket` */
  readonly artifactBucketName?: string;
  /** Group that the candidate is registered in. @default - no candidate is registered */
  readonly modelPackageGroupName?: string;
  /**
   * A `PrivateNetwork`, or a place in any VPC.
   *
   * @default - the network of the service, from which buckets that admit a VPC only cannot be read. The container has no
   * network access in either
   */
  readonly network?: WorkloadNetwork | VpcPlacement;
  /** @default - the key of `artifactBucket`; without one a key of its own, which is billed per month and kept */
  readonly encryptionKey?: IKey;
  /** Starts the job again and again. @default - somebody starts it */
  readonly schedule?: RecurringSchedule;
  /** Notified when an execution fails, and when a start on the schedule is given up. @default - nobody */
  readonly alarmTopic?: ITopic;
}

/** A bucket of the CDK, as far as a pipeline needs it. Not IBucket: with `exactOptionalPropertyTypes` a Bucket of the CDK is none. */
export type ArtifactBucket = Pick<IBucket, 'bucketName'> & { readonly encryptionKey?: IKey | undefined };

/**
 * A fine-tuning job that writes a candidate and changes nothing that runs.
 *
 * Creates a SageMaker pipeline with its definition inline, a role that orchestrates and a role that trains. The training
 * container has no network access, encrypts traffic between instances and writes under the output prefix only, as files
 * that an endpoint can serve. Several instances reach each other in a security group of their own. The registered
 * candidate needs a manual approval. The pipeline is free until it is started; then the training instances are billed per
 * second. `schedule` starts it, and an alarm is raised where an execution fails.
 *
 * @example
 * const job = { instanceType: 'ml.g6e.12xlarge', imageUri, baseModelUri: 's3://support-weights/models/chat/' };
 * const pipeline = new FineTuningPipeline(this, 'Lora', { job, artifactBucket: bucket });
 * pipeline.grants.start(role);
 * @throws CodedError `InvalidImageUri`, `InvalidProps`, `InvalidS3Uri`
 */
export class FineTuningPipeline extends Construct implements ITuningPipeline, iam.IGrantable {
  /** A pipeline that another app made, in this account and region. */
  static fromPipelineName(scope: Construct, id: string, pipelineName: string): ITuningPipeline {
    return new ImportedPipeline(scope, id, pipelineName);
  }

  readonly resource: sagemaker.CfnPipeline;
  readonly pipelineName: string;
  readonly pipelineArn: string;
  /** Role of the pipeline: it starts training and registers candidates. */
  readonly role: iam.IRole;
  /** Role of the training container: what it may read and write. */
  readonly trainingRole: iam.IRole;
  /** The training container: a grant to the pipeline is one to it. */
  readonly grantPrincipal: iam.IPrincipal;
  readonly grants: PipelineGrants;
  readonly metrics: PipelineMetrics;

  constructor(scope: Construct, id: string, props: FineTuningPipelineProps) {
    super(scope, id);
    const job = settleTuningJob(this, props.job);
    const artifactBucketName = props.artifactBucket?.bucketName ?? props.artifactBucketName ?? '';
    const bucketKey = props.artifactBucket?.encryptionKey;
    refuseProps(
      this,
      bucketProblems(props),
      ...jobProblems(this, { ...props, job, artifactBucketName }),
      props.schedule === undefined ? [] : scheduleProblems('schedule', props.schedule),
    );
    const network = props.network === undefined ? undefined : workloadNetworkOf(this, props.network);
    const encryptionKey = props.encryptionKey ?? bucketKey ?? ownKey(this, keptByDefault.dataRetention);
    const memberGroupIds =
      network !== undefined && job.instanceCount > 1
        ? [new TrainingMembers(this, 'Members', { vpcId: network.vpcId }).resource.attrGroupId]
        : [];
    const dataUri = `s3://${artifactBucketName}/${job.dataPrefix}`;
    const outputUri = `s3://${artifactBucketName}/${job.outputPrefix}`;
    const training = new SageMakerExecutionRole(this, 'Training', {
      description: 'reads training data and base weights, writes a candidate',
      ...(network === undefined ? {} : { network }),
      encryptionKey,
      imageUri: job.imageUri,
      // One group for all training jobs of the account. SageMaker creates it; no environment declares it.
      logGroupName: '/aws/sagemaker/TrainingJobs',
      readPrefixes: [dataUri, job.baseModelUri],
      readKeyArns: [
        ...(bucketKey === undefined || bucketKey === encryptionKey ? [] : [bucketKey.keyArn]),
        ...(job.baseModelKeyArn === undefined ? [] : [job.baseModelKeyArn]),
      ],
      writePrefixes: [outputUri],
      memberGroupIds,
    });
    this.trainingRole = training.role;
    this.grantPrincipal = training.role.grantPrincipal;
    this.pipelineName = job.pipelineName;
    this.role = this.orchestrator(training.role, props.modelPackageGroupName);
    const definition = pipelineDefinition({
      ...job,
      dataUri,
      outputUri,
      roleArn: training.role.roleArn,
      encryptionKeyArn: encryptionKey.keyArn,
      volumeEncryption: job.volumeEncryption ?? 'instance-store-hardware',
      ...(network === undefined ? {} : { network }),
      memberGroupIds,
      ...(props.modelPackageGroupName === undefined ? {} : { modelPackageGroupName: props.modelPackageGroupName }),
    });
    this.resource = new sagemaker.CfnPipeline(this, 'Resource', {
      pipelineName: job.pipelineName,
      roleArn: this.role.roleArn,
      pipelineDefinition: { PipelineDefinitionBody: Stack.of(this).toJsonString(definition) },
    });
    this.resource.node.addDependency(training.policy);
    this.grants = new PipelineGrants(this, job.pipelineName);
    this.pipelineArn = this.grants.pipelineArn;
    this.metrics = new PipelineMetrics(job.pipelineName);
    this.startAndWatch(props);
  }

  private startAndWatch({ schedule, alarmTopic }: FineTuningPipelineProps): void {
    if (schedule === undefined && alarmTopic === undefined) return;
    const told = alarmTopic === undefined ? {} : { alarmTopic };
    new PipelineAlarm(this, 'Failures', { metrics: this.metrics, pipelineName: this.pipelineName, ...told });
    if (schedule === undefined) return;
    const start = new ScheduledStart(this, 'Schedule', {
      schedule,
      work: {
        label: `pipeline ${this.pipelineName}`,
        targetArn: this.pipelineArn,
        action: 'sagemaker:StartPipelineExecution',
        resourceArn: this.pipelineArn,
      },
      ...told,
    });
    start.resource.node.addDependency(this.resource);
  }

  private orchestrator(trainingRole: iam.IRole, modelPackageGroupName: string | undefined): iam.IRole {
    const { partition, region, account } = Stack.of(this);
    const sagemakerArn = (resource: string): string => `arn:${partition}:sagemaker:${region}:${account}:${resource}`;
    const role = new iam.Role(this, 'Role', {
      description: 'starts training jobs and registers candidates',
      assumedBy: serviceOfThisAccount(this, 'sagemaker.amazonaws.com', sagemakerArn('*')),
    });
    // SageMaker generates the names of a pipeline's jobs, with this prefix.
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

function bucketProblems(props: FineTuningPipelineProps): readonly PropProblem[] {
  const given = [props.artifactBucket, props.artifactBucketName].filter((one) => one !== undefined);
  if (given.length === 1) return [];
  return [
    {
      prop: 'artifactBucket',
      got:
        given.length === 0 ? 'neither artifactBucket nor artifactBucketName' : 'artifactBucket and artifactBucketName',
      expected: 'one of the two',
      fix: 'pass the bucket; pass its name where nothing else of it is at hand',
    },
  ];
}
