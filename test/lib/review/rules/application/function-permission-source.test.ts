import type { PropertyValue } from '../../../../../lib/graph';
import { functionPermissionSource } from '../../../../../lib/review/rules/application/function-permission-source';
import { judged } from '../../../../helpers/judged';

test.each<[string, Record<string, PropertyValue>, number]>([
  [
    'a service for a resource',
    { Principal: 'bedrock.amazonaws.com', SourceArn: { 'Fn::GetAtt': ['Agent', 'Arn'] } },
    0,
  ],
  ['a service for an account', { Principal: 'bedrock.amazonaws.com', SourceAccount: '111111111111' }, 0],
  ['a service', { Principal: 'bedrock.amazonaws.com' }, 1],
  ['everybody', { Principal: '*' }, 1],
  ['an account', { Principal: '111111111111' }, 0],
  ['what is not known', { Principal: { Ref: 'Principal' } }, 0],
])('a permission for %s', (_name, properties, count) => {
  expect(judged(functionPermissionSource, 'AWS::Lambda::Permission', properties)).toHaveLength(count);
});
