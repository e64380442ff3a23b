import type { Rule } from '../finding';
import { azureNoPublicNetwork } from './azure-no-public-network';
import { bedrockTextFilterable } from './bedrock-text-filterable';
import { constraintViolation } from './constraint-violation';
import { constraintWithoutEffect } from './constraint-without-effect';
import { dataSourceDeletion } from './data-source-deletion';
import { federatedTrust } from './federated-trust';
import { gpuStartTimeout } from './gpu-start-timeout';
import { hostImageMismatch } from './host-image-mismatch';
import { hostImageUnset } from './host-image-unset';
import { iamNoWildcard } from './iam-no-wildcard';
import { imagePull } from './image-pull';
import { inferenceProfileRegions } from './inference-profile-regions';
import { nameFromPlan } from './name-from-plan';
import { noCustomResource } from './no-custom-resource';
import { openSearchNoPublicNetwork } from './opensearch-no-public-network';
import { schemaViolation } from './schema-violation';
import { statefulRetained } from './stateful-retained';

/** Every rule of `llmops check`, by file name. */
export const rules: readonly Rule[] = [
  azureNoPublicNetwork,
  bedrockTextFilterable,
  constraintViolation,
  constraintWithoutEffect,
  dataSourceDeletion,
  federatedTrust,
  gpuStartTimeout,
  hostImageMismatch,
  hostImageUnset,
  iamNoWildcard,
  imagePull,
  inferenceProfileRegions,
  nameFromPlan,
  noCustomResource,
  openSearchNoPublicNetwork,
  schemaViolation,
  statefulRetained,
];
