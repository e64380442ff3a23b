import { offersIn, tokenPricesIn, versionOf } from '../../catalog/managed-models';
import type { ManagedModel, ModelOffer } from '../../catalog/types';
import type { AzureOpenAiModel, BedrockModel, TrafficSpec } from '../../platform';
import type { Alternative, Decision } from '../decision';
import { cite, decide } from '../decision';
import { cloudOf } from '../facts/cloud';
import { chooseOffer, placeText } from '../facts/model-offer';
import { estimateMark, tokenPrice } from '../price-basis';
import type { BreakEven, DedicatedCost } from './break-even';
import { breakEven } from './break-even';
import type { EndpointContext } from './endpoint-context';

/** A model served per token, compared with dedicated instances. */
export interface PerTokenComparison {
  /** Key of the model in the spec. */
  readonly key: string;
  readonly decision: Decision<BreakEven>;
  readonly alternative: Alternative;
}

type PerTokenModel = BedrockModel | AzureOpenAiModel;

/**
 * Compares an endpoint with every model of `compareWith`, in the order of their keys.
 *
 * @param dedicated - instances as production runs them for the planned load
 */
export function perToken(context: EndpointContext, dedicated: DedicatedCost): readonly PerTokenComparison[] {
  const { endpoint, models } = context;
  return (endpoint.compareWith ?? []).toSorted().flatMap((key) => {
    const model = models[key];
    return model === undefined || model.kind === 'open-weights' ? [] : [compared(context, dedicated, key, model)];
  });
}

function compared(
  context: EndpointContext,
  dedicated: DedicatedCost,
  key: string,
  model: PerTokenModel,
): PerTokenComparison {
  const { catalog, endpoint } = context;
  const { traffic } = endpoint;
  const row = catalog.managedModels.find(({ service, id }) => service === model.kind && id === model.id);
  const where = placeOf(context, model, row);
  const prices = row === undefined ? undefined : tokenPricesIn(row, where.region ?? '', where.offer);
  const written = row?.regionalTokenPrices?.[where.region ?? ''] !== undefined;
  const charged = prices === undefined ? undefined : { ...prices, price: tokenPrice(prices, written) };
  const value = breakEven(model.id, dedicated, traffic, charged);
  const text = argument(value, traffic, model, where.region);
  return {
    key,
    decision:
      prices === undefined ? decide(value, 'cost.no-token-price', text) : cite(value, 'cost.break-even', text, prices),
    alternative: {
      value: `${model.kind} ${model.id}`,
      reason: where.problem ?? `${text}; ${servedIn(where)}`,
      ...(value.perTokenUsdPerMonth === undefined || charged === undefined
        ? {}
        : { usdPerMonth: value.perTokenUsdPerMonth, price: charged.price }),
      ...(where.problem === undefined ? {} : { possible: false }),
    },
  };
}

function servedIn({ region = 'its region', offer }: ReturnType<typeof placeOf>): string {
  if (offer === undefined || offer.sku === 'in-region') return `served per token in ${region}`;
  if (offer.profile === undefined) return `served per token as ${offer.sku} in ${region}`;
  return `served per token through ${offer.profile}, ${placeText(offer, region)}`;
}

function placeOf(
  { catalog, places, residency }: EndpointContext,
  model: PerTokenModel,
  row: ManagedModel | undefined,
): { readonly region?: string; readonly offer?: ModelOffer; readonly problem?: string } {
  const cloud = cloudOf(model.kind);
  const id = places[cloud];
  if (id === undefined) return { problem: `the environment is not on ${cloud}, where ${model.id} is served` };
  const region = catalog.regions.find((other) => other.cloud === cloud && other.id === id);
  if (row === undefined || region === undefined) return { region: id };
  const version = versionOf(row, model.kind === 'azure-openai' ? model.version : undefined);
  if (version === undefined || offersIn(version, id).length === 0)
    return { problem: `${model.id} is not available in ${id} (${row.source}, ${row.asOf})` };
  const field = model.kind === 'azure-openai' ? 'sku' : 'inference';
  const pinned = model.kind === 'azure-openai' ? model.sku : model.inference;
  const offer = chooseOffer(catalog.regions, { row, version }, { region, path: '' }, { pinned, field, residency });
  return offer.ok
    ? { region: id, offer: offer.value }
    : { problem: offer.issues.map(({ message }) => message).join('; ') };
}

function argument(
  value: BreakEven,
  { inputTokens, outputTokens }: TrafficSpec,
  { kind, id }: PerTokenModel,
  region: string | undefined,
): string {
  const load = `${millions(value.tokensPerMonth)} tokens a month, ${inputTokens} in and ${outputTokens} out of a request`;
  const dedicated = `${estimateMark(value.dedicatedPrice)}$${value.dedicatedUsdPerMillionTokens} a million on instances`;
  const { perTokenUsdPerMillionTokens: charged, perTokenPrice } = value;
  if (charged === undefined || perTokenPrice === undefined) {
    return (
      `${dedicated} for ${load}; no price per token of ${id} is known: ` +
      `add it to catalog.tokenPrices with service '${kind}', id '${id}'${region === undefined ? '' : ` and region '${region}'`}`
    );
  }
  const perToken = `${estimateMark(perTokenPrice)}$${charged} a million per token`;
  const { breakEvenTokensPerMonth: equal } = value;
  const point =
    equal === undefined
      ? 'nothing is cheaper than free'
      : value.reachable === true
        ? `equal at ${millions(equal)} a month`
        : `equal at ${millions(equal)} a month, more than these instances serve when full around the clock`;
  return `${dedicated} against ${perToken} for ${load}; ${point}`;
}

function millions(tokens: number): string {
  return tokens >= 1e9 ? `${(tokens / 1e9).toFixed(2)} billion` : `${(tokens / 1e6).toFixed(1)} million`;
}
