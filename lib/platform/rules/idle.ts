import type { Draft } from '../draft';
import type { EndpointSpec, IdleSchedule } from '../endpoint';
import type { Issue } from '../issue';

/** Copies production keeps at any hour, so that losing an instance does not take it down. */
const productionCopies = 2;

/** What runs without traffic is something the clouds can do and the tier allows. */
export function idleIssues(draft: Draft, path: string, { whenIdle, clouds }: EndpointSpec): readonly Issue[] {
  const at = `${path}.whenIdle`;
  if (typeof whenIdle === 'object') return scheduleIssues(draft, `${at}.schedule`, whenIdle.schedule);
  if (whenIdle !== 'scale-to-zero') return [];
  return [
    ...production(draft).map((environment): Issue => ({
      code: 'ScaleToZeroInProduction',
      path: at,
      message: `requests would fail for minutes while the endpoint wakes, and '${environment}' is production`,
      got: whenIdle,
      expected: `'keep-warm' or a schedule on a platform with a production environment`,
      fix: `remove ${at}, or lower the minimum at night with { schedule: … }`,
    })),
    ...(clouds.includes('azure')
      ? [
          {
            code: 'ScaleToZeroOnAzure',
            path: at,
            message: 'Azure Machine Learning documents no scaling of online endpoints to zero',
            got: whenIdle,
            expected: `'keep-warm', or clouds: ['aws']`,
            fix: `remove ${at} or 'azure' from ${path}.clouds`,
          } satisfies Issue,
        ]
      : []),
  ];
}

function scheduleIssues(draft: Draft, path: string, schedule: IdleSchedule): readonly Issue[] {
  const { fromHour, toHour, minReplicas } = schedule;
  const [environment] = production(draft);
  return [
    ...(fromHour < toHour
      ? []
      : [
          {
            code: 'InvalidSchedule',
            path: `${path}.toHour`,
            message: 'the busy hours end before they begin',
            got: toHour,
            expected: `an hour after ${fromHour}, up to 24`,
            fix: 'a night is what lies outside of the busy hours: write the hours of the day',
          } satisfies Issue,
        ]),
    ...(minReplicas === undefined || minReplicas >= productionCopies || environment === undefined
      ? []
      : [
          {
            code: 'ScheduleBelowTier',
            path: `${path}.minReplicas`,
            message: `with ${minReplicas} copy, losing one instance takes '${environment}' down, and it is production`,
            got: minReplicas,
            expected: `at least ${productionCopies} on a platform with a production environment`,
            fix: `remove ${path}.minReplicas: each tier then keeps the fewest it may`,
          } satisfies Issue,
        ]),
  ];
}

function production({ spec }: Draft): readonly string[] {
  return Object.entries(spec.environments ?? {}).flatMap(([key, { tier }]) => (tier === 'production' ? [key] : []));
}
