import fc from 'fast-check';
import { blobsOf, decode, encode } from '../../../../../lib/local/aws/state/codec';

const through = (value: unknown): unknown => {
  const { text, blobs } = encode(value);
  return decode(text, (hash) => blobs.get(hash) ?? Buffer.from('absent'));
};

test('dates, bytes, maps, sets and long texts come back as they were', () => {
  const value = {
    at: new Date('2026-11-30T00:00:00Z'),
    short: Buffer.from('bytes'),
    long: Buffer.alloc(4_000, 7),
    text: 'x'.repeat(10_000),
    map: new Map([['a', new Set([1, 2])]]),
    nothing: null,
    absent: undefined,
  };
  expect(through(value)).toEqual(value);
});

test('a name of the user is a name, whatever it looks like', () => {
  const value = JSON.parse('{"$date":1,"__proto__":{"polluted":true},"constructor":2,"$map":[["a",1]]}') as object;
  const back = through({ value, plain: JSON.parse('{"__proto__":3}') as object });
  expect(JSON.stringify(back)).toBe(JSON.stringify({ value, plain: JSON.parse('{"__proto__":3}') as object }));
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
});

test('every JSON value comes back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(through(value))).toBe(JSON.stringify(value));
    }),
    { seed: 20_261_130, numRuns: 300 },
  );
});

test('a long text is a record of its own, found in the text that needs it and nowhere else', () => {
  const { text, blobs } = encode({ template: 'x'.repeat(5_000) });
  expect(text.length).toBeLessThan(200);
  expect(blobsOf(text)).toEqual([...blobs.keys()]);
  const quoted = encode({ note: text.slice(text.indexOf('{"$text"'), -1) });
  expect(blobsOf(quoted.text)).toEqual([]);
});

test('a long body is read when it is asked for', () => {
  const { text, blobs } = encode({ body: Buffer.alloc(4_000, 1) });
  let reads = 0;
  const back = decode(text, (hash) => {
    reads += 1;
    return blobs.get(hash) ?? Buffer.alloc(0);
  }) as { readonly body: Buffer };
  expect(reads).toBe(0);
  expect(back.body).toHaveLength(4_000);
  expect(reads).toBe(1);
});

test('fails on a function', () => {
  expect(() => encode({ run: () => 1 })).toThrow('a function cannot be kept');
});
