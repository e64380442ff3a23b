import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import type { PipelineSpec } from '../../../lib/platform';
import { awsPlan } from '../../helpers/plan';
import type { Case } from '../case';

export const p45: Case = {
  id: 'P45',
  fault: 'trust policies by name refuse the tokens of new repositories, and the ids could not be written',
  expected: 'ids in fields or in the text of the repository, and a trust in exactly that form',
  check() {
    const sub = (pipeline: Omit<PipelineSpec, 'kind'>): readonly string[] | undefined =>
      settle(awsPlan({ pipeline: { kind: 'github', ...pipeline } }).foundation.federation)?.subjects;
    const expected = ['repo:example-org@123456/new-repository@456789:environment:dev'];
    assert.deepStrictEqual(sub({ repository: 'example-org@123456/new-repository@456789' }), expected);
    assert.deepStrictEqual(
      sub({ repository: 'example-org/new-repository', ownerId: 123456, repositoryId: 456789 }),
      expected,
    );
  },
};
