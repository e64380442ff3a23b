import { catalog } from '../../../../lib/catalog';
import { plan, settle } from '../../../../lib/plan';
import type { EndpointSpec } from '../../../../lib/platform';
import { resolve } from '../../../../lib/platform';
import { awsPlatform, awsTarget, endpoint } from '../../../helpers/platform';
import { reported } from '../../../helpers/spec-mistakes';

const bucketArn = 'arn:aws:s3:::artifacts-standby';
const keyIn = (region: string) => `arn:aws:kms:${region}:111111111111:key/00000000-0000-4000-8000-000000000002`;

/** The plan with the catalogue of the kit, which has more than one region. */
function planned(
  region: string,
  endpoints: Readonly<Record<string, EndpointSpec>> = { chat: endpoint({ clouds: ['aws'] }) },
) {
  const aws = { ...awsTarget, standby: { region, bucketArn, keyArn: keyIn(region) } };
  const resolved = resolve(awsPlatform({ environments: { dev: { tier: 'development', aws } }, endpoints }));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return plan(resolved.value, 'dev', catalog);
}

function standbyOf(...args: Parameters<typeof planned>) {
  const result = planned(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const { standby, givenNeeds } = result.value.aws ?? {};
  if (standby === undefined) throw new Error('no standby');
  return { standby, needs: givenNeeds?.value.map(({ field }) => field.replace('environments.dev.aws.', '')) };
}

test('artifacts are replicated, the rest is named with what to do about it, and nothing serves', () => {
  const { standby, needs } = standbyOf('eu-west-1');
  expect(settle(standby)).toMatchObject({
    region: 'eu-west-1',
    bucketArn,
    keyArn: keyIn('eu-west-1'),
    serving: 'zero',
  });
  expect(standby.replicated.value).toHaveLength(1);
  expect(standby.notReplicated.value.map(({ what }) => what.split(/[ ,]/)[0])).toEqual([
    'objects',
    'images',
    'documents',
    'release',
    'endpoints',
  ]);
  expect(needs).toEqual(['standby.bucketArn', 'standby.keyArn']);
});

test('serving warm is rejected with its price in that region', () => {
  const [warm] = standbyOf('eu-west-1').standby.serving.rejected;
  expect(warm?.value).toBe('warm');
  expect(warm?.price).toBeDefined();
  expect(standbyOf('eu-west-1', {}).standby.serving.rejected).toEqual([]);
});

test.each([
  ['us-east-1', 'ResidencyViolated'],
  ['eu-wset-1', 'UnknownRegion'],
])('%s is refused: %s', (region, code) => {
  const { ok, issues } = planned(region);
  expect(ok).toBe(false);
  expect(issues).toContainEqual(expect.objectContaining({ code, path: 'environments.dev.aws.standby.region' }));
});

test.each<[standby: Readonly<Record<string, string>>, issues: readonly string[]]>([
  [{ region: 'eu-west-1', bucketArn, keyArn: keyIn('eu-west-1') }, []],
  [{ region: 'eu-central-1', bucketArn, keyArn: keyIn('eu-central-1') }, ['StandbyInPlace']],
  [{ region: 'eu-west-1', bucketArn, keyArn: keyIn('eu-central-1') }, ['GivenElsewhere']],
  [{ region: 'eu-west-1', bucketArn: 'copies', keyArn: 'alias/copies' }, ['InvalidGivenName', 'InvalidGivenName']],
])('%j: %j', (standby, issues) => {
  expect(reported('environments/dev/aws/standby', standby).map(({ code }) => code)).toEqual(issues);
});
