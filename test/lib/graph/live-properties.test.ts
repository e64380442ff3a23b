import { liveProperties } from '../../../lib/graph/live-properties';

test('scalars of the declaration that are live with another value are found at their path', () => {
  const declared = { sku: { name: 'S1', capacity: 1 }, rules: [{ value: 'a' }], location: 'West' };
  const live = {
    sku: { name: 'S2', capacity: '1', tier: 'Standard' },
    rules: [{ value: 'b' }],
    location: 'west',
    id: 'x',
  };
  expect(liveProperties(declared, live)).toEqual([
    { path: 'sku.name', released: 'S1', live: 'S2' },
    { path: 'rules.0.value', released: 'a', live: 'b' },
  ]);
});

test('secrets, references and what the live side lacks are not compared', () => {
  const declared = { key: '[secret]', id: '${urn:x#id}', gone: 1, list: ['[unknown]'], nothing: null };
  expect(liveProperties(declared, { key: 'k', id: '/x', list: ['a', 'b'], nothing: 1 })).toEqual([]);
});

test('a list of another length is one property, and deep values end', () => {
  expect(liveProperties({ list: [1, 2] }, { list: [1] })).toEqual([{ path: 'list', released: [1, 2], live: [1] }]);
  let deep: [object, object] = [{ v: 1 }, { v: 2 }];
  for (let i = 0; i < 60; i += 1) deep = [{ a: deep[0] }, { a: deep[1] }];
  expect(liveProperties(...deep)).toEqual([]);
});
