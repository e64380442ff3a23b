import { offersIn } from '../../catalog/managed-models';
import type { ModelOffer } from '../../catalog/types';
import type { AzureOpenAiModel, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { AzureContext } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';
import { azureOpenAiModels } from '../entries';
import type { FoundModel } from '../facts/found-model';
import { findManagedModel } from '../facts/managed-model';
import { chooseOffer } from '../facts/model-offer';
import { physicalName } from '../naming/name';
import type { Keyed } from '../order';
import { collect, issuesOf } from '../result';
import type { AzureModelDeploymentPlan } from './azure-plan';

type Sku = AzureModelDeploymentPlan['sku']['value'];

/** Thousands of tokens a minute of a deployment, where the spec gives none. */
const startCapacity = 50;

/** Azure OpenAI deployments. */
export function modelDeployments(context: AzureContext): Result<Readonly<Record<string, AzureModelDeploymentPlan>>> {
  return collect(azureOpenAiModels(context).map((entry) => [entry[0], deployment(context, entry)] as const));
}

/** Name of the deployment of a model, by the model's key. */
export function modelDeploymentName(context: AzureContext, key: string): string {
  return deploymentNameOf(context, key).value;
}

function deploymentNameOf({ target }: AzureContext, key: string): Decision<string> {
  return physicalName({ service: 'azure-openai-deployment', owner: target.subscription, parts: [key] });
}

function deployment(context: AzureContext, [key, model]: Keyed<AzureOpenAiModel>): Result<AzureModelDeploymentPlan> {
  const path = `models.${key}`;
  const { region, target, platform } = context;
  const place = { region, path, deployedModels: target.deployedModels };
  const found = findManagedModel(context.catalog, model, place);
  if (!found.ok) return found;
  const offer = chooseOffer(context.catalog.regions, found.value, place, {
    pinned: model.sku,
    field: 'sku',
    residency: platform.residency,
  });
  if (!offer.ok) return failure(issuesOf(found, offer));
  const owner = context.target.subscription;
  return success(
    {
      deploymentName: deploymentNameOf(context, key),
      model: pinned({ format: 'OpenAI', name: model.id, version: model.version } as const, `${path}.version`),
      sku: sku(context, path, model, { ...found.value, offer: offer.value }),
      versionUpgradeOption: decide(
        'NoAutoUpgrade',
        'azure.pinned-version',
        `${model.version} is the tested version: a new version is a change of the spec`,
        [{ value: 'OnceCurrentVersionExpired', reason: 'an unreviewed change on a date that the provider chooses' }],
      ),
      contentFilterName: physicalName({ service: 'azure-content-filter', owner, parts: [key, 'filter'] }),
    },
    found.issues,
  );
}

type StandardSku = Sku['name'];

/** Why the other deployment types of the location were not chosen. */
const whyNot: Readonly<Record<StandardSku, string>> = {
  GlobalStandard: 'may process in any region of the provider',
  DataZoneStandard: 'less capacity than the global pool',
  Standard: 'one location only, with less capacity',
};

function sku(
  context: AzureContext,
  path: string,
  model: AzureOpenAiModel,
  { row, version, offer }: FoundModel & { readonly offer: ModelOffer },
): Decision<Sku> {
  const capacity = model.capacityKTpm ?? startCapacity;
  const rate =
    model.capacityKTpm === undefined
      ? `${capacity},000 tokens a minute: tens of requests a minute of a few thousand tokens each, until measured traffic needs more`
      : `${capacity},000 tokens a minute pinned by ${path}.capacityKTpm`;
  // Only deployments that are billed per token are chosen or can be pinned.
  const name = offer.sku as StandardSku;
  if (model.sku !== undefined)
    return decide({ name, capacity }, 'spec.pinned', `${name} pinned by ${path}.sku; ${rate}`);
  const others = offersIn(version, context.region.id).flatMap((other) =>
    isStandard(other.sku) && other.sku !== name ? [{ value: other.sku, reason: whyNot[other.sku] }] : [],
  );
  return withRejected(
    cite({ name, capacity }, 'azure.processing-place', `${placeReason(context, name)}; ${rate}`, row),
    others,
  );
}

function isStandard(sku: string): sku is StandardSku {
  return Object.hasOwn(whyNot, sku);
}

function placeReason({ platform: { residency }, region }: AzureContext, name: StandardSku): string {
  if (name === 'GlobalStandard')
    return 'no residency is set, and the global pool has the most capacity and the lowest price';
  const where = name === 'Standard' ? `in ${region.id}` : `in the data zone of ${region.id}`;
  const why = residency === undefined ? 'the location does not offer the global pool' : `residency '${residency}'`;
  return `${why}: tokens stay ${where}`;
}
