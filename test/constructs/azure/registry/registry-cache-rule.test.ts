import { RegistryCacheRule } from '../../../../constructs/azure';
import { inputsOf, landingZone, onlyOfType, recordProgram, resourcesOf } from '../../../helpers/azure-recording';

const props = {
  registryName: 'crexample',
  ruleName: 'vllm-of-aws',
  sourceRepository: 'public.ecr.aws/deep-learning-containers/vllm',
  targetRepository: 'cache/deep-learning-containers/vllm',
  landingZone: landingZone(),
};

test('a rule fetches one image under one name, without a login', async () => {
  const recording = await recordProgram(() => new RegistryCacheRule('cache', props));
  expect(inputsOf(recording, 'containerregistry:CacheRule')).toEqual({
    registryName: 'crexample',
    resourceGroupName: 'rg-example',
    cacheRuleName: 'vllm-of-aws',
    sourceRepository: 'public.ecr.aws/deep-learning-containers/vllm',
    targetRepository: 'cache/deep-learning-containers/vllm',
  });
  expect(resourcesOf(recording)).toEqual(['containerregistry:CacheRule cache-rule']);
});

test('a login is a reference to a credential set', async () => {
  const credentialSetId = '/registries/crexample/credentialSets/docker-io';
  const recording = await recordProgram(() => new RegistryCacheRule('cache', { ...props, credentialSetId }));
  expect(onlyOfType(recording, 'azure-native:containerregistry:CacheRule').inputs).toMatchObject({
    credentialSetResourceId: credentialSetId,
  });
});
