import type { Construct } from 'constructs';
import { FineTuningPipeline } from '../../constructs/aws';
import type { SettledAwsPlan } from '../../lib/plan';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/** Pipelines that write candidates and touch nothing that runs. */
export class TuningStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'tuning', props, 'fine-tuning pipelines');
    const { integration, tuning } = props.aws;
    const encryptionKey = this.encryptionKey();
    const network = this.workloadNetwork();
    for (const [key, job] of Object.entries(tuning.jobs)) {
      const modelPackageGroupName = groupNameOf(props.aws, job.modelPackageGroup);
      new FineTuningPipeline(this, `Pipeline-${key}`, {
        job,
        artifactBucketName: integration.artifactBucketName,
        network,
        encryptionKey,
        ...(modelPackageGroupName === undefined ? {} : { modelPackageGroupName }),
      });
    }
  }
}

function groupNameOf(aws: SettledAwsPlan, key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  const group = aws.integration.modelPackageGroups[key];
  if (group !== undefined) return group.groupName;
  throw new Error(
    `tuning.jobs: got model package group ${JSON.stringify(key)}, expected one of ${Object.keys(aws.integration.modelPackageGroups).join(', ')}; plan the group or leave it out of the job`,
  );
}
