import { catalog } from '../../../../lib/catalog';
import { plan } from '../../../../lib/plan';
import type { StandbyServing } from '../../../../lib/platform';
import { environmentRows } from '../../../../lib/review/plan-report/environment-rows';
import { awsTarget, azureTarget, developmentEnvironment, resolvedPlatform } from '../../../helpers/platform';

function rowsOf(serving?: StandbyServing) {
  const more = serving === undefined ? {} : { serving };
  const dev = developmentEnvironment({
    aws: { ...awsTarget, standby: { region: 'eu-west-1', ...more } },
    azure: { ...azureTarget, standby: { location: 'francecentral', ...more } },
  });
  const planned = plan(resolvedPlatform({ environments: { dev } }), 'dev', catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  return environmentRows(planned.value).filter(({ what }) => what.startsWith('standby'));
}

const linesOf = (serving?: StandbyServing) =>
  rowsOf(serving).flatMap(({ what, lines }) => lines.map(({ text }) => `${what}: ${text}`));

test('every copy is named with its lag, and everything else with its reason', () => {
  const lines = linesOf();
  const copies = lines.filter((line) => line.includes('; lag: '));
  expect(copies.length).toBeGreaterThan(3);
  expect(copies).toContain('standby: images: by the container registry itself; lag: not documented');
  expect(lines).toContain(
    'standby: not replicated: vectors of handbook, because the API of S3 Vectors has no snapshot and no replication of an index; ingest the documents there again with amazon.titan-embed-text-v2:0 for $0.02 a million tokens; how long it takes depends on the documents, which the plan does not know',
  );
});

test.each<[serving: StandbyServing | undefined, first: RegExp, quotas: number]>([
  [undefined, /^standby: eu-west-1: nothing serves; warm would cost ~?\$[\d,.]+ a month$/, 0],
  ['zero', /^standby: eu-west-1: serving is planned at zero; once it runs, it costs ~?\$[\d,.]+ a month$/, 4],
  ['warm', /^standby: eu-west-1: serving is planned warm for ~?\$[\d,.]+ a month, in no total; deploy it as/, 4],
])('serving %s is said with its price and its quotas', (serving, first, quotas) => {
  const lines = linesOf(serving);
  expect(lines[0]).toMatch(first);
  expect(lines.filter((line) => line.startsWith('standby quota: request '))).toHaveLength(quotas);
});

test('no total has the price: whoever deploys there has a plan of their own', () => {
  for (const { price } of rowsOf('warm')) expect(price?.kind).not.toBe('priced');
});
