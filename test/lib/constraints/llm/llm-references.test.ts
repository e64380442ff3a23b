import type { JsonObject } from '../../../../lib/constraints/json';
import { llmReferences } from '../../../../lib/constraints/llm/llm-references';
import { breachesOf, cloud, known, template } from './around';

test.each<[string, string, JsonObject, string]>([
  ['AWS::Bedrock::AgentAlias', 'AWS::Bedrock::Agent', { AgentId: 'NONE' }, '#/AgentId: Could not find agent "NONE"'],
  [
    'AWS::Bedrock::Agent',
    'AWS::Bedrock::KnowledgeBase',
    { KnowledgeBases: [{ KnowledgeBaseId: { Ref: 'X' } }, { KnowledgeBaseId: 'NONE' }] },
    '#/KnowledgeBases/1/KnowledgeBaseId: Could not find knowledge base "NONE"',
  ],
  [
    'AWS::Bedrock::Agent',
    'AWS::Bedrock::Guardrail',
    { GuardrailConfiguration: { GuardrailIdentifier: 'NONE' } },
    '#/GuardrailConfiguration/GuardrailIdentifier: Could not find guardrail "NONE"',
  ],
  [
    'AWS::SageMaker::ModelPackage',
    'AWS::SageMaker::ModelPackageGroup',
    { ModelPackageGroupName: 'NONE' },
    '#/ModelPackageGroupName: Could not find model package group "NONE"',
  ],
])('%s names a %s that exists', (type, target, properties, refused) => {
  expect(breachesOf(llmReferences, type, properties, cloud([known(target, 'X')]))).toEqual([refused]);
  expect(breachesOf(llmReferences, type, properties, template())).toEqual([]);
  expect(breachesOf(llmReferences, type, properties, cloud([known(target, 'NONE')]))).toEqual([]);
  expect(breachesOf(llmReferences, type, {}, cloud())).toEqual([]);
});
