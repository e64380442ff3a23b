import fc from 'fast-check';
import { aliasUrn, formatUrn, parseUrn, stackUrn, withoutVersionAliases } from '../../../../lib/graph/urn';
import { armTypeOf, fillTemplate, parentTemplate } from '../../../../lib/local/pulumi/arm';
import { deleteOrder, holders } from '../../../../lib/local/pulumi/delete-order';
import { decideStep, diffInputs } from '../../../../lib/local/pulumi/diff';
import type { ResourceState } from '../../../../lib/local/pulumi/model';
import { copyAt, formatPath, parsePath, touches } from '../../../../lib/local/pulumi/property-path';
import type { PropertyMap, PropertyValue } from '../../../../lib/local/pulumi/property-value';
import { secret } from '../../../../lib/local/pulumi/property-value';
import { SecretSeal } from '../../../../lib/local/pulumi/sealed-secret';
import { formatState, parseState } from '../../../../lib/local/pulumi/state-store';

const seal = new SecretSeal('key');
const word = fc.stringMatching(/^[a-z]{1,8}$/);
const { value: values } = fc.letrec<{ value: PropertyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.boolean(),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(word, tie('value'), { maxKeys: 3 }),
    tie('value').map(secret),
  ),
}));
const maps: fc.Arbitrary<PropertyMap> = fc.dictionary(word, values, { maxKeys: 4 });

describe('URNs', () => {
  const root = stackUrn('dev', 'kit');

  test('leave the stack out of the qualified type and keep every other parent in', () => {
    const component = formatUrn({
      stack: 'dev',
      project: 'kit',
      type: 'kit:azure:Foundry',
      name: 'foundry',
      parent: root,
    });
    expect(component).toBe('urn:pulumi:dev::kit::kit:azure:Foundry::foundry');
    const child = formatUrn({
      stack: 'dev',
      project: 'kit',
      type: 'azure-native:search:Service',
      name: 'search',
      parent: component,
    });
    expect(child).toBe('urn:pulumi:dev::kit::kit:azure:Foundry$azure-native:search:Service::search');
    expect(parseUrn(child)).toMatchObject({ type: 'azure-native:search:Service', name: 'search', stack: 'dev' });
  });

  test('survive a name with colons', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(parseUrn(formatUrn({ stack: 's', project: 'p', type: 'a:b:C', name }))?.name).toBe(name);
      }),
    );
  });

  test.each(['', 'arn:aws:s3:::bucket', 'urn:pulumi:dev::kit::a:b:C'])('fails to parse %j', (text) => {
    expect(parseUrn(text)).toBeUndefined();
  });

  test('of aliases take what the alias leaves out from the resource', () => {
    const resource = { stack: 'dev', project: 'kit', type: 'a:b:C', name: 'new', parent: root };
    expect(aliasUrn({ name: 'old' }, resource)).toBe('urn:pulumi:dev::kit::a:b:C::old');
    expect(aliasUrn({ urn: 'urn:pulumi:x::y::z::w' }, resource)).toBe('urn:pulumi:x::y::z::w');
  });

  test('of older API versions are dropped, what an author wrote stays', () => {
    const written = [{ name: 'old' }, { type: 'azure-native:search:Service' }];
    const versions = [
      { type: 'azure-native:search/v20250501:Service' },
      { type: 'azure-native:search/v20231101preview:Service' },
    ];
    expect(withoutVersionAliases([...versions, ...written])).toEqual(written);
  });
});

