import type { Draft } from '../draft';
import type { EndpointSpec, IdleSchedule } from '../endpoint';
import type { Issue } from '../issue';

/** Minimum number of copies in production at any hour, so that the loss of an instance does not take an endpoint down. */
const productionCopies = 2;

/** Checks what runs without traffic against the clouds and the tiers. */
export function idleIssues(draft: Draft, path: string, { whenIdle, clouds }: EndpointSpec): readonly Issue[] {
  const at = `${path}.whenIdle`;
  if (typeof whenIdle === 'object') return scheduleIssues(draft, `${at}.schedule`, whenIdle.schedule);
  if (whenIdle !== 'scale-to-zero') return [];
  return [
    ...production(draft, path).map((environment): Issue => ({
      code: 'ScaleToZeroInProduction',
      path: at,
      message: `requests fail for minutes while a copy starts, and '${environment}' is production`,
      got: whenIdle,
      expected: `'keep-warm' or a schedule, because the platform has a production environment`,
      fix: `remove ${at}, or lower the minimum at night with { schedule: … }`,
    })),
    ...(clouds.includes('azure')
      ? [
          {
            code: 'ScaleToZeroOnAzure',
            path: at,
            message: 'Azure Machine Learning does not document scaling online endpoints to zero',
            got: whenIdle,
            expected: `'keep-warm', or clouds: ['aws']`,
            fix: `remove ${at}, or 'azure' from ${path}.clouds`,
          } satisfies Issue,
        ]
      : []),
  ];
}

function scheduleIssues(draft: Draft, path: string, schedule: IdleSchedule): readonly Issue[] {
  const { fromHour, toHour, minReplicas } = schedule;
  const [environment] = production(draft, path);
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
            fix: 'write the busy hours of the day; the night is the time outside of them',
          } satisfies Issue,
        ]),
    ...(minReplicas === undefined || minReplicas >= productionCopies || environment === undefined
      ? []
      : [
          {
            code: 'ScheduleBelowTier',
            path: `${path}.minReplicas`,
            message: `with ${minReplicas} copy, the loss of one instance takes the endpoint down, and '${environment}' is production`,
            got: minReplicas,
            expected: `at least ${productionCopies}, because the platform has a production environment`,
            fix: `remove ${path}.minReplicas: each tier then has its minimum`,
          } satisfies Issue,
        ]),
  ];
}

/** Production environments that have the endpoint, and no policy of their own for it. */
function production({ spec }: Draft, path: string): readonly string[] {
  const [, name = ''] = path.split('.');
  return Object.entries(spec.environments ?? {}).flatMap(([key, { tier, endpoints = {} }]) => {
    const override = endpoints[name];
    const own = override === false || override?.whenIdle !== undefined;
    return tier === 'production' && !own ? [key] : [];
  });
}
