import { azureStages } from '../../../stacks/azure';
import { recordEnvironment } from '../../helpers/azure-platform';
import type { Case } from '../case';

/** Types with which a stack can put an image or weights into a registry. */
const imports = /:(ImportPipeline|PipelineRun|TaskRun|RegistryModelVersion|ModelVersion)$/;

export const contentBeforeRegistries: Case = {
  id: 'azure-A04',
  fault: 'weights and image are needed before the registries that hold them exist, in one Pulumi stack',
  expected: 'the registries are in stacks that are deployed before the endpoint, and something fills them',
  open: {
    why: 'the four stages are stacks of their own now, and the command that puts weights into the registry between them is printed; nothing runs it',
    stillOpen: async () => {
      const { registrations } = await recordEnvironment();
      const stackOf = (type: string) =>
        registrations.filter((one) => one.type === type).map(({ urn }) => /^urn:pulumi:prod-(\w+)::/.exec(urn)?.[1]);
      const order = [
        'azure-native:containerregistry:Registry',
        'azure-native:machinelearningservices:Registry',
        'azure-native:machinelearningservices:OnlineEndpoint',
      ].map(stackOf);
      // The mended half: each in its stage, the endpoint last.
      expect(order).toEqual([['initialization'], ['evaluation'], ['deployment']]);
      expect(azureStages.indexOf('evaluation')).toBeLessThan(azureStages.indexOf('deployment'));
      return registrations.every(({ type }) => !imports.test(type));
    },
  },
};