describe('a diff', () => {
  test('is empty exactly when the values are equal once unwrapped, sealed or not', () => {
    fc.assert(
      fc.property(maps, maps, (left, right) => {
        expect(diffInputs(left, left, seal)).toEqual([]);
        expect(diffInputs(seal.sealMap(left), left, seal)).toEqual([]);
        expect(diffInputs(left, right, seal).length === 0).toBe(seal.equal(left, right));
        expect(diffInputs(seal.sealMap(left), right, seal).length === 0).toBe(seal.equal(left, right));
      }),
    );
  });

  test('names the place of a change, not what holds it', () => {
    const before = { sku: { name: 'S0', capacity: 1 }, rules: [{ port: 80 }, { port: 443 }] };
    const after = { sku: { name: 'S0', capacity: 2 }, rules: [{ port: 80 }, { port: 8443 }], tags: { 'a.b': 'c' } };
    expect(diffInputs(before, after, seal).map(formatPath)).toEqual(['rules[1].port', 'sku.capacity', 'tags']);
  });

  test('does not count that a value became secret', () => {
    const decision = decideStep({ before: { key: 'v' }, after: { key: secret('v') } }, seal);
    expect(decision.op).toBe('same');
  });

  test.each([
    ['sku.name', 'sku.name', true],
    ['sku', 'sku.name', true],
    ['sku.name', 'sku', true],
    ['sku.name', 'sku.capacity', false],
    ['rules[*].port', 'rules[3].port', true],
    ['*', 'anything', true],
  ])('pattern %s covers a change at %s: %s', (pattern, changed, expected) => {
    expect(touches(parsePath(pattern), parsePath(changed))).toBe(expected);
  });

  test('ignores through wildcards by keeping what was there', () => {
    const old = { rules: [{ port: 1, name: 'a' }], tags: { keep: 'old' } };
    const now = { rules: [{ port: 2, name: 'b' }], tags: { keep: 'new', add: 'x' } };
    expect(copyAt(parsePath('rules[*].port'), old, now)['rules']).toEqual([{ port: 1, name: 'b' }]);
    expect(copyAt(parsePath('tags.*'), old, now)['tags']).toEqual({ keep: 'old' });
  });

  test('paths read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }), (path) => {
        expect(parsePath(formatPath(path))).toEqual(path);
      }),
    );
  });
});

test('deletion takes each resource before everything that it depends on', () => {
  const graphs = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { maxLength: 12 }).map((links) =>
    links.map<ResourceState>((targets, index) => ({
      urn: `u${index}`,
      type: 't',
      name: `n${index}`,
      custom: true,
      inputs: {},
      outputs: {},
      dependencies: index === 0 ? [] : targets.map((target) => `u${target % index}`),
      propertyDependencies: {},
      protect: false,
      retainOnDelete: false,
      created: '',
      modified: '',
      ...(index > 1 ? { parent: `u${index - 2}` } : {}),
    })),
  );
  fc.assert(
    fc.property(graphs, (resources) => {
      const order = deleteOrder(resources).map((resource) => resource.urn);
      expect(order.toSorted()).toEqual(resources.map((resource) => resource.urn).toSorted());
      for (const resource of resources) {
        for (const holder of holders(resource)) expect(order.indexOf(resource.urn)).toBeLessThan(order.indexOf(holder));
      }
    }),
  );
});

describe('ARM ids', () => {
  const path =
    '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.X/outers/{outer}/inners/{inner}';

  test('are filled from the inputs, or unknown as a whole', () => {
    expect(fillTemplate(path, { resourceGroupName: 'rg', outer: 'o', inner: 'i' }, 's')).toBe(
      '/subscriptions/s/resourceGroups/rg/providers/Microsoft.X/outers/o/inners/i',
    );
    expect(fillTemplate(path, { resourceGroupName: 'rg', inner: 'i' }, 's')).toBeUndefined();
  });

  test('lead to what a resource lies in, up to its group and no further', () => {
    const outer = parentTemplate(path) ?? '';
    const group = parentTemplate(outer) ?? '';
    expect(outer).toMatch(/outers\/\{outer\}$/);
    expect(group).toMatch(/resourceGroups\/\{resourceGroupName\}$/);
    expect(parentTemplate(group)).toBeUndefined();
  });

  test('say their type, for a resource on a scope too', () => {
    expect(armTypeOf('/subscriptions/s/resourceGroups/rg/providers/Microsoft.X/outers/o/inners/i')).toBe(
      'Microsoft.X/outers/inners',
    );
    expect(
      armTypeOf(
        '/subscriptions/s/resourceGroups/rg/providers/Microsoft.X/outers/o/providers/Microsoft.Authorization/locks/l',
      ),
    ).toBe('Microsoft.Authorization/locks');
  });
});

describe('a state file', () => {
  const state = {
    version: 1,
    project: 'kit',
    stack: 'dev',
    resources: [],
    outputs: { b: 1, a: { d: 1, c: 2 } },
    retained: [],
    softDeleted: [],
  } as const;

  test('reads back what was written, with sorted keys', () => {
    expect(parseState(formatState(state))).toEqual(state);
    expect(formatState(state)).toBe(
      formatState(parseState(formatState({ ...state, outputs: { a: { c: 2, d: 1 }, b: 1 } }))),
    );
  });

  test('fails to read when it is no state of this version', () => {
    expect(() => parseState(JSON.stringify({ ...state, version: 2 }))).toThrow('version');
  });
});
