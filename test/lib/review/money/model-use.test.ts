import { bedrockTokens, modelDeployment } from '../../../../lib/review/money/model-use';

test.each([
  ['anthropic.claude-3-haiku-20240307-v1:0', 'anthropic.claude-3-haiku-20240307-v1:0'],
  ['eu.amazon.nova-lite-v1:0', 'amazon.nova-lite-v1:0'],
  ['arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0', 'amazon.titan-embed-text-v2:0'],
  [
    { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':inference-profile/us.amazon.nova-pro-v1:0']] },
    'amazon.nova-pro-v1:0',
  ],
])('the model of %j', (value, model) => {
  expect(bedrockTokens(value)).toEqual({ kind: 'use', use: { service: 'bedrock', model } });
});

test.each([[undefined], [{ Ref: 'Model' }], ['arn:aws:bedrock:x:1:application-inference-profile/abc']])(
  'a model as %j is not known',
  (value) => {
    expect(bedrockTokens(value)).toMatchObject({ kind: 'unknown' });
  },
);

test('provisioned units have no price of tokens, and an expression is no model', () => {
  expect(modelDeployment('gpt-4o', undefined, 'GlobalProvisionedManaged')).toMatchObject({ kind: 'unknown' });
  expect(modelDeployment("[parameters('model')]", undefined, 'Standard')).toMatchObject({ kind: 'unknown' });
  expect(modelDeployment('gpt-4o', '2024-11-20', undefined)).toEqual({
    kind: 'use',
    use: { service: 'azure-openai', model: 'gpt-4o', version: '2024-11-20', sku: 'Standard' },
  });
});
