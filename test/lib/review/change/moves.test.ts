import { aws, changesBetween } from '../../../helpers/changes';

const table = { KeySchema: [{ AttributeName: 'id' }], BillingMode: 'PAY_PER_REQUEST' };

test('a resource with equal properties under another id is a rename, and loses what is not retained', () => {
  const base = aws('AWS::DynamoDB::Table', 'Old', table, { stateful: true });
  const next = aws('AWS::DynamoDB::Table', 'New', table, { stateful: true });
  expect(changesBetween([base], [next])).toMatchObject([
    { kind: 'rename', address: 'app/New', from: 'app/Old', losesData: true, properties: [] },
  ]);
  expect(changesBetween([{ ...base, retained: true }], [next])).toMatchObject([{ kind: 'rename', losesData: false }]);
});

test('references between renamed resources do not hide the rename', () => {
  const graph = (prefix: string) => [
    aws('AWS::SNS::Topic', `${prefix}Topic`, { DisplayName: 'a' }),
    aws('AWS::SNS::Subscription', `${prefix}Sub`, { TopicArn: { Ref: `${prefix}Topic` }, Protocol: 'sqs' }),
  ];
  expect(changesBetween(graph('Old'), graph('New')).map(({ kind, from }) => [kind, from])).toEqual([
    ['rename', 'app/OldSub'],
    ['rename', 'app/OldTopic'],
  ]);
});

test('two equal candidates are no rename', () => {
  const base = [aws('AWS::DynamoDB::Table', 'Old', table)];
  const next = [aws('AWS::DynamoDB::Table', 'A', table), aws('AWS::DynamoDB::Table', 'B', table)];
  expect(changesBetween(base, next).map(({ kind }) => kind)).toEqual(['create', 'create', 'destroy']);
});

test('the only resource of a type is a rename where most of it is equal', () => {
  const properties = { A: 1, B: 2, C: 3, D: 4 };
  const base = aws('AWS::SQS::Queue', 'Old', properties);
  const near = aws('AWS::SQS::Queue', 'New', { ...properties, D: 5 });
  const far = aws('AWS::SQS::Queue', 'New', { A: 1, B: 3, C: 4, D: 5 });
  expect(changesBetween([base], [near])).toMatchObject([{ kind: 'rename', properties: [{ path: 'D' }] }]);
  expect(changesBetween([base], [far]).map(({ kind }) => kind)).toEqual(['create', 'destroy']);
});

test('a Lambda version of new content is folded, with the references to it', () => {
  const graph = (hash: string, key: string) => [
    aws('AWS::Lambda::Function', 'F', { Code: { S3Bucket: 'b', S3Key: `${key.repeat(64)}.zip` } }),
    aws('AWS::Lambda::Version', `FVersion${hash}`, { FunctionName: { Ref: 'F' } }),
    aws('AWS::Lambda::Alias', 'Live', { FunctionVersion: { 'Fn::GetAtt': [`FVersion${hash}`, 'Version'] } }),
  ];
  const changes = changesBetween(graph('0'.repeat(32), 'a'), graph('1'.repeat(32), 'b'));
  expect(changes.map(({ address, kind, noise }) => [address, kind, noise])).toEqual([
    ['app/F', 'update', 'hash'],
    [`app/FVersion${'1'.repeat(32)}`, 'rename', 'hash'],
    ['app/Live', 'update', 'hash'],
  ]);
});

test('a version of a guardrail with another hash is a rename that is shown', () => {
  const version = (hash: string) =>
    aws('AWS::Bedrock::GuardrailVersion', `Version${hash}`, { GuardrailIdentifier: { Ref: 'G' } });
  const [change] = changesBetween([version('0A1B2C3D')], [version('4E5F6071')]);
  expect(change).toMatchObject({ kind: 'rename', from: 'app/Version0A1B2C3D' });
  expect(change?.noise).toBeUndefined();
});
