import type { PropertyValue } from '../../graph';
import { listOf, valueAt } from '../policy';
import type { TermsRow } from './reshape';

const opposite = (value: PropertyValue): PropertyValue => (typeof value === 'boolean' ? !value : value);

/** Attributes that azurerm names as a switch, by what Azure Resource Manager has. */
const switches: NonNullable<TermsRow['values']> = {
  public_network_access_enabled: (value) =>
    typeof value === 'boolean' ? [['publicNetworkAccess', value ? 'Enabled' : 'Disabled']] : [],
  local_auth_enabled: (value) => [['disableLocalAuth', opposite(value)]],
  local_authentication_enabled: (value) => [['disableLocalAuth', opposite(value)]],
  allow_nested_items_to_be_public: (value) => [['allowBlobPublicAccess', value]],
  shared_access_key_enabled: (value) => [['allowSharedKeyAccess', value]],
  admin_enabled: (value) => [['adminUserEnabled', value]],
  min_tls_version: (value) => [['minimumTlsVersion', value]],
  https_traffic_only_enabled: (value) => [['supportsHttpsTrafficOnly', value]],
};

/** What every type without a row has. */
export const anyAzurerm: TermsRow = { values: switches };

/**
 * Types of the provider `azurerm` of Terraform in the terms of azure-native.
 *
 * Source: registry.terraform.io/providers/hashicorp/azurerm (attributes) and the inputs of azure-native 3.28.0, read 2026-12-01.
 */
export const azurermRows: Readonly<Record<string, TermsRow>> = {
  azurerm_cognitive_deployment: {
    type: 'azure-native:cognitiveservices:Deployment',
    single: ['model', 'sku'],
    within: 'properties',
    top: ['sku', 'scale', 'name'],
    // Version 3 of the provider has the SKU in a block `scale`.
    values: {
      scale: (value) => {
        const [block] = listOf(value);
        const name = valueAt(block, 'type');
        return name === undefined ? [] : [['sku', { name, capacity: valueAt(block, 'capacity') ?? 1 }]];
      },
    },
  },
  azurerm_cognitive_account_rai_policy: {
    type: 'azure-native:cognitiveservices:RaiPolicy',
    names: { content_filter: 'contentFilters', filter_enabled: 'enabled', block_enabled: 'blocking' },
    within: 'properties',
  },
  azurerm_role_assignment: {
    type: 'azure-native:authorization:RoleAssignment',
    // A role is named by its name or by its id: the plan has both where it knows them.
    values: {
      role_definition_name: (value) => (typeof value === 'string' && value !== '' ? [['roleDefinitionId', value]] : []),
      role_definition_id: (value) => (typeof value === 'string' && value !== '' ? [['roleDefinitionId', value]] : []),
    },
  },
  azurerm_network_security_group: {
    type: 'azure-native:network:NetworkSecurityGroup',
    names: { security_rule: 'securityRules' },
  },
  azurerm_network_security_rule: { type: 'azure-native:network:SecurityRule' },
  azurerm_private_endpoint: { type: 'azure-native:network:PrivateEndpoint' },
  azurerm_monitor_diagnostic_setting: { type: 'azure-native:monitor:DiagnosticSetting' },
  azurerm_search_service: { type: 'azure-native:search:Service', values: switches },
  azurerm_app_configuration: { type: 'azure-native:appconfiguration:ConfigurationStore', values: switches },
};
