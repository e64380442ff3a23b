import type { ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review';
import { dataSourceDeletion } from '../../../../../lib/review/rules/bedrock/data-source-deletion';
import { resourceNode } from '../../../../helpers/resource-node';

const index = resourceNode({ type: 'AWS::S3Vectors::Index', address: 'foundation/Index' });
const base = resourceNode({
  type: 'AWS::Bedrock::KnowledgeBase',
  address: 'foundation/Base',
  properties: { StorageConfiguration: { S3VectorsConfiguration: { IndexArn: { 'Fn::GetAtt': ['Index', 'Arn'] } } } },
});
const source = (properties: ResourceNode['properties'] = {}): ResourceNode =>
  resourceNode({
    type: 'AWS::Bedrock::DataSource',
    address: 'foundation/Source',
    properties: { KnowledgeBaseId: { Ref: 'Base' }, ...properties },
  });
const found = (...graph: readonly ResourceNode[]): readonly string[] =>
  check(graph, [dataSourceDeletion]).findings.map(({ address, path, severity }) => `${severity} ${address} ${path}`);
const warning = ['warning foundation/Source DataDeletionPolicy'];

test.each([
  ['no policy', source(), warning],
  ['DELETE', source({ DataDeletionPolicy: 'DELETE' }), warning],
  ['RETAIN', source({ DataDeletionPolicy: 'RETAIN' }), []],
  ['a policy that is a reference', source({ DataDeletionPolicy: { Ref: 'Policy' } }), []],
])('a source with %s beside its store', (_name, one, expected) => {
  expect(found(index, base, one)).toEqual(expected);
});

test('a store of another stack is not deleted with the source', () => {
  expect(found({ ...index, stack: 'store', address: 'store/Index' }, base, source())).toEqual([]);
  expect(found(index, base, source({ KnowledgeBaseId: 'KB12345678' }))).toEqual([]);
});
