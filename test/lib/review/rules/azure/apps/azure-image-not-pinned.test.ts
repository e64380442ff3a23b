import { azureImageNotPinned } from '../../../../../../lib/review/rules/azure/apps/azure-image-not-pinned';
import { azureFound } from '../../../../../helpers/azure-found';

const environment = (image: string) => [
  {
    type: 'Microsoft.MachineLearningServices/workspaces/environments/versions',
    name: 'w/serving/1',
    properties: { image },
  },
];
const app = (image: string) => [
  { type: 'Microsoft.App/containerApps', name: 'a', properties: { template: { containers: [{ image }] } } },
];

test.each([
  ['a.azurecr.io/vllm@sha256:00', []],
  ["[parameters('image')]", []],
  ['a.azurecr.io/vllm:latest', ['Microsoft.App/containerApps/a template.containers.0.image']],
])('a container app with the image %s', (image, expected) => {
  expect(azureFound(azureImageNotPinned, app(image))).toEqual(expected);
});

test('an environment by tag is found', () => {
  expect(azureFound(azureImageNotPinned, environment('a.azurecr.io/vllm:1'))).toHaveLength(1);
  expect(azureFound(azureImageNotPinned, environment('a.azurecr.io/vllm@sha256:00'))).toEqual([]);
});
