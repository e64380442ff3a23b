import assert from 'node:assert';
import { resolve } from '../../../lib/platform';
import { awsPlan } from '../../helpers/plan';
import { platform } from '../../helpers/platform';
import type { Case } from '../case';

export const aws02: Case = {
  id: 'aws-02',
  fault: 'the role trusts the names of a repository only, and GitHub sends ids since 2026-07-15',
  expected: 'the subject that the repository sends: with ids where the config has them, else names with a warning',
  check() {
    const repository = 'example-org/support';
    const subjects = (ids: object): readonly string[] | undefined =>
      awsPlan({ pipeline: { kind: 'github', repository, ...ids } }).foundation.federation?.subjects.value;
    assert.deepStrictEqual(subjects({ ownerId: 1, repositoryId: 2 }), ['repo:example-org@1/support@2:environment:dev']);
    assert.deepStrictEqual(subjects({}), ['repo:example-org/support:environment:dev']);
    const { issues } = resolve(platform({ pipeline: { kind: 'github', repository } }));
    assert.deepStrictEqual(
      issues.map(({ code }) => code),
      ['RepositoryNameOnly'],
    );
    assert.match(issues[0]?.fix ?? '', /gh api repos\/example-org\/support/);
  },
};
