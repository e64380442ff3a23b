import { ComponentResource } from '@pulumi/pulumi';
import { servingEnvironment } from '../../../../constructs/azure/endpoint/ml-serving-environment';
import { onlyOfType, recordProgram } from '../../../helpers/azure-recording';
import { codedErrorOf } from '../../../helpers/coded-error';

const version = 'azure-native:machinelearningservices:EnvironmentVersion';

function recordImage(imageUri: string) {
  return recordProgram(() =>
    servingEnvironment(
      'chat',
      {
        environmentName: 'chat',
        imageUri,
        port: 8080,
        healthPath: '/ping',
        workspaceName: 'mlw',
        resourceGroupName: 'rg',
      },
      new ComponentResource('example:azure:Endpoint', 'endpoint'),
    ),
  );
}

test('another image is another version of the same environment, and another resource', async () => {
  const images = ['a1', 'b2'].map((end) => `cr.azurecr.io/vllm@sha256:${end.padStart(64, '0')}`);
  const recordings = await Promise.all(images.map(recordImage));
  const versions = recordings.map((recording) => onlyOfType(recording, version));
  expect(new Set(versions.map(({ urn }) => urn)).size).toBe(2);
  expect(versions.map(({ inputs }) => inputs['version'])).toEqual(['0000000000a1', '0000000000b2']);
  expect(versions.map(({ inputs }) => inputs['name'])).toEqual(['chat', 'chat']);
  expect(versions[0]?.inputs['properties']).toMatchObject({
    image: images[0],
    inferenceConfig: { readinessRoute: { path: '/ping', port: 8080 }, scoringRoute: { path: '/', port: 8080 } },
  });
});

test.each(['cr.azurecr.io/vllm:latest', 'cr.azurecr.io/vllm', 'cr.azurecr.io/vllm@sha256:short'])(
  'fails on %s, which does not say which image it is',
  async (image) => {
    expect(await codedErrorOf(() => recordImage(image))).toMatchObject({
      code: 'InvalidImageUri',
      place: 'chat: imageUri',
      got: image,
    });
  },
);
