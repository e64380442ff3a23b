import fc from 'fast-check';
import type { NamedService, NameRule } from '../../../../lib/plan';
import { nameRules, physicalName } from '../../../../lib/plan';

const services = Object.keys(nameRules) as readonly NamedService[];
const kebab = fc.stringMatching(/^[a-z][a-z0-9]{0,7}(-[a-z0-9]{1,8}){0,3}$/);
/** `resolve` refuses platforms with a hyphen in second place. */
const platform = kebab.filter((word) => word.length > 1 && word[1] !== '-');
const parts = fc.tuple(platform, fc.array(kebab, { maxLength: 2 })).map(([first, rest]) => [first, ...rest]);

function named(service: NamedService, owner: string, ...words: readonly string[]): string {
  return physicalName({ service, owner, parts: words }).value;
}

test.each(services)('gives %s names its service accepts, however long or short the parts are', (service) => {
  const rule: NameRule = nameRules[service];
  const longest = ['a'.repeat(32), 'b'.repeat(12), 'c'.repeat(32)];
  for (const words of [longest, ['aa', 'b'], ['a1-1', 'b-2', 'c-3']]) {
    const name = named(service, '111111111111/eu-central-1', ...words);
    expect(name).toMatch(rule.pattern);
    expect(name.length).toBeLessThanOrEqual(rule.max);
    expect(name.length).toBeGreaterThanOrEqual(rule.min);
  }
});

test('gives every service accepted names for any kebab parts', () => {
  fc.assert(
    fc.property(fc.constantFrom(...services), parts, (service, words) => {
      const rule: NameRule = nameRules[service];
      const name = named(service, 'owner', ...words);
      return rule.pattern.test(name) && name.length <= rule.max && name.length >= rule.min;
    }),
  );
});

test('fills a service to its last character and no further', () => {
  const max = nameRules['sagemaker-endpoint'].max;
  const full = 'a'.repeat(max - 2);
  expect(named('sagemaker-endpoint', 'o', full, 'b')).toBe(`${full}-b`);
  expect(named('sagemaker-endpoint', 'o', `${full}a`, 'b')).toMatch(/^a{52}-b-[0-9a-f]{8}$/);
});

test('cuts the platform before environment and key', () => {
  expect(named('azure-key-vault', 's', 'support-assistant', 'dev')).toMatch(/^support-ass-dev-[0-9a-f]{8}$/);
  expect(named('azure-storage-account', 's', 'support-assistant', 'prod')).toMatch(/^supportassisprod[0-9a-f]{8}$/);
});

test('tells owners apart where a name must be unique in the world, and only there', () => {
  expect(named('s3-bucket', '1', 'a', 'b')).not.toBe(named('s3-bucket', '2', 'a', 'b'));
  expect(named('sagemaker-endpoint', '1', 'a', 'b')).toBe(named('sagemaker-endpoint', '2', 'a', 'b'));
});

test('tells apart parts that join to the same global name', () => {
  for (const service of services.filter((candidate) => nameRules[candidate].scope === 'global')) {
    expect(named(service, 'o', 'aa-b', 'c')).not.toBe(named(service, 'o', 'aa', 'b-c'));
  }
});

test('gives the same name on every run', () => {
  expect(named('s3-bucket', '111111111111/eu-central-1', 'support', 'dev', 'artifacts')).toBe(
    'support-dev-artifacts-550ee581',
  );
});

test('says which rule of the service a name follows', () => {
  expect(physicalName({ service: 'azure-storage-account', owner: 's', parts: ['a', 'b'] }).because).toEqual([
    {
      rule: 'name.azure-storage-account',
      text: 'azure-storage-account names have 3 to 24 characters and are unique in the world: a, b joined by nothing, with a hash over owner and parts because the name is global',
      source: { name: 'MicrosoftDocs/azure-docs, resource-name-rules.md', asOf: '2020-02-11' },
    },
  ]);
});
