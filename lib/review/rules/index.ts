import type { Rule } from '../finding';
import { azureNoPublicNetwork } from './azure-no-public-network';
import { iamNoWildcard } from './iam-no-wildcard';
import { nameFromPlan } from './name-from-plan';
import { noCustomResource } from './no-custom-resource';
import { statefulRetained } from './stateful-retained';

/** Every rule of `llmops check`, by file name. */
export const rules: readonly Rule[] = [
  azureNoPublicNetwork,
  iamNoWildcard,
  nameFromPlan,
  noCustomResource,
  statefulRetained,
];
