import { plainData } from '../../../lib/platform/plain-data';

/** Codes and paths of what could not be copied. */
function problems(spec: unknown): readonly string[] {
  return plainData(spec).issues.map(({ code, path }) => `${code} ${path}`);
}

test('copies objects and lists and leaves out fields that are undefined', () => {
  const spec = { a: undefined, b: [{ c: null, d: undefined }, 1, 'x', true], e: Object.create(null) as unknown };
  expect(plainData(spec)).toEqual({ value: { b: [{ c: null }, 1, 'x', true], e: {} }, issues: [] });
  expect(plainData(spec).value).not.toHaveProperty('a');
});

test('the same object in two places is no circle', () => {
  const shared = { team: 'x' };
  expect(plainData({ a: shared, b: [shared, shared] })).toEqual({
    value: { a: { team: 'x' }, b: [{ team: 'x' }, { team: 'x' }] },
    issues: [],
  });
});

test('every getter and trap that throws is an issue at its place, and the rest is copied', () => {
  const trapped = new Proxy({}, { ownKeys: () => fail('no keys') });
  const spec = {
    name: 'x',
    get owner() {
      return fail('no owner');
    },
    list: [1, trapped],
  };
  expect(plainData(spec)).toEqual({
    value: { name: 'x', owner: null, list: [1, null] },
    issues: [
      expect.objectContaining({
        code: 'UnreadableValue',
        path: 'owner',
        message: 'the value cannot be read: no owner',
      }),
      expect.objectContaining({
        code: 'UnreadableValue',
        path: 'list[1]',
        message: 'the value cannot be read: no keys',
      }),
    ],
  });
});

test('a Proxy that was revoked is an issue', () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(problems(proxy)).toEqual(['UnreadableValue ']);
});

test('a circle is an issue that names what it leads back to', () => {
  const owner: Record<string, unknown> = { team: 'x' };
  owner.back = [owner];
  expect(plainData({ owner })).toEqual({
    value: { owner: { team: 'x', back: [null] } },
    issues: [expect.objectContaining({ code: 'CircularValue', path: 'owner.back[0]', got: 'a reference to owner' })],
  });
});

test('a value that is made deeper with every look ends', () => {
  const deeper = (): object => new Proxy({}, { ownKeys: () => ['a'], get: deeper, getOwnPropertyDescriptor });
  const { issues } = plainData({ x: deeper() });
  expect(issues).toEqual([expect.objectContaining({ code: 'NestedTooDeep', path: 'x.a.a.a.a.a.a.a' })]);
});

test('a promise inside of a config is an issue: its fields would be none', () => {
  expect(problems({ endpoints: Promise.resolve({}), models: new Map([['chat', {}]]) })).toEqual([
    'NotPlainData endpoints',
    'NotPlainData models',
  ]);
});

function getOwnPropertyDescriptor(): PropertyDescriptor {
  return { configurable: true, enumerable: true, value: 1 };
}

function fail(message: string): never {
  throw new Error(message);
}
