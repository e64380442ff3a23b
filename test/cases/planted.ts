import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import type { TestTemplate } from '../lib/local/aws/engine';
import { testAccount, testRegion } from '../lib/local/aws/engine';
import { client } from '../lib/local/aws/wire';

/** A template with one planted fault, and its valid twin that differs only in the fault. */
export interface PlantedFault {
  /** The name of the case. */
  readonly id: string;
  /** The fault in a few words. */
  readonly fault: string;
  /** A text is sent as it is. */
  readonly broken: TestTemplate | string;
  readonly valid: TestTemplate | string;
  /** What the refusal says: property and rule, not merely that something failed. */
  readonly reason: RegExp;
}

const running = /<StackStatus>[A-Z_]*_IN_PROGRESS<\/StackStatus>/;

/** How a template is received by the local cloud: the request error, the reasons of the failed events, or `deployed`. */
export async function deployPlanted(cloud: LocalAws, stack: string, template: TestTemplate | string): Promise<string> {
  const { query } = client(cloud, testAccount, testRegion);
  const created = await query('cloudformation', 'CreateStack', {
    StackName: stack,
    ...(await sent(cloud, stack, typeof template === 'string' ? template : JSON.stringify(template))),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
    'Capabilities.member.2': 'CAPABILITY_AUTO_EXPAND',
  });
  if (created.status !== 200) return created.text;
  for (let polls = 0; polls < 1000; polls += 1) {
    const { text } = await query('cloudformation', 'DescribeStacks', { StackName: stack });
    if (text.includes('<StackStatus>CREATE_COMPLETE</StackStatus>')) return 'deployed';
    if (!running.test(text)) break;
    await new Promise((later) => setTimeout(later, 10));
  }
  const events = await query('cloudformation', 'DescribeStackEvents', { StackName: stack });
  return events.text
    .split('<member>')
    .filter((event) => event.includes('_FAILED</ResourceStatus>'))
    .join('\n');
}

/** CreateStack takes 51,200 bytes; a larger template comes by way of a bucket. */
async function sent(cloud: LocalAws, stack: string, body: string): Promise<Readonly<Record<string, string>>> {
  if (Buffer.byteLength(body) <= 51_200) return { TemplateBody: body };
  const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'planted-templates' } };
  await deployPlanted(cloud, 'planted-templates', { Resources: { Templates: bucket } });
  await client(cloud, testAccount, testRegion).s3('PUT', `/planted-templates/${stack}`, body);
  return { TemplateURL: `https://s3.${testRegion}.amazonaws.com/planted-templates/${stack}` };
}

/** Services for which an account has a role of the service's name, such as `role/sagemaker`. */
const services = ['bedrock', 'lambda', 'sagemaker', 'states'];

/** What every planted template may refer to. */
const ground: TestTemplate = {
  Resources: Object.fromEntries(
    services.map((service) => [
      `Role${service}`,
      {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: service,
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: `${service}.amazonaws.com` } },
            ],
          },
        },
      },
    ]),
  ),
};

/** Declares two tests a row: the fault is refused for the right reason, and the twin deploys. */
export function testPlanted(family: string, rows: readonly PlantedFault[]): void {
  let cloud: LocalAws;
  beforeAll(async () => {
    cloud = await startLocalAws();
    expect(await deployPlanted(cloud, 'ground', ground)).toBe('deployed');
  });
  afterAll(() => cloud.close());
  const name = (id: string): string => id.replaceAll('_', '-');
  test.each(rows.map((row) => [row.id, row] as const))(`${family} %s is refused for its reason`, async (id, row) => {
    expect(await deployPlanted(cloud, `${name(id)}-broken`, row.broken)).toMatch(row.reason);
  });
  test.each(rows.map((row) => [row.id, row] as const))(`the twin of ${family} %s deploys`, async (id, row) => {
    expect(await deployPlanted(cloud, `${name(id)}-valid`, row.valid)).toBe('deployed');
  });
}
