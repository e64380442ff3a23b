import type { ManagedModel, TokenPrices } from '../../lib/catalog';
import { managedModels } from '../../lib/catalog/rows/managed-models';
import { olderTokenPrices, serviceUsePrices } from '../../lib/catalog/rows/service-prices';
import type { PriceBook } from '../../lib/review/money';

type UsePrices = ReturnType<PriceBook['use']>;
type Use = Parameters<PriceBook['use']>[0];

/** The prices of units of use in the catalogue. */
export function usePrices(use: Use, region: string): UsePrices {
  switch (use.service) {
    case 'bedrock':
      return bedrock(use.model, region);
    case 'azure-openai':
      return azureOpenAi(use, region);
    default: {
      const rows = serviceUsePrices.filter(({ service }) => service === use.service);
      return rows.length === 0 ? undefined : rows.map((row) => ({ ...row, estimated: true }));
    }
  }
}

/** Prices of us-east-1 stand for other regions, as an estimate, where no region has its own. */
function bedrock(id: string, region: string): UsePrices {
  const model = managedModels.find((one) => one.service === 'bedrock' && one.id === id);
  const own = model?.regionalTokenPrices?.[region];
  const prices = own ?? model?.tokenPrices;
  if (prices !== undefined) return tokens(prices, own === undefined && region !== 'us-east-1');
  return older(id);
}

function azureOpenAi(
  { model: name, version, sku }: Use & { readonly service: 'azure-openai' },
  region: string,
): UsePrices {
  const ofVersion = version === undefined ? undefined : older(`${name} ${version}`);
  if (ofVersion !== undefined) return ofVersion;
  const model = managedModels.find((one) => one.service === 'azure-openai' && one.id === name);
  if (model === undefined) return /Standard$/.test(sku) ? older(name) : undefined;
  const prices = ofSku(model, sku, region);
  const known = version === undefined || model.versions.some((one) => one.version === version);
  return prices === undefined ? undefined : tokens(prices, !known);
}

function ofSku({ tokenPrices, offerTokenPrices }: ManagedModel, sku: string, region: string): TokenPrices | undefined {
  if (sku === 'GlobalStandard') return tokenPrices;
  return offerTokenPrices?.find((offer) => offer.sku === sku && offer.regions.includes(region));
}

function older(name: string): UsePrices {
  const row = olderTokenPrices.find(({ model }) => model === name);
  if (row === undefined) return undefined;
  const { input, output, source, asOf } = row;
  return tokens({ usdPerMillionInputTokens: input, usdPerMillionOutputTokens: output, source, asOf }, true);
}

function tokens(
  { usdPerMillionInputTokens, usdPerMillionOutputTokens, source, asOf }: TokenPrices,
  estimated: boolean,
): UsePrices {
  const from = { source, asOf, estimated };
  const input = { unit: 'million input tokens', usd: usdPerMillionInputTokens, ...from };
  // Embedding models answer with vectors, which are not billed.
  return usdPerMillionOutputTokens === 0
    ? [input]
    : [input, { unit: 'million output tokens', usd: usdPerMillionOutputTokens, ...from }];
}
