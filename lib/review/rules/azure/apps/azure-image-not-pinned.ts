import { azureTexts, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Name the image by its digest: repository@sha256:…: what was tested is not what is deployed. */
export const azureImageNotPinned: Rule = {
  code: 'AzureImageNotPinned',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'supply-chain',
  rationale: 'What was tested is not what is deployed.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/ImagesDoNotUseLatest.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes([
    'Microsoft.MachineLearningServices/workspaces/environments/versions',
    'Microsoft.App/containerApps',
    'Microsoft.App/jobs',
  ]),
  check(node) {
    return ['properties.image', 'properties.template.containers.*.image']
      .flatMap((path) => azureTexts(node, path))
      .filter(({ value }) => !value.includes('@sha256:') && !value.includes('${') && !value.startsWith('['))
      .map(({ path, value }) => ({
        path,
        message: `${value} can be moved to another image`,
        fix: fixOf('AzureImageNotPinned'),
      }));
  },
};
