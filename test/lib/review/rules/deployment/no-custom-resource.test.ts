import { check } from '../../../../../lib/review';
import { noCustomResource } from '../../../../../lib/review/rules/deployment/no-custom-resource';
import { resourceNode } from '../../../../helpers/resource-node';

test.each(['Custom::S3AutoDeleteObjects', 'AWS::CloudFormation::CustomResource', 'pulumi-nodejs:dynamic:Resource'])(
  'fails a resource of type %s',
  (type) => {
    expect(check([resourceNode({ type })], [noCustomResource]).findings).toMatchObject([
      { rule: 'CustomResource', path: '', type },
    ]);
  },
);

test.each(['AWS::Lambda::Function', 'AWS::CloudFormation::Stack', 'MyCustom::Thing', 'azure-native:search:Service'])(
  'passes a resource of type %s',
  (type) => {
    expect(check([resourceNode({ type })], [noCustomResource]).findings).toEqual([]);
  },
);
