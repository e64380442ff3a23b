import type { LocalAws } from '../../../lib/local/aws';
import { startLocalAws } from '../../../lib/local/aws';
import { testAccount, testRegion } from '../../lib/local/aws/engine';
import { client } from '../../lib/local/aws/wire';

/** Faults in the life of a stack: calls in order, of which the last is refused or fails, and a twin that passes. */
interface LifeFault {
  readonly id: string;
  readonly fault: string;
  readonly broken: Calls;
  readonly valid: Calls;
  readonly reason: RegExp;
}

type Calls = readonly (readonly [action: string, parameters: Readonly<Record<string, string>>])[];

const body = (value: string): string =>
  JSON.stringify({
    Resources: { P: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: value } } },
  });
const policy = (effect: string): string =>
  JSON.stringify({
    Statement: [
      { Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' },
      { Effect: effect, Action: 'Update:Modify', Principal: '*', Resource: 'LogicalResourceId/P' },
    ],
  });
const create = ['CreateStack', { TemplateBody: body('one') }] as const;

const rows: readonly LifeFault[] = [
  {
    id: 'stack_policy_denies',
    fault: 'an update of a resource that the stack policy protects',
    broken: [
      ['CreateStack', { TemplateBody: body('one'), StackPolicyBody: policy('Deny') }],
      ['UpdateStack', { TemplateBody: body('two') }],
    ],
    valid: [
      ['CreateStack', { TemplateBody: body('one'), StackPolicyBody: policy('Allow') }],
      ['UpdateStack', { TemplateBody: body('two') }],
    ],
    reason:
      /Action denied by stack policy: Statement \[#2\] does not allow \[Update:Modify\] for resource \[LogicalResourceId\/P\]/,
  },
  {
    id: 'both_body_and_url',
    fault: 'a template given twice',
    broken: [
      ['CreateStack', { TemplateBody: body('one'), TemplateURL: 'https://assets.s3.amazonaws.com/template.json' }],
    ],
    valid: [['CreateStack', { TemplateBody: body('one') }]],
    reason: /cannot specify both Template URL and Template Body/,
  },
  {
    id: 'retain_healthy',
    fault: 'resources to retain in the first deletion of a stack',
    broken: [create, ['DeleteStack', { 'RetainResources.member.1': 'P' }]],
    valid: [create, ['DeleteStack', {}]],
    reason: /specify which resources to retain only when the stack is in the DELETE_FAILED state/,
  },
  {
    id: 'on_failure_and_rollback',
    fault: 'two answers to what follows a failure',
    broken: [['CreateStack', { TemplateBody: body('one'), OnFailure: 'DELETE', DisableRollback: 'true' }]],
    valid: [['CreateStack', { TemplateBody: body('one'), OnFailure: 'DELETE' }]],
    reason: /Either DisableRollback or OnFailure can be specified, not both/,
  },
];

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

/** The refusal, the reasons of failed events, or `done`. */
async function outcome(StackName: string, calls: Calls): Promise<string> {
  const { query } = client(cloud, testAccount, testRegion);
  for (const [action, parameters] of calls) {
    const { status, text } = await query('cloudformation', action, { StackName, ...parameters });
    if (status !== 200) return text;
  }
  const events = await query('cloudformation', 'DescribeStackEvents', { StackName });
  const failed = events.text.split('<member>').filter((event) => event.includes('_FAILED</ResourceStatus>'));
  return failed.length === 0 ? 'done' : failed.join('\n');
}

test.each(rows.map((row) => [row.fault, row] as const))('%s is refused for its reason', async (_fault, row) => {
  expect(await outcome(`${row.id.replaceAll('_', '-')}-broken`, row.broken)).toMatch(row.reason);
});

test.each(rows.map((row) => [row.fault, row] as const))('the twin of %s passes', async (_fault, row) => {
  const end = await outcome(`${row.id.replaceAll('_', '-')}-valid`, row.valid);
  // A stack that its twin deletes is gone by name.
  expect(end === 'done' || end.includes('does not exist')).toBe(true);
});
