import type {
  AwsKnowledgeBasePlan,
  AwsManagedModelPlan,
  AwsTuningJobPlan,
  AzureModelDeploymentPlan,
  AzureSearchPlan,
  EnvironmentPlan,
} from '../../plan';
import { counted, grouped } from './amounts';
import type { NoteRow } from './note-row';
import { byUse, notPriced, plain } from './note-row';

/** Managed models, billed per token. A model that only embeds is in the row of its knowledge base. */
export function modelRows({ aws, azure }: EnvironmentPlan): readonly NoteRow[] {
  const embedding = new Set(Object.values(aws?.knowledge.bases ?? {}).map((base) => base.embeddingModelId.value));
  const onAws = Object.entries(aws?.deployment.models ?? {}).flatMap(([key, model]) =>
    embedding.has(model.invokeId.value) ? [] : [bedrockRow(key, model)],
  );
  const onAzure = Object.entries(azure?.deployment.models ?? {}).map(([key, model]) => modelRow(key, model));
  return [...onAws, ...onAzure];
}

function bedrockRow(key: string, { invokeId, inference, regions, invokeArns }: AwsManagedModelPlan): NoteRow {
  const where = regions === undefined ? 'any region of AWS' : regions.value.join(', ');
  return {
    what: `model ${key}`,
    cloud: 'aws',
    lines: [plain(`${invokeId.value}, ${inference.value}: ${where}`)],
    price: byUse,
    because: [...inference.because, ...invokeArns.because],
  };
}

function modelRow(key: string, { model, sku }: AzureModelDeploymentPlan): NoteRow {
  const { name, version } = model.value;
  return {
    what: `model ${key}`,
    cloud: 'azure',
    lines: [plain(`${name} ${version}, ${sku.value.name}, ${grouped(sku.value.capacity)},000 tokens a minute`)],
    price: byUse,
    because: [...sku.because, ...model.because],
  };
}

/** Knowledge bases and search services. */
export function knowledgeRows({ aws, azure }: EnvironmentPlan): readonly NoteRow[] {
  const bases = Object.entries(aws?.knowledge.bases ?? {}).map(([key, base]) => baseRow(key, base));
  const services = Object.entries(azure?.deployment.search ?? {}).map(([key, search]) => searchRow(key, search));
  return [...bases, ...services];
}

function baseRow(
  key: string,
  { embeddingModelId, dimension, distanceMetric, chunking }: AwsKnowledgeBasePlan,
): NoteRow {
  const chunks =
    chunking.value.kind === 'fixed'
      ? `chunks of ${chunking.value.maxTokens} tokens, ${chunking.value.overlapPercentage} % overlap`
      : 'documents without chunking';
  return {
    what: `knowledge ${key}`,
    cloud: 'aws',
    lines: [
      plain(
        `S3 Vectors, ${dimension.value} dimensions of ${embeddingModelId.value}, ${distanceMetric.value}, ${chunks}`,
      ),
    ],
    price: byUse,
    because: [...embeddingModelId.because, ...chunking.because],
  };
}

function searchRow(key: string, { sku, replicaCount, partitionCount }: AzureSearchPlan): NoteRow {
  return {
    what: `knowledge ${key}`,
    cloud: 'azure',
    lines: [
      plain(
        `AI Search ${sku.value}, ${counted(replicaCount.value, 'replica')}, ${counted(partitionCount.value, 'partition')}`,
      ),
    ],
    price: notPriced,
    because: [...sku.because, ...replicaCount.because],
  };
}

/** Training jobs, billed while they run. */
export function tuningRows({ aws }: EnvironmentPlan): readonly NoteRow[] {
  return Object.entries(aws?.tuning.jobs ?? {}).map(([key, job]) => tuningRow(key, job));
}

function tuningRow(key: string, { instanceCount, instanceType, maxRuntimeSeconds }: AwsTuningJobPlan): NoteRow {
  const hours = Math.round(maxRuntimeSeconds.value / 360) / 10;
  return {
    what: `tuning ${key}`,
    cloud: 'aws',
    lines: [plain(`${instanceCount.value} × ${instanceType.value}, stopped after ${hours} h`)],
    price: byUse,
    because: [...instanceType.because, ...maxRuntimeSeconds.because],
  };
}
