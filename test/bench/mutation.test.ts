import { azureExclusions } from '../../bench/mutation/azure/excluded';
import { azureFixtures } from '../../bench/mutation/azure/fixtures';
import { azureSources } from '../../bench/mutation/azure/sources';
import { exclusions } from '../../bench/mutation/excluded';
import { judgedParts, mutantsOfParts } from '../../bench/mutation/fixture';
import { irrelevantProperties } from '../../bench/mutation/irrelevant';
import { judgedByKit } from '../../bench/mutation/kit-judge';
import { kubernetesFixture } from '../../bench/mutation/kubernetes/fixtures';
import { hardenedTemplates, mutantsOf } from '../../bench/mutation/mutants';
import { isAbout } from '../../bench/mutation/operators';
import { relevantProperties, sources } from '../../bench/mutation/relevant';
import type { Json, Place } from '../../bench/mutation/template';
import { isBlock, nameOf, placesIn } from '../../bench/mutation/template';
import { mutation } from '../../bench/prove/mutation';

const hardened = Object.entries(hardenedTemplates());
const mutants = hardened.flatMap(([family, template]) => mutantsOf(family, template));

test.each(hardened)('the rules find nothing in the hardened template of %s', (_family, template) => {
  expect(judgedByKit(template)).toEqual([]);
});

test('there are at least 150 flaws, over nine families, each with a name of its own', () => {
  const flaws = mutants.filter(({ excluded }) => excluded === undefined);
  expect(flaws.length).toBeGreaterThanOrEqual(150);
  expect(new Set(flaws.map(({ family }) => family)).size).toBe(9);
  expect(new Set(flaws.map(({ id }) => id)).size).toBe(flaws.length);
});

/** Policies have operators of their own. */
const inPolicy = /(?:^|\.)(?:Statement|PolicyDocument|KeyPolicy|AccessPolicies|Policy|Definition\.Cedar)(?:\.|$)/;
const isLeaf = (value: Json): boolean =>
  Array.isArray(value)
    ? value.every((item) => typeof item !== 'object')
    : !isBlock(value) || Object.keys(value).length === 0;

function isClassified(type: string, path: Place['path']): boolean {
  const name = nameOf(path);
  return (
    relevantProperties.some((row) => isAbout(row, type, path)) ||
    irrelevantProperties.some((row) => row.name.test(name) || row.name.test(`${type.split('::').at(-1) ?? ''} ${name}`))
  );
}

test('every property of the hardened templates matters, or has a reason why it does not', () => {
  const unknown = hardened.flatMap(([, { Resources: resources }]) =>
    Object.values(resources).flatMap(({ Type: type, Properties: properties = {} }) =>
      placesIn(properties)
        .filter(({ path, value }) => typeof path.at(-1) === 'string' && isLeaf(value) && !inPolicy.test(nameOf(path)))
        .filter(({ path }) => !isClassified(type, path))
        .map(({ path }) => `${type} ${nameOf(path)}`),
    ),
  );
  expect([...new Set(unknown)]).toEqual([]);
});

test('every exclusion is about a mutant, with a reason', () => {
  for (const { id, reason } of exclusions) {
    expect(mutants.some((mutant) => id.test(mutant.id.slice(mutant.family.length + 1)))).toBe(true);
    expect(reason.length).toBeGreaterThan(20);
  }
});

test('every source is a page', () => {
  for (const url of Object.values({ ...sources, ...azureSources })) expect(url).toMatch(/^https:\/\//);
});

test('the rules find the flaws of a sample with a fixed seed', async () => {
  const { counts, counterexamples } = await mutation.run({ seed: 20_261_130, count: mutation.smallCount });
  expect(counterexamples).toEqual([]);
  expect(counts['overall: mutants']).toBeGreaterThanOrEqual(mutation.smallCount - 20);
});

const fixtures = [...azureFixtures(), kubernetesFixture()];
const ofFixtures = fixtures.map((fixture) => [fixture.family, fixture, mutantsOfParts(fixture)] as const);

test.each(fixtures.map((fixture) => [fixture.family, fixture] as const))(
  'the rules find nothing in the hardened fixture %s',
  (_family, fixture) => {
    expect(judgedParts(fixture, fixture.parts)).toEqual([]);
  },
);

test('there are at least 80 flaws of Azure, over eight families, each with a name of its own', () => {
  const azure = ofFixtures.filter(([family]) => family.startsWith('azure-'));
  const ids = azure.flatMap(([, , all]) => all.filter(({ excluded }) => excluded === undefined).map(({ id }) => id));
  expect(azure).toHaveLength(8);
  expect(ids.length).toBeGreaterThanOrEqual(80);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every exclusion of Azure and Kubernetes is about a mutant, with a reason', () => {
  const ids = ofFixtures.flatMap(([family, , all]) => all.map(({ id }) => id.slice(family.length + 1)));
  for (const { id, reason } of azureExclusions) {
    expect(ids.some((one) => id.test(one))).toBe(true);
    expect(reason.length).toBeGreaterThan(20);
  }
});
