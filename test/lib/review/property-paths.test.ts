import type { SpecificationProperties, SpecificationProperty } from '../../../lib/constraints/schema/service-spec';
import { nestedProperties, resourceSchema } from '../../../lib/constraints/schema/service-spec';
import type { Rule } from '../../../lib/review';
import { rules } from '../../../lib/review';
import type { PropertyRule } from '../../../lib/review/property-rule';

type Type = SpecificationProperty['type'];

/** The first step of a path that the schema of a type does not have; undefined where it has them all. */
function missing(type: string, path: string): string | undefined {
  let properties: SpecificationProperties | undefined = resourceSchema(type)?.properties;
  let of: Type | undefined;
  for (const step of path.split('.')) {
    if (of?.type === 'json') return undefined;
    if (of?.type === 'array' || of?.type === 'map') {
      if (of.type === 'array' && step !== '*') return step;
      of = of.element;
      continue;
    }
    if (of !== undefined) properties = nestedProperties(of);
    const property: SpecificationProperty | undefined = properties?.[step];
    if (property === undefined) return step;
    of = property.type;
  }
  return undefined;
}

const isPropertyRule = (rule: Rule): rule is PropertyRule => 'checks' in rule;
const checks = rules
  .filter(isPropertyRule)
  .flatMap(({ code, checks: rows }) =>
    rows.flatMap(({ types, path }) => types.map((type) => [code, type, path] as const)),
  )
  .filter(([, type]) => type.startsWith('AWS::'));

test('the test finds a step that does not exist', () => {
  expect(missing('AWS::S3::Bucket', 'VersioningConfiguration.State')).toBe('State');
  expect(missing('AWS::S3::Buckets', 'BucketName')).toBe('BucketName');
  expect(missing('AWS::S3::Bucket', 'Tags.Key')).toBe('Key');
});

test.each(checks)('%s: %s has %s', (_code, type, path) => {
  expect(missing(type, path)).toBeUndefined();
});

test('every type that a rule judges exists', () => {
  const types = rules.flatMap((rule) => rule.types ?? []).filter((type) => type.startsWith('AWS::'));
  expect(types.filter((type) => resourceSchema(type) === undefined)).toEqual([]);
});
