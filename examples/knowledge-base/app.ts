import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BedrockKnowledgeBase, documentsIn, PrivateBucket } from '../../constructs/aws';

/*
 * A knowledge base over the documents of one bucket, in a CDK app of any project. Run
 * `npx cdk synth --app 'node --require ./bin/typescript.js examples/knowledge-base/app.ts'`.
 */
const account = '111111111111';

export const app = new App();
const stack = new Stack(app, 'Handbook', { env: { account, region: 'eu-central-1' } });
const documents = new PrivateBucket(stack, 'Documents');
const handbook = new BedrockKnowledgeBase(stack, 'Handbook', {
  embeddingModelId: 'amazon.titan-embed-text-v2:0',
  documents: documentsIn(documents.resource, { prefix: 'handbook/' }),
});
handbook.grants.retrieve(new iam.Role(stack, 'Reader', { assumedBy: new iam.AccountPrincipal(account) }));
