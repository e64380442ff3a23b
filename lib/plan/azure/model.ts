import type { ManagedModel } from '../../catalog/types';
import type { AzureOpenAiModel, Result } from '../../platform';
import { failure, success } from '../../platform';
import type { AzureContext } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';
import { azureOpenAiModels } from '../entries';
import { findManagedModel } from '../facts/lookup';
import { physicalName } from '../naming/name';
import type { Keyed } from '../order';
import { collect } from '../result';
import type { AzureModelDeploymentPlan } from './azure-plan';

type Sku = AzureModelDeploymentPlan['sku']['value'];

/** Thousands of tokens a minute of a deployment, where the spec gives none. */
const startCapacity = 50;

/** Azure OpenAI deployments. */
export function modelDeployments(context: AzureContext): Result<Readonly<Record<string, AzureModelDeploymentPlan>>> {
  return collect(azureOpenAiModels(context).map((entry) => [entry[0], deployment(context, entry)] as const));
}

function deployment(context: AzureContext, [key, model]: Keyed<AzureOpenAiModel>): Result<AzureModelDeploymentPlan> {
  const path = `models.${key}`;
  const found = findManagedModel(context.catalog, model, context.region, path);
  if (!found.ok) return found;
  const { residency } = context.platform;
  if (residency !== undefined && model.sku === 'GlobalStandard') {
    return failure([
      {
        code: 'ResidencyViolated',
        path: `${path}.sku`,
        message: `GlobalStandard processes tokens anywhere, and the platform's residency is '${residency}'`,
        got: model.sku,
        expected: `'DataZoneStandard' or 'Standard'`,
        fix: `use 'DataZoneStandard' or remove ${path}.sku`,
      },
    ]);
  }
  const owner = context.target.subscription;
  return success({
    deploymentName: physicalName({ service: 'azure-openai-deployment', owner, parts: [key] }),
    model: pinned({ format: 'OpenAI', name: model.id, version: model.version } as const, `${path}.version`),
    sku: sku(context, path, model, found.value),
    versionUpgradeOption: decide(
      'NoAutoUpgrade',
      'azure.pinned-version',
      `${model.version} is the tested version: a new version is a change of the spec`,
      [{ value: 'OnceCurrentVersionExpired', reason: 'an unreviewed change on a date that the provider chooses' }],
    ),
    contentFilterName: physicalName({ service: 'azure-content-filter', owner, parts: [key, 'filter'] }),
  });
}

function sku(context: AzureContext, path: string, model: AzureOpenAiModel, row: ManagedModel): Decision<Sku> {
  const capacity = model.capacityKTpm ?? startCapacity;
  const rate =
    model.capacityKTpm === undefined
      ? `${capacity},000 tokens a minute: tens of requests a minute of a few thousand tokens each, until measured traffic needs more`
      : `${capacity},000 tokens a minute pinned by ${path}.capacityKTpm`;
  if (model.sku !== undefined) {
    const name = model.sku;
    return decide({ name, capacity }, 'spec.pinned', `${name} pinned by ${path}.sku; ${rate}`);
  }
  const { residency } = context.platform;
  return residency === undefined
    ? cite(
        { name: 'GlobalStandard', capacity },
        'azure.processing-place',
        `no residency is set, and the global pool has the most capacity and the lowest price; ${rate}`,
        row,
      )
    : withRejected(
        cite(
          { name: 'DataZoneStandard', capacity },
          'azure.processing-place',
          `residency '${residency}': tokens stay in the data zone of ${context.region.id}; ${rate}`,
          row,
        ),
        [
          { value: 'GlobalStandard', reason: `may process outside '${residency}'` },
          { value: 'Standard', reason: 'one location only, with less capacity' },
        ],
      );
}
