import type { Construct } from 'constructs';
import { FineTuningPipeline } from '../../constructs/aws';
import { CodedError } from '../../lib/messages';
import type { SettledAwsPlan } from '../../lib/plan';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/**
 * Fine-tuning pipelines. They write candidates and change nothing that runs.
 *
 * @throws CodedError `UnknownModelPackageGroup` when a job names a group that is not planned; `InvalidImageUri`,
 * `InvalidS3Uri`
 */
export class TuningStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'tuning', props, 'fine-tuning pipelines');
    const { integration, tuning } = props.aws;
    const encryptionKey = this.encryptionKey();
    const network = this.workloadNetwork();
    const scheduled = Object.values(tuning.jobs).some(({ schedule }) => schedule !== undefined);
    const alarmTopic = scheduled ? this.alarmTopic() : undefined;
    for (const [key, job] of Object.entries(tuning.jobs)) {
      const modelPackageGroupName = this.groupNameOf(props.aws, job.modelPackageGroup);
      new FineTuningPipeline(this, `Pipeline-${key}`, {
        job,
        artifactBucketName: integration.artifactBucketName,
        network,
        encryptionKey,
        ...(job.schedule === undefined || alarmTopic === undefined ? {} : { schedule: job.schedule, alarmTopic }),
        ...(modelPackageGroupName === undefined ? {} : { modelPackageGroupName }),
      });
    }
  }

  private groupNameOf(aws: SettledAwsPlan, key: string | undefined): string | undefined {
    if (key === undefined) return undefined;
    const group = aws.integration.modelPackageGroups[key];
    if (group !== undefined) return group.groupName;
    throw new CodedError('UnknownModelPackageGroup', {
      place: `${this.node.path}: tuning.jobs`,
      message: 'the model package group of a job is not planned',
      got: key,
      expected: `one of ${Object.keys(aws.integration.modelPackageGroups).join(', ')}`,
    });
  }
}
