import assert from 'node:assert';
import { settle } from '../../../lib/plan';
import config from '../../../llmops.config';
import { recordEnvironment, referredTo } from '../../helpers/azure-platform';
import { ofType } from '../../helpers/azure-recording';
import { environmentPlan, planIssues } from '../../helpers/plan';
import type { Case } from '../case';

export const embeddingOnAzure: Case = {
  id: 'azure-A16',
  fault: 'RAG on Azure cannot embed: search has no way out, and the embedding model is on AWS only',
  expected: 'a private link from search to an account with an embedding model; a config without one is told so',
  async check() {
    const model = config.models[config.knowledge?.['handbook']?.azureEmbedding ?? ''];
    assert.deepStrictEqual([model?.kind, model?.id], ['azure-openai', 'text-embedding-3-large']);

    const recording = await recordEnvironment(settle(environmentPlan({}, 'prod')));
    const [link, ...more] = ofType(recording, 'azure-native:search:SharedPrivateLinkResource');
    const properties: unknown = link?.inputs['properties'];
    assert.ok(more.length === 0 && typeof properties === 'object' && properties !== null);
    assert.ok('groupId' in properties && properties.groupId === 'openai_account');
    const target = 'privateLinkResourceId' in properties ? properties.privateLinkResourceId : undefined;
    assert.strictEqual(referredTo(recording, target)?.type, 'azure-native:cognitiveservices:Account');
    const names = ofType(recording, 'azure-native:cognitiveservices:Deployment').map(({ name }) => name);
    assert.ok(names.includes('openai-embed-azure'));

    const handbook = { stores: ['ai-search'], embedding: 'embed' } as const;
    const issues = planIssues({ knowledge: { handbook } });
    assert.deepStrictEqual(
      issues.map(({ code, path }) => [code, path]),
      [['EmbeddingNotOnAzure', 'knowledge.handbook.embedding']],
    );
  },
};
