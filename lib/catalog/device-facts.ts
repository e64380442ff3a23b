/*
 * Facts about single devices other than their figures, each with its source.
 */

/**
 * GPUs assumed to copy through the host's memory in a group over PCIe. Inferred from the rate measured of groups of four A10G
 * (aws-samples/sagemaker-genai-hosting-examples, 2026-03); A10 and T4 follow it by likeness, and no datasheet says so.
 */
const withoutPeerAccess: ReadonlySet<string> = new Set(['A10', 'A10G', 'T4']);

/**
 * Families whose managed online endpoints keep no instances free for upgrades of the service. Source:
 * learn.microsoft.com/azure/machine-learning/how-to-manage-quotas, as of 2026-11.
 */
const upgradedInPlace = /^(A100|H100)\b/;

/**
 * GPUs on which an image for CUDA 12.9 failed in AWS's benchmark suite. Source:
 * aws-samples/sagemaker-genai-hosting-examples, 2026-03.
 */
const failedOnNewImages: ReadonlySet<string> = new Set(['A10G']);

/** Whether GPUs of a kind read each other's memory over PCIe. */
export function hasPeerAccess(accelerator: string): boolean {
  return !withoutPeerAccess.has(accelerator);
}

/** Whether Azure Machine Learning reserves a fifth more instances of a kind of GPU for upgrades of the service. */
export function keepsUpgradeReserve(accelerator: string): boolean {
  return !upgradedInPlace.test(accelerator);
}

/** Whether images for the newer CUDA versions are known to have failed on a kind of GPU. */
export function isUnprovenOnNewImages(accelerator: string): boolean {
  return failedOnNewImages.has(accelerator);
}
