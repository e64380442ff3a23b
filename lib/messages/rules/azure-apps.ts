import type { Declarations } from '../declaration';

/** Findings of the rules of Azure in the folder `apps`. */
export const azureAppsMessages = {
  ApiGatewayNetwork: {
    title: 'API Management outside of a network',
    meaning: 'An API Management service is in no virtual network.',
    fix: 'Set virtualNetworkType to Internal, and publicNetworkAccess to Disabled.',
  },
  ApiGatewayPlain: {
    title: 'API without TLS',
    meaning: 'An API takes plain HTTP, or a backend is called without checking its certificate.',
    fix: "Set protocols to ['https'], and leave validateCertificateChain and validateCertificateName true.",
  },
  ApiGatewaySku: {
    title: 'API Management for development',
    meaning: 'An API Management service has the tier Developer, which has no agreement, or one unit.',
    fix: 'Use a sku of production, with a capacity of at least 2.',
  },
  ApiGatewayTls: {
    title: 'API Management with old TLS',
    meaning: 'An API Management service takes or uses SSL 3.0, TLS 1.0 or TLS 1.1.',
    fix: 'Set the entries Ssl30, Tls10 and Tls11 of customProperties to False.',
  },
  ApiGatewayZones: {
    title: 'API Management in one zone',
    meaning: 'A Premium API Management service is in one zone.',
    fix: 'Name two or more zones.',
  },
  ApiSecretText: {
    title: 'Named value outside of a key vault',
    meaning: 'A secret named value of API Management is kept in the service instead of a key vault.',
    fix: 'Set keyVault.secretIdentifier.',
  },
  ApiWithoutSubscription: {
    title: 'API without a subscription',
    meaning: 'An API of API Management can be called without a subscription.',
    fix: 'Set subscriptionRequired to true.',
  },
  AppCors: {
    title: 'App that every site may call',
    meaning: 'An app allows every origin.',
    fix: 'Name origins in allowedOrigins.',
  },
  AppIdentity: {
    title: 'App without an identity',
    meaning: 'A container app, web app, function app or API gateway has no managed identity.',
    fix: 'Set identity to SystemAssigned or UserAssigned.',
  },
  AppPlanSingle: {
    title: 'App Service plan in one zone',
    meaning: 'An App Service plan has one instance, or is in one zone.',
    fix: 'Use a plan of Premium v2 or later, and set zoneRedundant to true and sku.capacity to at least 2.',
  },
  AzureImageNotPinned: {
    title: 'Image that can change',
    meaning: 'An environment of Azure Machine Learning or a container app names its image by tag.',
    fix: 'Name the image by its digest: repository@sha256:….',
  },
  ContainerAppPlain: {
    title: 'Container app without TLS',
    meaning: 'A container app takes plain HTTP.',
    fix: 'Set ingress.allowInsecure to false.',
  },
  ContainerAppProbes: {
    title: 'Container app without probes',
    meaning: 'A container of an app has no probes.',
    fix: 'Set probes.',
  },
  ContainerAppPublic: {
    title: 'Public container app',
    meaning: 'A container app can be reached from outside of its environment.',
    fix: 'Set ingress.external to false, and put a gateway in front.',
  },
  ContainerAppReplicas: {
    title: 'Container app with one replica',
    meaning: 'A container app may run in fewer than two replicas.',
    fix: 'Set scale.minReplicas to at least 2.',
  },
  ContainerEnvironmentLogs: {
    title: 'Environment of container apps without logs',
    meaning: 'Logs of container apps are kept nowhere.',
    fix: 'Set appLogsConfiguration.destination.',
  },
  ContainerEnvironmentPeers: {
    title: 'Container apps that talk in clear text',
    meaning: 'Container apps of an environment talk to each other without TLS of both sides.',
    fix: 'Set peerAuthentication.mtls.enabled to true.',
  },
  ContainerEnvironmentPublic: {
    title: 'Public environment of container apps',
    meaning: 'An environment of container apps has a public address or is in no network of yours.',
    fix: 'Set vnetConfiguration with internal true and infrastructureSubnetId, and publicNetworkAccess to Disabled.',
  },
  ContainerEnvironmentZones: {
    title: 'Environment of container apps in one zone',
    meaning: 'An environment of container apps is in one zone.',
    fix: 'Set vnetConfiguration.infrastructureSubnetId, and zoneRedundant to true.',
  },
  NamespaceKey: {
    title: 'Messaging without a customer key',
    meaning: 'An Event Hubs or Service Bus namespace is encrypted with a key of Microsoft, or once.',
    fix: 'Set encryption with keySource Microsoft.KeyVault and requireInfrastructureEncryption true.',
  },
  NamespaceKeys: {
    title: 'Messaging with keys',
    meaning: 'An Event Hubs or Service Bus namespace takes shared access keys.',
    fix: 'Set disableLocalAuth to true, and assign roles.',
  },
  NamespacePublic: {
    title: 'Public messaging',
    meaning: 'An Event Hubs or Service Bus namespace can be reached from public addresses.',
    fix: 'Set publicNetworkAccess to Disabled, and use a private endpoint.',
  },
  NamespaceTls: {
    title: 'Messaging with old TLS',
    meaning: 'An Event Hubs or Service Bus namespace takes TLS 1.0 or 1.1.',
    fix: "Set minimumTlsVersion to '1.2'.",
  },
  NamespaceZones: {
    title: 'Messaging in one zone',
    meaning: 'An Event Hubs or Service Bus namespace is said to be in one zone.',
    fix: 'Set zoneRedundant to true.',
  },
  RegistryAdmin: {
    title: 'Registry with an admin account',
    meaning: 'A container registry has an admin account with a password.',
    fix: 'Set adminUserEnabled to false, and assign AcrPull.',
  },
  RegistryAnonymous: {
    title: 'Registry that anybody can pull from',
    meaning: 'A container registry serves images without signing in.',
    fix: 'Set anonymousPullEnabled to false.',
  },
  RegistryArmTokens: {
    title: 'Registry that takes tokens of Azure Resource Manager',
    meaning: 'A container registry takes tokens that were issued for Azure Resource Manager.',
    fix: 'Set policies.azureADAuthenticationAsArmPolicy.status to disabled.',
  },
  RegistryExport: {
    title: 'Registry that exports images',
    meaning: 'Images of a container registry can be copied to other registries.',
    fix: 'Set policies.exportPolicy.status to disabled.',
  },
  RegistryKey: {
    title: 'Registry without a customer key',
    meaning: 'A container registry is encrypted with a key of Microsoft.',
    fix: 'Set encryption.status to enabled, with a key.',
  },
  RegistryQuarantine: {
    title: 'Registry without quarantine',
    meaning: 'An image can be pulled before it was scanned.',
    fix: 'Set policies.quarantinePolicy.status to enabled.',
  },
  RegistrySku: {
    title: 'Registry without private endpoints',
    meaning: 'A container registry has a tier without private endpoints and customer keys.',
    fix: 'Use the sku Premium.',
  },
  WebAppClientCertificate: {
    title: 'Web app without client certificates',
    meaning: 'A web or function app does not ask for a client certificate.',
    fix: 'Set clientCertEnabled to true.',
  },
  WebAppDebug: {
    title: 'Web app with a debugger',
    meaning: 'A web or function app takes remote debuggers.',
    fix: 'Set remoteDebuggingEnabled to false.',
  },
  WebAppHealth: {
    title: 'Web app without a health check',
    meaning: 'A web or function app has no health check.',
    fix: 'Set healthCheckPath.',
  },
  WebAppInnerTls: {
    title: 'Web app with clear text behind the front',
    meaning: 'Traffic between the front of App Service and the workers of an app is not encrypted.',
    fix: 'Set endToEndEncryptionEnabled to true.',
  },
  WebAppNetwork: {
    title: 'Web app outside of a network',
    meaning: 'A web or function app is in no virtual network, or sends only private traffic through it.',
    fix: 'Set virtualNetworkSubnetId, and vnetRouteAllEnabled to true.',
  },
  WebAppPublic: {
    title: 'Public web app',
    meaning: 'A web or function app can be reached from public addresses.',
    fix: 'Set publicNetworkAccess to Disabled, and put a gateway in front.',
  },
  WebAppShell: {
    title: 'Web app with a shell',
    meaning: 'Containers of a web or function app take SSH.',
    fix: 'Set sshEnabled to false.',
  },
  WebAppTls: {
    title: 'Web app without TLS 1.2',
    meaning: 'A web or function app takes plain HTTP, TLS 1.0 or 1.1, or FTP.',
    fix: "Set httpsOnly to true, minTlsVersion to '1.2', and ftpsState to Disabled.",
  },
} as const satisfies Declarations;
