/**
 * GPUs, memory in GiB and virtual processors of SageMaker's GPU instances: by family, size/GPUs/memory/processors.
 *
 * Source: aws/karpenter-provider-aws@1d927085d website/content/en/preview/reference/instance-types.md, 2026-08-21. The instance
 * rows of the catalogue have the same figures, and a test compares them.
 */
export const gpuInstances: Readonly<Record<string, string>> = {
  g4dn: '12xlarge/4/192/48 16xlarge/1/256/64 2xlarge/1/32/8 4xlarge/1/64/16 8xlarge/1/128/32 xlarge/1/16/4',
  g5: '12xlarge/4/192/48 16xlarge/1/256/64 24xlarge/4/384/96 2xlarge/1/32/8 48xlarge/8/768/192 4xlarge/1/64/16 8xlarge/1/128/32 xlarge/1/16/4',
  g6: '12xlarge/4/192/48 16xlarge/1/256/64 24xlarge/4/384/96 2xlarge/1/32/8 48xlarge/8/768/192 4xlarge/1/64/16 8xlarge/1/128/32 xlarge/1/16/4',
  g6e: '12xlarge/4/384/48 16xlarge/1/512/64 24xlarge/4/768/96 2xlarge/1/64/8 48xlarge/8/1536/192 4xlarge/1/128/16 8xlarge/1/256/32 xlarge/1/32/4',
  g7: '12xlarge/2/192/48 24xlarge/4/384/96 2xlarge/1/32/8 48xlarge/8/768/192 4xlarge/1/64/16 8xlarge/1/128/32',
  g7e: '12xlarge/2/512/48 24xlarge/4/1024/96 2xlarge/1/64/8 48xlarge/8/2048/192 4xlarge/1/128/16 8xlarge/1/256/32',
  p3: '16xlarge/8/488/64 2xlarge/1/61/8 8xlarge/4/244/32',
  p4d: '24xlarge/8/1152/96',
  p4de: '24xlarge/8/1152/96',
  p5: '48xlarge/8/2048/192 4xlarge/1/256/16',
  p5e: '48xlarge/8/2048/192',
  p5en: '48xlarge/8/2048/192',
  'p6-b200': '48xlarge/8/2048/192',
  'p6-b300': '48xlarge/8/4096/192',
  'p6e-gb200': '36xlarge/4/960/144',
};
