import type { AwsCheck, AzureCheck, OfflineCheck } from '../check';
import { assets } from './aws/assets';
import { bedrockModel } from './aws/bedrock-model';
import { bootstrap } from './aws/bootstrap';
import { endpointQuota } from './aws/endpoint-quota';
import { executionRole } from './aws/execution-role';
import { identity } from './aws/identity';
import { instanceOffered } from './aws/instance-offered';
import { lastAttempt as awsLastAttempt } from './aws/last-attempt';
import { names as awsNames } from './aws/names';
import { network as awsNetwork } from './aws/network';
import { lastAttempt as azureLastAttempt } from './azure/last-attempt';
import { machineQuota } from './azure/machine-quota';
import { modelCapacity } from './azure/model-capacity';
import { modelQuota } from './azure/model-quota';
import { models } from './azure/models';
import { names as azureNames } from './azure/names';
import { network as azureNetwork } from './azure/network';
import { policies } from './azure/policies';
import { registration } from './azure/registration';
import { rights } from './azure/rights';
import { skus } from './azure/skus';
import { subscription } from './azure/subscription';
import { azurePolicy } from './offline/azure-policy';
import { planChecks } from './offline/plan-checks';
import { serviceControl } from './offline/service-control';

/** Checks that need no cloud. */
export const offlineChecks: readonly OfflineCheck[] = [...planChecks, serviceControl, azurePolicy];

/** Checks of an AWS account; the first says whether it is the right one. */
export const awsChecks: readonly AwsCheck[] = [
  identity,
  bootstrap,
  executionRole,
  endpointQuota,
  instanceOffered,
  bedrockModel,
  assets,
  awsNames,
  awsNetwork,
  awsLastAttempt,
];

/** Checks of an Azure subscription; the first says whether it is the right one. */
export const azureChecks: readonly AzureCheck[] = [
  subscription,
  registration,
  rights,
  modelQuota,
  machineQuota,
  models,
  modelCapacity,
  skus,
  azureNames,
  azureNetwork,
  policies,
  azureLastAttempt,
];
