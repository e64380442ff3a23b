import { githubRepository, resolve } from '../../../lib/platform';
import { platform } from '../../helpers/platform';

const ids = { owner: 1, repository: 2 };

test.each([
  ['example-org/support', {}, { owner: 'example-org', name: 'support' }],
  ['example-org/support', { ownerId: 1, repositoryId: 2 }, { owner: 'example-org', name: 'support', ids }],
  ['example-org@1/support@2', {}, { owner: 'example-org', name: 'support', ids }],
  ['example-org@1/support', { repositoryId: 2 }, { owner: 'example-org', name: 'support', ids }],
  ['example-org/support', { ownerId: 1 }, { owner: 'example-org', name: 'support' }],
  ['example-org', {}, undefined],
])('%s with %j', (repository, fields, expected) => {
  expect(githubRepository({ kind: 'github', repository, ...fields })).toEqual(expected);
});

test.each([
  ['names and ids in fields', { repository: 'example-org/support', ownerId: 1, repositoryId: 2 }, []],
  ['ids in the text', { repository: 'example-org@1/support@2' }, []],
  ['the same ids twice', { repository: 'example-org@1/support@2', ownerId: 1, repositoryId: 2 }, []],
  ['names only', { repository: 'example-org/support' }, ['RepositoryNameOnly']],
  [
    'two ids that differ',
    { repository: 'a@1/b@2', ownerId: 3, repositoryId: 4 },
    ['InvalidRepositoryIds', 'InvalidRepositoryIds'],
  ],
  ['an id of 0', { repository: 'a@0/b@2' }, ['InvalidRepository']],
])('%s: %j', (_title, fields, codes) => {
  const { issues } = resolve(platform({ pipeline: { kind: 'github', ...fields } }));
  expect(issues.map(({ code }) => code)).toEqual(codes);
});
