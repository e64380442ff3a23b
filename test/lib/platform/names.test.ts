import { resolve } from '../../../lib/platform';
import { platformWith } from '../../helpers/spec-mistakes';

test.each([
  [
    `a-${'b'.repeat(40)}`,
    'shorten it to at most 32 characters, and choose a name that starts with a letter and no hyphen after it',
  ],
  [
    '1'.repeat(33),
    'shorten it to at most 32 characters, and choose a name that starts with a letter and no hyphen after it',
  ],
  ['1', 'choose a name that starts with a letter and no hyphen after it'],
])('a long name is to be shortened: %s', (name, fix) => {
  expect(resolve(platformWith(['name', name])).issues).toMatchObject([{ code: 'InvalidName', fix }]);
});

test.each<[string, object, readonly string[]]>([
  ['', { rank: 8 }, ["InvalidAdapter endpoints.chat.adapters['']"]],
  ['', {}, ["MissingField endpoints.chat.adapters[''].rank", "InvalidAdapter endpoints.chat.adapters['']"]],
  [
    'a b',
    { rank: -1 },
    ['NumberOutOfRange endpoints.chat.adapters.a b.rank', 'InvalidAdapter endpoints.chat.adapters.a b'],
  ],
  ['legal', { rank: 8 }, []],
])('the name of adapter %j is seen and checked, whatever else is wrong with it', (name, adapter, expected) => {
  const { issues } = resolve(platformWith(['endpoints/chat/adapters', { [name]: adapter }]));
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
});

test('a wrong amount does not hide a wrong month of the same budget', () => {
  const budget = { amountPerMonth: -5, firstMonth: '2026-13' };
  const { issues } = resolve(platformWith(['environments/prod/azure/budget', budget]));
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'NumberOutOfRange environments.prod.azure.budget.amountPerMonth',
    'InvalidMonth environments.prod.azure.budget.firstMonth',
  ]);
});
