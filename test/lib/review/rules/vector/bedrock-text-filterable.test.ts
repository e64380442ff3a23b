import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review';
import { bedrockTextFilterable } from '../../../../../lib/review/rules/vector/bedrock-text-filterable';
import { resourceNode } from '../../../../helpers/resource-node';

const index = (keys?: PropertyValue): ResourceNode =>
  resourceNode({
    type: 'AWS::S3Vectors::Index',
    address: 'foundation/Index',
    properties: keys === undefined ? {} : { MetadataConfiguration: { NonFilterableMetadataKeys: keys } },
  });
const base = resourceNode({
  type: 'AWS::Bedrock::KnowledgeBase',
  address: 'foundation/Base',
  properties: {
    StorageConfiguration: { S3VectorsConfiguration: { IndexArn: { 'Fn::GetAtt': ['Index', 'IndexArn'] } } },
  },
});
const pathsOf = (...graph: readonly ResourceNode[]): readonly string[] =>
  check(graph, [bedrockTextFilterable]).findings.map(({ address, path }) => `${address} ${path}`);
const finding = ['foundation/Index MetadataConfiguration.NonFilterableMetadataKeys'];

test.each<[string, PropertyValue | undefined, readonly string[]]>([
  ['no list', undefined, finding],
  ['an empty list', [], finding],
  ['another key', ['AMAZON_BEDROCK_TEXT_CHUNK', 'AMAZON_BEDROCK_METADATA'], finding],
  ['the key', ['AMAZON_BEDROCK_METADATA', 'AMAZON_BEDROCK_TEXT'], []],
  ['a list that is a reference', { Ref: 'Keys' }, []],
])('an index behind a knowledge base with %s', (_name, keys, expected) => {
  expect(pathsOf(index(keys), base)).toEqual(expected);
});

test('an index without a knowledge base of its stack may filter by everything', () => {
  expect(pathsOf(index())).toEqual([]);
  expect(pathsOf(index(), { ...base, stack: 'knowledge', address: 'knowledge/Base' })).toEqual([]);
  expect(pathsOf(index(), { ...base, properties: {} })).toEqual([]);
});
