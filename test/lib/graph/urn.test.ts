import { aliasUrn, formatUrn, parseUrn, stackUrn, withoutVersionAliases } from '../../../lib/graph';

const stack = 'urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev';
const stage = 'urn:pulumi:dev::shop::kit:Stage::data';
const account = 'urn:pulumi:dev::shop::kit:Stage$azure-native:storage:StorageAccount::files';

test('splits a URN into its parts; the type is the last of the qualified types', () => {
  expect(parseUrn(account)).toEqual({
    stack: 'dev',
    project: 'shop',
    qualifiedType: 'kit:Stage$azure-native:storage:StorageAccount',
    type: 'azure-native:storage:StorageAccount',
    name: 'files',
  });
});

test('a resource without a parent has its type as the qualified type', () => {
  expect(parseUrn(stage)).toMatchObject({ qualifiedType: 'kit:Stage', type: 'kit:Stage' });
});

test('a name keeps its double colons', () => {
  expect(parseUrn('urn:pulumi:dev::shop::a:b:C::one::two')).toMatchObject({ type: 'a:b:C', name: 'one::two' });
});

test('an empty name is a name', () => {
  expect(parseUrn('urn:pulumi:dev::shop::a:b:C::')).toMatchObject({ name: '' });
});

test.each([
  ['nothing', ''],
  ['a resource id', '/subscriptions/00000000-0000-0000-0000-000000000000'],
  ['another kind of URN', 'urn:other:dev::shop::a:b:C::name'],
  ['the prefix at the end', 'dev::shop::a:b:C::urn:pulumi:'],
  ['the prefix alone', 'urn:pulumi:'],
  ['no type', 'urn:pulumi:dev::shop'],
  ['no name', 'urn:pulumi:dev::shop::a:b:C'],
])('reads no URN from %s', (_name, text) => {
  expect(parseUrn(text)).toBeUndefined();
});

test.each<[string, string | undefined, string]>([
  ['without a parent has its type alone', undefined, 'urn:pulumi:dev::shop::a:b:C::one'],
  ['below the stack has its type alone', stack, 'urn:pulumi:dev::shop::a:b:C::one'],
  ['below a component has its type too', stage, 'urn:pulumi:dev::shop::kit:Stage$a:b:C::one'],
  [
    'below a resource has every type of it',
    account,
    'urn:pulumi:dev::shop::kit:Stage$azure-native:storage:StorageAccount$a:b:C::one',
  ],
  ['below what is no URN has its type alone', 'somewhere', 'urn:pulumi:dev::shop::a:b:C::one'],
])('a resource %s', (_name, parent, urn) => {
  expect(formatUrn({ stack: 'dev', project: 'shop', type: 'a:b:C', name: 'one', parent })).toBe(urn);
});

test('the root of a program is named after project and stack', () => {
  expect(stackUrn('dev', 'shop')).toBe(stack);
});

test('drops the aliases of older API versions, by type and by URN, and keeps those of the program', () => {
  const old = 'azure-native:storage/v20230101:StorageAccount';
  const preview = 'azure-native:machinelearningservices/v20240101preview:Workspace';
  const kept = [
    { name: 'former' },
    { type: 'azure-native:storage:StorageAccount' },
    { type: 'azure-nextgen:storage/v20230101:StorageAccount' },
    { urn: account },
    { urn: `urn:pulumi:dev::shop::${old}$azure-native:storage:BlobContainer::files` },
    { urn: 'no-urn' },
    // The URN is the alias, whatever else is said.
    { urn: account, type: old },
  ];
  const dropped = [{ type: old }, { type: preview }, { urn: `urn:pulumi:dev::shop::kit:Stage$${old}::files` }];
  expect(withoutVersionAliases([...dropped, ...kept])).toEqual(kept);
});

describe('the former URN of an alias', () => {
  const resource = { stack: 'dev', project: 'shop', type: 'a:b:C', name: 'one', parent: stage };

  test.each<[string, Parameters<typeof aliasUrn>[0], string]>([
    ['is the URN itself', { urn: 'urn:pulumi:x::y::z::w', name: 'two' }, 'urn:pulumi:x::y::z::w'],
    ['is that of the resource where nothing differed', {}, 'urn:pulumi:dev::shop::kit:Stage$a:b:C::one'],
    ['has the former name', { name: 'two' }, 'urn:pulumi:dev::shop::kit:Stage$a:b:C::two'],
    ['has the former type', { type: 'a:b:D' }, 'urn:pulumi:dev::shop::kit:Stage$a:b:D::one'],
    ['has the former stack', { stack: 'qa' }, 'urn:pulumi:qa::shop::kit:Stage$a:b:C::one'],
    ['has the former project', { project: 'store' }, 'urn:pulumi:dev::store::kit:Stage$a:b:C::one'],
    ['has the former parent', { parent: stack }, 'urn:pulumi:dev::shop::a:b:C::one'],
    ['has no parent', { noParent: true }, 'urn:pulumi:dev::shop::a:b:C::one'],
    [
      'has no parent, whatever parent is given',
      { noParent: true, parent: account },
      'urn:pulumi:dev::shop::a:b:C::one',
    ],
    ['keeps the parent when it had one', { noParent: false }, 'urn:pulumi:dev::shop::kit:Stage$a:b:C::one'],
  ])('%s', (_name, alias, urn) => {
    expect(aliasUrn(alias, resource)).toBe(urn);
  });
});
