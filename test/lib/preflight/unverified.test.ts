import { awsQuestionOperations } from '../../../lib/cloud/aws/questions';
import { azureQuestionOperations } from '../../../lib/cloud/azure/questions';
import type { Clouds, Outcome } from '../../../lib/preflight';
import { awsChecks, azureChecks } from '../../../lib/preflight';
import { nothing, reportOf } from '../../cases/preflight/report';

const errors = [
  { name: 'AccessDeniedException', status: 403, why: 'denied' },
  { name: 'ThrottlingException', status: 400, why: 'throttled' },
  { name: 'ECONNREFUSED', status: 0, why: 'unreachable' },
  { name: 'UnknownOperationException', status: 404, why: 'not-served' },
  { name: 'SomethingNew', status: 418, why: 'unreadable' },
] as const;

const live = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.filter(({ check }) => !check.includes('.plan-'));

/** Answers one question of the port without an answer. */
function without(question: string): (clouds: Clouds) => Clouds {
  const noAnswer = () =>
    Promise.resolve({ kind: 'not-asked', why: 'denied', got: 'AccessDenied', permissions: ['x:Y'] });
  const replaced = (ask: Clouds['aws'] | Clouds['azure']) =>
    typeof ask === 'string' ? ask : { ...ask, [question]: noAnswer };
  return ({ aws, azure }) => ({ aws: replaced(aws), azure: replaced(azure) }) as Clouds;
}

describe('a question without an answer', () => {
  it.each(errors)('is never a pass on AWS: $name is $why', async ({ name, status, why }) => {
    const answers = ['*'].map((ask) => ({ ask, error: { name, status } }));
    const { outcomes, verdict } = await reportOf({ cloud: 'aws', input: { ...nothing, answers } });
    expect(verdict).toBe('unverified');
    expect(live(outcomes).map(({ kind }) => kind)).not.toContain('passed');
    expect(live(outcomes).map((one) => (one.kind === 'unverified' ? one.why : one.kind))).toContain(why);
  });

  it.each(errors)('is never a pass on Azure: $name is $why', async ({ name, status, why }) => {
    const answers = ['*'].map((ask) => ({ ask, error: { name, status: status === 404 ? 501 : status } }));
    const { outcomes, verdict } = await reportOf({ cloud: 'azure', input: { ...nothing, answers } });
    expect(verdict).toBe('unverified');
    expect(live(outcomes).map(({ kind }) => kind)).not.toContain('passed');
    expect(live(outcomes).map((one) => (one.kind === 'unverified' ? one.why : one.kind))).toContain(why);
  });

  it('names the permission that is missing', async () => {
    const answers = [{ ask: 'servicequotas:ListServiceQuotas', error: { name: 'AccessDeniedException', status: 400 } }];
    const { outcomes } = await reportOf({ cloud: 'aws', input: { ...nothing, answers } });
    expect(outcomes.filter(({ check }) => check === 'aws.endpoint-quota')).toEqual([
      {
        kind: 'unverified',
        check: 'aws.endpoint-quota',
        cloud: 'aws',
        place: 'ml.g6.xlarge in eu-central-1',
        why: 'denied',
        got: 'AccessDeniedException',
        permissions: ['servicequotas:ListServiceQuotas'],
      },
    ]);
  });

  const ofAws = Object.keys(awsQuestionOperations).filter((one) => one !== 'profileRegions' && one !== 'failures');
  it.each([
    ...ofAws.map((one) => ['aws', one] as const),
    ...Object.keys(azureQuestionOperations).map((one) => ['azure', one] as const),
  ])('%s.%s alone leaves every check that needs it unverified', async (cloud, question) => {
    const { outcomes, verdict } = await reportOf({ cloud, input: nothing }, { through: without(question) });
    expect(verdict).toBe('unverified');
    const checks = [...awsChecks, ...azureChecks].filter((check) => check.cloud === cloud);
    const asking = checks.filter(({ questions }) => questions.some((one) => one === question)).map(({ id }) => id);
    const open = new Set(outcomes.filter(({ kind }) => kind === 'unverified').map(({ check }) => check));
    expect(asking).not.toEqual([]);
    expect([...open].filter((check) => !asking.includes(check))).toEqual([]);
    expect(open.size).toBeGreaterThan(0);
  });
});
