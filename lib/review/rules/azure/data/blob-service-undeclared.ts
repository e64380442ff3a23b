import { azureNodes, azureValue, isText, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Add a blob service with isVersioningEnabled and deleteRetentionPolicy: a mistake deletes documents for good. */
export const blobServiceUndeclared: Rule = {
  code: 'BlobServiceUndeclared',
  family: 'azure',
  pack: 'production',
  safeguard: 'recovery',
  rationale: 'A mistake deletes documents for good.',
  source: {
    url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.Storage.SoftDelete.md',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.Storage/storageAccounts']),
  check(node, _context, graph) {
    if (isText(azureValue(node, 'kind'), 'FileStorage') || azureValue(node, 'properties.isHnsEnabled') === true)
      return [];
    const services = azureNodes(graph, ['Microsoft.Storage/storageAccounts/blobServices'], node);
    const name = azureValue(node, 'accountName');
    const declared = services.some(
      (service) => service.dependsOn.includes(node.address) || azureValue(service, 'accountName') === name,
    );
    return declared ? [] : [{ path: '', message: 'declares no blob service', fix: fixOf('BlobServiceUndeclared') }];
  },
};
