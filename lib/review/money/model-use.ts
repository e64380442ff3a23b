import type { PropertyValue } from '../../graph';
import type { Billing } from './billing';

/** Prefixes of the profiles that route a call over regions. */
const geographies = /^(?:us-gov|us|eu|apac|au|jp|ca|in|global)\./;

/** The tokens of a model of Bedrock, which a declaration names by id, profile or ARN. */
export function bedrockTokens(model: PropertyValue | undefined): Billing {
  const text = typeof model === 'string' ? model : JSON.stringify(model ?? '');
  const named =
    /(?:foundation-model|inference-profile)\/([\w.:-]+)/.exec(text)?.[1] ?? (typeof model === 'string' ? model : '');
  const id = named.replace(geographies, '');
  return /^[a-z\d-]+\.[\w.:-]+$/.test(id)
    ? { kind: 'use', use: { service: 'bedrock', model: id } }
    : { kind: 'unknown', reason: 'billed by the tokens of a model that is known only after the deployment' };
}

/** The tokens of a model deployment, or the units that it has provisioned. */
export function modelDeployment(
  model: PropertyValue | undefined,
  version: PropertyValue | undefined,
  sku: PropertyValue | undefined,
): Billing {
  if (typeof sku === 'string' && sku.includes('Provisioned')) {
    return { kind: 'unknown', reason: 'the catalogue has no price of provisioned throughput units' };
  }
  if (typeof model !== 'string' || model.startsWith('[')) {
    return { kind: 'unknown', reason: 'billed by the tokens of a model that is known only after the deployment' };
  }
  return {
    kind: 'use',
    use: {
      service: 'azure-openai',
      model,
      // The API takes a deployment without a type for a standard one.
      sku: typeof sku === 'string' ? sku : 'Standard',
      ...(typeof version === 'string' ? { version } : {}),
    },
  };
}
