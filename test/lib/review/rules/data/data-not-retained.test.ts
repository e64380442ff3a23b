import type { ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { dataNotRetained } from '../../../../../lib/review/rules/data/data-not-retained';
import { resourceNode } from '../../../../helpers/resource-node';

const resource = (type: string, retained: boolean, address = 'foundation/Thing'): ResourceNode =>
  resourceNode({ type, address, stateful: true, retained });
const vault = (address: string): ResourceNode => ({
  ...resource('azure-native:keyvault:Vault', false, address),
  cloud: 'azure',
});
const knowledgeBase = (kind: string): ResourceNode => ({
  ...resource('AWS::Bedrock::KnowledgeBase', false),
  properties: { KnowledgeBaseConfiguration: { Type: kind } },
});

test.each<[string, readonly ResourceNode[], number]>([
  ['is retained', [resource('AWS::KMS::Key', true)], 0],
  ['is deleted', [resource('AWS::KMS::Key', false)], 1],
  [
    'is deleted beside data that is retained, which is another rule',
    [resource('AWS::KMS::Key', false), resource('AWS::S3::Bucket', true, 'foundation/Bucket')],
    0,
  ],
  ['holds logs, which expire', [resource('AWS::Logs::LogGroup', false)], 0],
  ['is deleted with a stack of Pulumi', [vault('urn:pulumi:dev-one::kit::azure-native:keyvault:Vault::vault')], 1],
  [
    'is declared by a Resource Manager template, which deletes nothing',
    [vault('azuredeploy/Microsoft.KeyVault/vaults/v')],
    0,
  ],
  ['is planned by Terraform, whose plan says nothing of prevent_destroy', [resource('aws_s3_bucket', false)], 0],
  ['is a namespace, which has no word for it', [{ ...resource('v1/Namespace', false), cloud: 'kubernetes' }], 0],
  ['is a claim for a volume', [{ ...resource('v1/PersistentVolumeClaim', false), cloud: 'kubernetes' }], 1],
  ['is a knowledge base with vectors', [knowledgeBase('VECTOR')], 1],
  ['is a knowledge base over an index of Kendra', [knowledgeBase('KENDRA')], 0],
])('data that %s', (_name, graph, count) => {
  expect(check(graph, [dataNotRetained]).findings).toHaveLength(count);
});
