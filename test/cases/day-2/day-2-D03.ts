import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import { bedrock } from '../../../lib/platform';
import { onlyResource, stageTemplates } from '../../helpers/aws-app';
import { environmentPlan } from '../../helpers/plan';
import { platform } from '../../helpers/platform';
import type { Case } from '../case';

export const day2D03: Case = {
  id: 'day-2-D03',
  fault: "another dimension of the embedding is UPDATE_FAILED, because the index is always called 'documents'",
  expected: 'the names of index and knowledge base follow dimension and metric',
  check() {
    const names = (dimensions: number): readonly unknown[] => {
      const embed = bedrock('amazon.titan-embed-text-v2:0', { dimensions });
      const { knowledge } = stageTemplates(settle(environmentPlan({ models: { ...platform().models, embed } })));
      assert.ok(knowledge !== undefined);
      return [
        onlyResource(knowledge, 'AWS::S3Vectors::Index').Properties.IndexName,
        onlyResource(knowledge, 'AWS::Bedrock::KnowledgeBase').Properties.Name,
      ];
    };
    const [long, short] = [names(1024), names(256)];
    assert.match(String(long[0]), /^documents-1024-cosine-/);
    assert.match(String(short[0]), /^documents-256-cosine-/);
    assert.notStrictEqual(short[1], long[1]);
  },
};
