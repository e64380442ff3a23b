import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import type { ChunkingSpec } from '../../../lib/platform';
import { onlyResource, stageTemplates } from '../../helpers/aws-app';
import { environmentPlan } from '../../helpers/plan';
import type { Case } from '../case';

export const day2D02: Case = {
  id: 'day-2-D02',
  fault: 'other chunking replaces the data source under its own name, and Bedrock answers 409',
  expected: 'the name of a data source follows what is create-only (the former chunks stay: docs/deployed.md)',
  check() {
    const names = (chunking?: ChunkingSpec): readonly unknown[] => {
      const handbook = { stores: ['s3-vectors'], embedding: 'embed', ...(chunking && { chunking }) } as const;
      const { knowledge } = stageTemplates(settle(environmentPlan({ knowledge: { handbook } })));
      assert.ok(knowledge !== undefined);
      return ['DataSource', 'KnowledgeBase'].map(
        (type) => onlyResource(knowledge, `AWS::Bedrock::${type}`).Properties.Name,
      );
    };
    const [source, base] = names();
    const [otherSource, sameBase] = names({ kind: 'fixed', maxTokens: 500, overlapPercent: 10 });
    assert.notStrictEqual(otherSource, source);
    assert.strictEqual(sameBase, base);
  },
};
