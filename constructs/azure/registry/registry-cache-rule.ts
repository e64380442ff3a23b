import { CacheRule } from '@pulumi/azure-native/containerregistry';
import type { ComponentResourceOptions, Input } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../landing-zone/landing-zone';

/** Props of a {@link RegistryCacheRule}. */
export interface RegistryCacheRuleProps {
  /** Registry that keeps the images. */
  readonly registryName: Input<string>;
  readonly ruleName: string;
  /** Repository with the host of its registry, for example `public.ecr.aws/deep-learning-containers/vllm`. */
  readonly sourceRepository: string;
  /** Repository in the registry that keeps the images. It must not exist before the rule. */
  readonly targetRepository: string;
  /** Resource id of a {@link RegistryCredentials}. @default - no login */
  readonly credentialSetId?: Input<string>;
  readonly landingZone: Pick<LandingZone, 'resourceGroupName'>;
}

/**
 * A rule by which a container registry fetches one image from another registry on its first pull and keeps it.
 *
 * Whoever pulls needs no more than `AcrPull`. Rules cost nothing; what they keep counts towards the storage of the registry.
 *
 * azure-native 3.28 writes rules with the API version 2024-11-01-preview: stable versions are only in packages that its tools
 * generate.
 */
export class RegistryCacheRule extends ComponentResource {
  constructor(name: string, props: RegistryCacheRuleProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:RegistryCacheRule', name, {}, opts);
    const { credentialSetId, landingZone } = props;
    new CacheRule(
      `${name}-rule`,
      {
        registryName: props.registryName,
        resourceGroupName: landingZone.resourceGroupName,
        cacheRuleName: props.ruleName,
        sourceRepository: props.sourceRepository,
        targetRepository: props.targetRepository,
        ...(credentialSetId === undefined ? {} : { credentialSetResourceId: credentialSetId }),
      },
      // CacheRuleUpdateProperties of the API has the login only (azure-sdk-for-go, armcontainerregistry, read 2026-12-01).
      { parent: this, replaceOnChanges: ['sourceRepository', 'targetRepository'], deleteBeforeReplace: true },
    );
    this.registerOutputs({});
  }
}
