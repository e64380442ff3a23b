/* Locations that many rows of Azure OpenAI have in common. */

export const usZone = ['centralus', 'eastus', 'eastus2', 'northcentralus', 'southcentralus', 'westus', 'westus3'];
export const euZone = ['francecentral', 'germanywestcentral', 'italynorth', 'polandcentral', 'spaincentral', 'swedencentral', 'westeurope'];
export const usRegional = ['eastus', 'eastus2', 'northcentralus', 'southcentralus', 'westus', 'westus3'];
/** Locations of the Global Standard table that every general model has. Three of the table are unknown to the kit. */
export const common = [...usZone, ...euZone, 'brazilsouth', 'canadaeast', 'norwayeast', 'switzerlandnorth', 'uksouth', 'australiaeast', 'japaneast', 'koreacentral', 'southafricanorth', 'uaenorth'];
export const since41 = [...common, 'southeastasia'];
export const since51 = [...since41, 'canadacentral'];
