import { isUnknownAt } from '../../../lib/graph';

test.each<[string, readonly string[] | undefined, boolean]>([
  ['sku.name', ['sku.name'], true],
  ['sku.name', ['sku'], true],
  ['sku', ['sku.name'], false],
  ['skuName', ['sku'], false],
  ['', ['sku'], false],
  ['sku', undefined, false],
])('%j with the unknown paths %j: %s', (path, unknown, expected) => {
  expect(isUnknownAt(unknown === undefined ? {} : { unknown }, path)).toBe(expected);
});
