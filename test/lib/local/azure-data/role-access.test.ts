import type { DataAction } from '../../../../lib/local/azure-data/role-access';
import { mayDo } from '../../../../lib/local/azure-data/role-access';
import { assigned, environment, ids, roleIds } from './environment';

const account = environment.filter(({ id }) => id === ids.account);
const search = environment.filter(({ id }) => id === ids.search);
const may = (action: DataAction, principal: string) =>
  (action === 'openai-infer' ? account : search).every((on) => mayDo(action, principal, on, environment));

it.each([
  ['caller', 'openai-infer', true],
  ['caller', 'search-query', true],
  ['caller', 'search-write', false],
  ['caller', 'search-manage', false],
  ['writer', 'openai-infer', false],
  ['writer', 'search-query', true],
  ['writer', 'search-write', true],
  ['writer', 'search-manage', true],
  ['nobody', 'openai-infer', false],
  ['nobody', 'search-query', false],
] as const)('the %s may %s: %s', (who, action, expected) => {
  expect(may(action, ids[who])).toBe(expected);
});

it.each([
  [ids.search, true],
  [ids.search.toUpperCase(), true],
  [ids.search.replace(/\/providers.*/, ''), true],
  [`${ids.search}s`, false],
  [`${ids.search}/indexes/one`, false],
  ['', false],
])('a role at %s counts on the service: %s', (scope, expected) => {
  const resources = [...search, assigned(ids.nobody, roleIds.reader, scope)];
  expect(search.map((on) => mayDo('search-query', ids.nobody, on, resources))).toEqual([expected]);
});
