import type { Rule } from '../../../rule';
import { apiGatewayNetwork } from './api-gateway-network';
import { apiGatewayPlain } from './api-gateway-plain';
import { apiGatewaySku } from './api-gateway-sku';
import { apiGatewayTls } from './api-gateway-tls';
import { apiGatewayZones } from './api-gateway-zones';
import { apiSecretText } from './api-secret-text';
import { apiWithoutSubscription } from './api-without-subscription';
import { appCors } from './app-cors';
import { appIdentity } from './app-identity';
import { appPlanSingle } from './app-plan-single';
import { azureImageNotPinned } from './azure-image-not-pinned';
import { containerAppPlain } from './container-app-plain';
import { containerAppProbes } from './container-app-probes';
import { containerAppPublic } from './container-app-public';
import { containerAppReplicas } from './container-app-replicas';
import { containerEnvironmentLogs } from './container-environment-logs';
import { containerEnvironmentPeers } from './container-environment-peers';
import { containerEnvironmentPublic } from './container-environment-public';
import { containerEnvironmentZones } from './container-environment-zones';
import { namespaceKey } from './namespace-key';
import { namespaceKeys } from './namespace-keys';
import { namespacePublic } from './namespace-public';
import { namespaceTls } from './namespace-tls';
import { namespaceZones } from './namespace-zones';
import { registryAdmin } from './registry-admin';
import { registryAnonymous } from './registry-anonymous';
import { registryArmTokens } from './registry-arm-tokens';
import { registryExport } from './registry-export';
import { registryKey } from './registry-key';
import { registryQuarantine } from './registry-quarantine';
import { registrySku } from './registry-sku';
import { webAppClientCertificate } from './web-app-client-certificate';
import { webAppDebug } from './web-app-debug';
import { webAppHealth } from './web-app-health';
import { webAppInnerTls } from './web-app-inner-tls';
import { webAppNetwork } from './web-app-network';
import { webAppPublic } from './web-app-public';
import { webAppShell } from './web-app-shell';
import { webAppTls } from './web-app-tls';

/** The rules of Azure about registries, applications, API gateways and messaging, by file name. */
export const azureAppsRules: readonly Rule[] = [
  apiGatewayNetwork,
  apiGatewayPlain,
  apiGatewaySku,
  apiGatewayTls,
  apiGatewayZones,
  apiSecretText,
  apiWithoutSubscription,
  appCors,
  appIdentity,
  appPlanSingle,
  azureImageNotPinned,
  containerAppPlain,
  containerAppProbes,
  containerAppPublic,
  containerAppReplicas,
  containerEnvironmentLogs,
  containerEnvironmentPeers,
  containerEnvironmentPublic,
  containerEnvironmentZones,
  namespaceKey,
  namespaceKeys,
  namespacePublic,
  namespaceTls,
  namespaceZones,
  registryAdmin,
  registryAnonymous,
  registryArmTokens,
  registryExport,
  registryKey,
  registryQuarantine,
  registrySku,
  webAppClientCertificate,
  webAppDebug,
  webAppHealth,
  webAppInnerTls,
  webAppNetwork,
  webAppPublic,
  webAppShell,
  webAppTls,
];
