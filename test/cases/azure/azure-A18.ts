import { MlWorkspace } from '../../../constructs/azure';
import { recordEnvironment } from '../../helpers/azure-platform';
import { inputsOf, landingZone, ofType, recordProgram } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const buildsOfImages: Case = {
  id: 'azure-A18',
  fault: 'no imageBuildCompute: an environment with a build never builds, because the private registry cannot build',
  expected: 'every environment of the platform names an image by digest, and a workspace can name a compute for builds',
  check: async () => {
    const recording = await recordEnvironment();
    const versions = ofType(recording, 'azure-native:machinelearningservices:EnvironmentVersion');
    for (const { inputs } of versions) {
      expect(inputs['properties']).not.toHaveProperty('build');
      expect(inputs['properties']).not.toHaveProperty('condaFile');
    }
    const own = await recordProgram(
      () =>
        new MlWorkspace('workspace', {
          workspaceName: 'mlw-example',
          keyVaultId: '/vaults/example',
          storageAccountId: '/accounts/example',
          containerRegistryId: '/registries/example',
          applicationInsightsId: '/components/example',
          imageBuildCompute: 'cpu-builder',
          landingZone: landingZone(),
        }),
    );
    expect(inputsOf(own, 'machinelearningservices:Workspace')['imageBuildCompute']).toBe('cpu-builder');
  },
};
