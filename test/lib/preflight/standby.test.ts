import { catalog } from '../../../lib/catalog';
import { awsQuestions } from '../../../lib/cloud/aws/questions';
import { azureQuestions } from '../../../lib/cloud/azure/questions';
import { plan, settle } from '../../../lib/plan';
import { resolve } from '../../../lib/platform';
import type { Clouds, Outcome } from '../../../lib/preflight';
import { awsAccount, azureSubscription } from '../../cases/preflight/account';
import type { RecordedAnswer } from '../../cases/preflight/recorded';
import { configOf } from '../../cases/preflight/recorded';
import { nothing, reportOf } from '../../cases/preflight/report';

const there = { aws: 'eu-west-1', azure: 'francecentral' } as const;

function inputOf(cloud: 'aws' | 'azure', serving: string) {
  const place = cloud === 'aws' ? { region: there.aws } : { location: there.azure };
  return { ...nothing, config: { environments: { dev: { [cloud]: { standby: { ...place, serving } } } } } };
}

/** An account whose second place answers as recorded, and otherwise well. */
function second(
  cloud: 'aws' | 'azure',
  serving: string,
  answers: readonly RecordedAnswer[],
): (clouds: Clouds) => Clouds {
  const platform = resolve(configOf({ cloud, input: inputOf(cloud, serving) }));
  if (!platform.ok) throw new Error(JSON.stringify(platform.issues));
  const planned = plan(platform.value, 'dev', catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const { aws, azure } = settle(planned.value);
  return (clouds) => ({
    ...clouds,
    ...(aws === undefined ? {} : { awsStandby: awsQuestions(awsAccount(aws, answers, [])) }),
    ...(azure === undefined
      ? {}
      : {
          azureStandby: azureQuestions(azureSubscription(azure, answers, []), {
            subscription: azure.subscription,
            location: there.azure,
            since: '2026-11-23T00:00:00Z',
          }),
        }),
  });
}

async function placesOf(cloud: 'aws' | 'azure', serving: string, answers: readonly RecordedAnswer[] = []) {
  const through = second(cloud, serving, answers);
  const { outcomes } = await reportOf({ cloud, input: inputOf(cloud, serving) }, { through });
  return outcomes.filter(({ place }) => place.includes(there[cloud]));
}

const checksOf = (outcomes: readonly Outcome[]) => [...new Set(outcomes.map(({ check }) => check))].toSorted();

test.each(['zero', 'warm'])('with serving %s quota and type are asked in the second region', async (serving) => {
  const outcomes = await placesOf('aws', serving);
  expect(checksOf(outcomes)).toEqual(['aws.bootstrap', 'aws.endpoint-quota', 'aws.instance-offered']);
});

test('without serving only the bootstrap is asked there', async () => {
  expect(checksOf(await placesOf('aws', 'none'))).toEqual(['aws.bootstrap']);
  expect(checksOf(await placesOf('azure', 'none'))).toEqual([]);
});

test('a quota of the first region says nothing about the second', async () => {
  const none = { ask: 'servicequotas:ListServiceQuotas', with: { ServiceCode: 'sagemaker' } };
  const Quotas = ['ml.g6.xlarge', 'ml.g6e.xlarge', 'ml.g5.xlarge', 'ml.g7e.2xlarge'].map((type) => ({
    QuotaCode: 'L-00000000',
    QuotaName: `${type} for endpoint usage`,
    Value: 0,
  }));
  const outcomes = await placesOf('aws', 'zero', [{ ...none, answer: { Quotas } }]);
  const found = outcomes.filter(({ kind }) => kind === 'finding');
  expect(found).toEqual([expect.objectContaining({ check: 'aws.endpoint-quota', cause: 'quota' })]);
});

test('machines of the second location are asked there', async () => {
  const outcomes = await placesOf('azure', 'zero');
  expect(checksOf(outcomes)).toEqual(expect.arrayContaining(['azure.machine-quota', 'azure.skus']));
});

test.each([
  ['offline', 'offline'],
  ['unreachable', 'unreachable'],
] as const)('who cannot be asked here is not asked there: %s', async (_, why) => {
  const { outcomes } = await reportOf(
    { cloud: 'aws', input: inputOf('aws', 'warm') },
    { through: (clouds) => ({ ...second('aws', 'warm', [])(clouds), aws: why }) },
  );
  const live = outcomes.filter(({ check }) => !check.includes('.plan-'));
  expect(live.map(({ kind }) => kind)).not.toContain('passed');
  // Bootstrap, quota and type, here and there.
  const twice = live.filter(({ check }) =>
    ['aws.bootstrap', 'aws.endpoint-quota', 'aws.instance-offered'].includes(check),
  );
  expect(twice).toHaveLength(6);
});
