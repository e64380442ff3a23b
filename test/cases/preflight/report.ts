import { judge } from '../../../bin/preflight/judge';
import { catalog } from '../../../lib/catalog';
import { awsQuestions } from '../../../lib/cloud/aws/questions';
import { azureQuestions } from '../../../lib/cloud/azure/questions';
import { plan, settle } from '../../../lib/plan';
import { resolve } from '../../../lib/platform';
import type { Clouds, PreflightReport } from '../../../lib/preflight';
import { preflight } from '../../../lib/preflight';
import type { Calls } from './account';
import { awsAccount, azureSubscription } from './account';
import type { RecordedAnswer, RecordedFailure } from './recorded';
import { configOf } from './recorded';

/** The day of every report of the tests. */
export const today = '2026-11-30';

/** What a report is made of. */
export type ReportInput = Pick<RecordedFailure, 'cloud' | 'input'>;

/** No change: an account in which all is well. */
export const nothing: ReportInput['input'] = { config: {}, answers: [], policies: [] };

/** The report about an environment whose cloud answers what is recorded. */
export async function reportOf(
  { cloud, input }: ReportInput,
  {
    calls = [],
    through = (clouds) => clouds,
  }: { readonly calls?: Calls; readonly through?: (clouds: Clouds) => Clouds } = {},
): Promise<PreflightReport> {
  const platform = resolve(configOf({ cloud, input }));
  if (!platform.ok) throw new Error(JSON.stringify(platform.issues));
  const planned = plan(platform.value, 'dev', catalog);
  const { aws, azure, assets = {} } = planned.ok ? settle(planned.value) : {};
  const answers: readonly RecordedAnswer[] = input.answers.map(({ ask, answer, ...rest }) => ({
    ask,
    answer,
    ...(rest.with === undefined ? {} : { with: rest.with }),
    ...(rest.error === undefined ? {} : { error: rest.error }),
  }));
  const place = {
    subscription: azure?.subscription ?? '',
    location: azure?.location ?? '',
    since: '2026-11-23T00:00:00Z',
  };
  return preflight(
    {
      environment: 'dev',
      clouds: [cloud],
      ...(aws === undefined ? {} : { aws }),
      ...(azure === undefined ? {} : { azure }),
      neighbours: Object.keys(platform.value.environments).flatMap((environment) => {
        const other = environment === 'dev' ? undefined : plan(platform.value, environment, catalog);
        return other?.ok === true ? [{ ...settle(other.value) }] : [];
      }),
      issues: [...platform.issues, ...planned.issues],
      catalog,
      today,
      assets: Object.values(assets),
      policies: input.policies.map(({ name, content }) => ({ file: name, content })),
      judge,
    },
    through({
      aws: aws === undefined ? 'offline' : awsQuestions(awsAccount(aws, answers, calls)),
      azure: azure === undefined ? 'offline' : azureQuestions(azureSubscription(azure, answers, calls), place),
    }),
  );
}
