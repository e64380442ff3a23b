import { z } from 'zod';

const text = z.string();
const count = z.int().positive();
const amount = z.number().positive();
const usd = z.number().min(0);

const provenance = { source: text, asOf: text, notes: text.exactOptional() };
const instance = { service: z.enum(['sagemaker', 'ec2', 'azure-ml', 'azure-vm']), instanceType: text, region: text };

const managedModel = z.strictObject({
  ...provenance,
  service: z.enum(['bedrock', 'azure-openai']),
  id: text,
  version: text.exactOptional(),
  kind: z.enum(['text-generation', 'embedding']),
  contextTokens: count.exactOptional(),
  dimensions: z.array(count).min(1).exactOptional(),
  lifecycle: z.strictObject({
    state: z.enum(['preview', 'generally-available', 'legacy', 'deprecated', 'retired']),
    edition: text,
    retires: text.exactOptional(),
    successors: z.array(text).exactOptional(),
  }),
  offers: z
    .array(
      z.strictObject({
        sku: z.enum(['in-region', 'geographic', 'global', 'Standard', 'DataZoneStandard', 'GlobalStandard']),
        regions: z.array(text).min(1),
        processedIn: z.array(text).min(1).exactOptional(),
        profile: text.exactOptional(),
      }),
    )
    .min(1),
});

/** Shape of `catalog`. */
export const catalogShape = z.strictObject({
  models: z
    .array(
      z.strictObject({
        ...provenance,
        id: text,
        kind: z.enum(['text-generation', 'embedding', 'reranker']),
        totalParams: amount,
        activeParams: amount.exactOptional(),
        visionParams: amount.exactOptional(),
        layers: count,
        hidden: count,
        heads: count,
        kvHeads: count,
        headDim: count,
        attention: z.enum(['MHA', 'GQA', 'MQA', 'MLA']),
        fullAttentionLayers: z.int().min(0).exactOptional(),
        slidingWindow: count.exactOptional(),
        valueDim: count.exactOptional(),
        windowHeads: z.strictObject({ kvHeads: count, headDim: count }).exactOptional(),
        sparseAttention: z.strictObject({ topTokens: count, indexBytes: count }).exactOptional(),
        linearAttention: z.strictObject({ valueHeads: count, keyHeads: count, headDim: count }).exactOptional(),
        fp8Block: count.exactOptional(),
        int4Group: count.exactOptional(),
        encoderOnly: z.boolean().exactOptional(),
        intermediate: count.exactOptional(),
        moe: z
          .strictObject({
            experts: count,
            topK: count,
            intermediate: count,
            layers: count.exactOptional(),
            sharedIntermediate: count.exactOptional(),
          })
          .exactOptional(),
        vocab: count,
        tiedEmbeddings: z.boolean(),
        maxContext: count,
        publishedDtype: z.enum(['bf16', 'fp16', 'fp8', 'mxfp4', 'nvfp4', 'int4', 'int8']).exactOptional(),
        checkpointGiB: amount,
        licence: text.exactOptional(),
      }),
    )
    .exactOptional(),
  instances: z
    .array(
      z.strictObject({
        ...provenance,
        ...instance,
        accelerator: text,
        acceleratorCount: count,
        acceleratorShare: amount.max(1).exactOptional(),
        vcpu: count,
        memoryGiB: amount,
        usdPerHour: amount.exactOptional(),
        localNvme: z.boolean().exactOptional(),
        quota: text.exactOptional(),
      }),
    )
    .exactOptional(),
  prices: z
    .array(
      z.strictObject({
        ...provenance,
        ...instance,
        usdPerHour: amount,
        priceStatus: z.enum(['negotiated', 'published']).exactOptional(),
      }),
    )
    .exactOptional(),
  tokenPrices: z
    .array(
      z.strictObject({
        ...provenance,
        service: z.enum(['bedrock', 'azure-openai']),
        id: text,
        region: text,
        usdPerMillionInputTokens: usd,
        usdPerMillionOutputTokens: usd,
      }),
    )
    .exactOptional(),
  managedModels: z.array(managedModel).exactOptional(),
  regions: z
    .array(
      z.strictObject({
        ...provenance,
        cloud: z.enum(['aws', 'azure']),
        id: text,
        residency: z.enum(['eu', 'us', 'other']),
        zones: z.array(text),
      }),
    )
    .exactOptional(),
  engines: z
    .array(
      z.strictObject({
        ...provenance,
        engine: z.enum(['vllm', 'sglang', 'tgi', 'nim']),
        version: text,
        argumentsOf: text,
        aws: z.strictObject({ repository: text, tag: text, inferenceAmiVersion: text.exactOptional() }).exactOptional(),
        azure: z.strictObject({ image: text }).exactOptional(),
      }),
    )
    .exactOptional(),
  reserved: z
    .array(
      z.strictObject({
        ...provenance,
        ...instance,
        count,
        usdPerHour: usd,
        reservation: text.exactOptional(),
        endsAt: text.exactOptional(),
      }),
    )
    .exactOptional(),
});
