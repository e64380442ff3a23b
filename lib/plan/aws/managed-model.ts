import { offersIn } from '../../catalog/managed-models';
import type { ModelOffer } from '../../catalog/types';
import type { BedrockModel, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { AwsContext } from '../context';
import type { Decision } from '../decision';
import { cite, decide, derive, withRejected } from '../decision';
import { bedrockModels } from '../entries';
import type { FoundModel } from '../facts/found-model';
import { findManagedModel } from '../facts/managed-model';
import { chooseOffer, placeText } from '../facts/model-offer';
import type { Keyed } from '../order';
import { collect, issuesOf } from '../result';
import type { AwsManagedModelPlan } from './aws-plan';
import { partitionOf } from './partition';

type Inference = AwsManagedModelPlan['inference']['value'];

/** Models of Amazon Bedrock. */
export function managedModels(context: AwsContext): Result<Readonly<Record<string, AwsManagedModelPlan>>> {
  return collect(bedrockModels(context).map((entry) => [entry[0], managedModel(context, entry)] as const));
}

function managedModel(context: AwsContext, [key, model]: Keyed<BedrockModel>): Result<AwsManagedModelPlan> {
  const path = `models.${key}`;
  const { region, platform, catalog } = context;
  const found = findManagedModel(catalog, model, { region, path });
  if (!found.ok) return found;
  const wish = { pinned: model.inference, field: 'inference', residency: platform.residency } as const;
  const chosen = chooseOffer(catalog.regions, found.value, { region, path }, wish);
  if (!chosen.ok) return failure(issuesOf(found, chosen));
  const offer = chosen.value;
  const inference = inferenceOf(context, [key, model], { ...found.value, offer });
  const { processedIn, profile } = offer;
  const processing =
    typeof processedIn === 'string' ? [region.id] : [...new Set([...processedIn, region.id])].toSorted();
  return success(
    {
      invokeId: derive(inference, profile ?? model.id),
      inference,
      ...(processedIn === 'anywhere' ? {} : { regions: derive(inference, processing) }),
      invokeArns: decide(
        invokeArns(context, model.id, offer),
        'bedrock.profile-access',
        profile === undefined
          ? 'the model in the region of the call'
          : 'a call of a profile is checked against the profile and against the model in every region it routes to',
      ),
    },
    found.issues,
  );
}

/** Why the other ways to call the model were not chosen. */
const whyNot: Readonly<Record<Inference, string>> = {
  'in-region': 'one region only, with less capacity',
  geographic: 'several regions process, so one more place to allow and to audit',
  global: 'may process in any region of AWS',
};

function inferenceOf(
  { region }: AwsContext,
  [key, { inference }]: Keyed<BedrockModel>,
  { row, version, offer }: FoundModel & { readonly offer: ModelOffer },
): Decision<Inference> {
  // Offers of Bedrock have no other kinds.
  const value = offer.sku as Inference;
  const where = `tokens are processed ${placeText(offer, region.id)}`;
  if (inference !== undefined)
    return decide(value, 'spec.pinned', `${value} pinned by models.${key}.inference: ${where}`);
  const through = offer.profile === undefined ? '' : ` through the inference profile ${offer.profile}`;
  const others = offersIn(version, region.id).flatMap(({ sku }) =>
    sku === value ? [] : [{ value: sku, reason: whyNot[sku as Inference] }],
  );
  return withRejected(
    cite(value, 'bedrock.processing-place', `the narrowest that ${region.id} offers${through}: ${where}`, row),
    others,
  );
}

/**
 * What `bedrock:InvokeModel` is checked against. Source: docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 * and aws-amplify/amplify-backend#3090 for the model without a region, which a global profile needs; read 2026-11-30.
 */
function invokeArns(
  { region, target }: AwsContext,
  id: string,
  { profile, processedIn }: ModelOffer,
): readonly string[] {
  const bedrock = `arn:${partitionOf(region.id)}:bedrock`;
  const model = (at: string): string => `${bedrock}:${at}::foundation-model/${id}`;
  if (profile === undefined) return [model(region.id)];
  const profileArn = `${bedrock}:${region.id}:${target.account}:inference-profile/${profile}`;
  if (typeof processedIn === 'string') return [profileArn, model(region.id), model('')];
  return [profileArn, ...[...new Set([...processedIn, region.id])].toSorted().map(model)];
}
