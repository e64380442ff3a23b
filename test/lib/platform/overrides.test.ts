import type { EndpointOverride } from '../../../lib/platform';
import { inEnvironment, resolve } from '../../../lib/platform';
import { endpoint, platform, resolvedPlatform } from '../../helpers/platform';
import { platformWith } from '../../helpers/spec-mistakes';

function issuesOf(environment: string, field: 'endpoints' | 'models', value: unknown): readonly string[] {
  const spec = platformWith([`environments/${environment}/${field}`, value]);
  return resolve(spec).issues.map(({ code, path }) => `${code} ${path}`);
}

test.each<[title: string, environment: string, endpoints: unknown, issues: readonly string[]]>([
  ['left out', 'dev', { chat: false }, []],
  ['less traffic', 'dev', { chat: { traffic: { peakConcurrency: 2 } } }, []],
  ['one copy', 'dev', { chat: { pinned: { aws: { replicas: 1 } } } }, []],
  ['another key', 'dev', { chatt: false }, ['UnknownEndpoint environments.dev.endpoints.chatt']],
  ['a misspelt field', 'dev', { chat: { trafic: {} } }, ['UnknownField environments.dev.endpoints.chat.trafic']],
  ['another word', 'dev', { chat: 'no' }, ['WrongType environments.dev.endpoints.chat']],
  [
    'a limit below the answers',
    'dev',
    { chat: { traffic: { outputTokens: 500, maxTokens: 100 } } },
    ['MaxTokensBelowTypical environments.dev.endpoints.chat.traffic.maxTokens'],
  ],
  [
    'no copies in production',
    'prod',
    { chat: { whenIdle: 'scale-to-zero' } },
    [
      'ScaleToZeroInProduction environments.prod.endpoints.chat.whenIdle',
      'ScaleToZeroOnAzure environments.prod.endpoints.chat.whenIdle',
    ],
  ],
  [
    'no copies in development, of an endpoint on Azure too',
    'dev',
    { chat: { whenIdle: 'scale-to-zero' } },
    ['ScaleToZeroOnAzure environments.dev.endpoints.chat.whenIdle'],
  ],
])('%s', (_title, environment, endpoints, expected) => {
  expect(issuesOf(environment, 'endpoints', endpoints)).toEqual(expected);
});

test('a fix names the place of the override', () => {
  const spec = platformWith(['environments/prod/endpoints', { chat: { whenIdle: 'scale-to-zero' } }]);
  const [first] = resolve(spec).issues;
  expect(first?.fix).toBe(
    'remove environments.prod.endpoints.chat.whenIdle, or lower the minimum at night with { schedule: … }',
  );
});

/** What the platform says about production holds unless production says otherwise itself. */
test.each<[override: EndpointOverride | false | undefined, codes: readonly string[]]>([
  [undefined, ['ScaleToZeroInProduction']],
  [{ whenIdle: 'keep-warm' }, []],
  [{ traffic: { peakConcurrency: 2 } }, ['ScaleToZeroInProduction']],
  [false, []],
])('scale to zero for all, and %j in production', (override, codes) => {
  const base = platform({ endpoints: { chat: endpoint({ clouds: ['aws'], whenIdle: 'scale-to-zero' }) } });
  const { prod, ...others } = base.environments;
  if (prod === undefined) throw new Error('no prod');
  const own = override === undefined ? {} : { endpoints: { chat: override } };
  const { issues } = resolve({ ...base, environments: { ...others, prod: { ...prod, ...own } } });
  expect(issues.map(({ code }) => code)).toEqual(codes);
});

test.each<[models: unknown, issues: readonly string[]]>([
  [{ frontier: { capacityKTpm: 10 } }, []],
  [{ frontir: { capacityKTpm: 10 } }, ['UnknownModel environments.dev.models.frontir']],
  [{ chat: { capacityKTpm: 10 } }, ['WrongModelKind environments.dev.models.chat']],
  [{ frontier: {} }, ['MissingField environments.dev.models.frontier.capacityKTpm']],
])('capacities %j', (models, expected) => {
  expect(issuesOf('dev', 'models', models)).toEqual(expected);
});

test('an environment without differences has the platform itself', () => {
  const whole = resolvedPlatform();
  expect(inEnvironment(whole, 'dev')).toBe(whole);
  expect(inEnvironment(whole, 'none')).toBe(whole);
});
