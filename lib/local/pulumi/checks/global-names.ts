import { nameParameter } from '../arm/arm-id';
import type { PropertyMap } from '../property-value';
import { unknownMarker, valueAt } from '../property-value';
import type { ArmCheck } from './check';

/** Types whose name becomes a host name: it must be unique on all of Azure. */
const global: ReadonlySet<string> = new Set([
  'azure-native:apimanagement:ApiManagementService',
  'azure-native:appconfiguration:ConfigurationStore',
  'azure-native:containerregistry:Registry',
  'azure-native:dbforpostgresql:Server',
  'azure-native:keyvault:Vault',
  'azure-native:search:Service',
  'azure-native:storage:StorageAccount',
]);

/** The key of a globally unique name: type and name, or the subdomain of a Cognitive Services account. */
export function globalName(type: string, template: string, inputs: PropertyMap): string | undefined {
  if (type === 'azure-native:cognitiveservices:Account') {
    const domain = valueAt(inputs, 'properties.customSubDomainName');
    return typeof domain === 'string' && domain !== unknownMarker ? `${type}/${domain.toLowerCase()}` : undefined;
  }
  const parameter = nameParameter(template);
  const name = parameter === undefined ? undefined : inputs[parameter];
  return global.has(type) && typeof name === 'string' && name !== unknownMarker
    ? `${type}/${name.toLowerCase()}`
    : undefined;
}

/** Refuses a name that another resource of the local cloud has, in any stack, group or subscription. */
export const globalNames: ArmCheck = (context) => {
  const name = context.op === 'same' ? undefined : globalName(context.type, context.template, context.inputs);
  const holder = name === undefined ? undefined : context.holderOf(name);
  if (name === undefined || holder === undefined || holder === context.urn) return [];
  return [
    {
      code: 'NameTaken',
      urn: context.urn,
      message: `the name ${name.split('/').at(-1) ?? name} is taken: it must be unique on all of Azure`,
      got: `held by ${holder}`,
      expected: 'a name that no other resource has',
      fix: 'put the platform, the environment or a hash of the subscription into the name',
    },
  ];
};
