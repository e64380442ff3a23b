import * as iam from 'aws-cdk-lib/aws-iam';
import { BedrockKnowledgeBase } from '../../../../constructs/aws';
import { templateOf, testStack } from '../../../helpers/aws-app';
import { statementsOf } from '../../../helpers/aws-policies';

test('an imported knowledge base is asked by its id', () => {
  const stack = testStack();
  const base = BedrockKnowledgeBase.fromKnowledgeBaseId(stack, 'Handbook', 'KB12345678');
  base.grants.retrieve(new iam.Role(stack, 'Reader', { assumedBy: new iam.AccountRootPrincipal() }));
  const statement = statementsOf(templateOf(stack)).find(({ actions }) => actions.includes('bedrock:Retrieve'));
  expect(base.knowledgeBaseId).toBe('KB12345678');
  expect(JSON.stringify(statement?.resources)).toContain(
    ':bedrock:eu-central-1:111111111111:knowledge-base/KB12345678',
  );
});
