import fc from 'fast-check';
import type { TestTemplate } from '../engine';
import { Engine } from '../engine';

/** Buckets by logical id; `edges` are DependsOn pairs that point backwards, `broken` adds a resource that cannot be created. */
interface Shape {
  readonly names: readonly (number | undefined)[];
  readonly edges: readonly (readonly [number, number])[];
  readonly versioned: boolean;
  readonly broken: boolean;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  names: fc.array(fc.option(fc.nat(5), { nil: undefined }), { minLength: 1, maxLength: 4 }),
  edges: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 4 }),
  versioned: fc.boolean(),
  broken: fc.boolean(),
});

function template({ names, edges, versioned, broken }: Shape): TestTemplate {
  const buckets = names.flatMap((name, index) => {
    if (name === undefined) return [];
    const dependsOn = edges
      .filter(([from, to]) => from === index && to < from && names[to] !== undefined)
      .map(([, to]) => `B${to}`);
    const properties = {
      BucketName: `bucket-${name}`,
      ...(versioned ? { VersioningConfiguration: { Status: 'Enabled' } } : {}),
    };
    return [[`B${index}`, { Type: 'AWS::S3::Bucket', DependsOn: dependsOn, Properties: properties }] as const];
  });
  const bad = broken
    ? { Bad: { Type: 'AWS::SNS::Topic', DependsOn: buckets.map(([id]) => id), Properties: { Nope: 1 } } }
    : {};
  return { Resources: { Anchor: { Type: 'AWS::SNS::Topic' }, ...Object.fromEntries(buckets), ...bad } };
}

test('whatever is deployed in whatever order, what exists is what the last success declared, and nothing outlives its stack', () => {
  fc.assert(
    fc.property(fc.array(shape, { minLength: 1, maxLength: 6 }), (shapes) => {
      const engine = new Engine();
      let stack = engine.stack('S');
      let last: TestTemplate | undefined;
      for (const next of shapes) {
        if (stack.status === 'ROLLBACK_COMPLETE') {
          engine.destroy(stack);
          stack = engine.stack('S');
        }
        engine.deploy(stack, template(next));
        if (/^(?:CREATE|UPDATE)_COMPLETE$/.test(stack.status)) last = template(next);
        const declared = stack
          .deployed()
          .flatMap(({ existing }) => (existing.type === 'AWS::S3::Bucket' ? [existing.physicalId] : []));
        expect([...engine.cloud.buckets.keys()].sort()).toEqual([...declared].sort());
        if (last === undefined) expect(engine.cloud.buckets.size).toBe(0);
        else expect(engine.plan(stack, last).changed).toBe(false);
      }
      expect(engine.destroy(stack).status).toBe('DELETE_COMPLETE');
      expect(engine.cloud.buckets.size).toBe(0);
      expect(engine.cloud.registry.list('AWS::SNS::Topic', stack.account)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
