import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { AwsSecondDays } from '../../../../lib/local/rehearsal/aws-second-days';
import type { StackTemplate } from '../../../../lib/local/rehearsal/change';
import { testAccount, testRegion } from '../aws/engine';
import { client } from '../aws/wire';

/** A stack of resources by logical id. */
export function stack(name: string, resources: Readonly<Record<string, unknown>>): StackTemplate {
  return { name, template: JSON.stringify({ Resources: resources }), assets: [] };
}

/** A bucket with a given name. */
export function bucket(name: string, more: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    Type: 'AWS::S3::Bucket',
    Properties: { BucketName: name, VersioningConfiguration: { Status: 'Enabled' } },
    ...more,
  };
}

/** A local cloud with a bootstrap bucket, and the days after the first deployment of some stacks on it. */
export async function secondDays(stacks: readonly StackTemplate[]): Promise<{
  readonly cloud: LocalAws;
  readonly days: AwsSecondDays;
  /** Deletes stacks in their order. */
  readonly remove: (names: readonly string[]) => Promise<void>;
}> {
  const listener: { days?: AwsSecondDays } = {};
  const cloud = await startLocalAws({ onEvent: (event) => listener.days?.record(event) });
  const caller = client(cloud, testAccount, testRegion);
  await caller.query('cloudformation', 'CreateStack', {
    StackName: 'CDKToolkit',
    TemplateBody: JSON.stringify({
      Resources: { Assets: bucket('assets') },
      Outputs: { BucketName: { Value: { Ref: 'Assets' } } },
    }),
  });
  const days = (listener.days = new AwsSecondDays({
    cloud,
    account: testAccount,
    region: testRegion,
    original: () => stacks,
  }));
  const remove = async (names: readonly string[]): Promise<void> => {
    for (const name of names) {
      await caller.query('cloudformation', 'DeleteStack', { StackName: name });
      await cloud.idle();
    }
  };
  return { cloud, days, remove };
}

/** Statuses of the stacks but the bootstrap stack, by name. */
export function statuses(cloud: LocalAws): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cloud.stacks().flatMap(({ stack: name, status }) => (name === 'CDKToolkit' ? [] : [[name, status]])),
  );
}
