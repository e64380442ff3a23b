import type { Rule } from '../../rule';
import { clusterNodeRecovery } from './cluster-node-recovery';
import { clusterOutsideVpc } from './cluster-outside-vpc';
import { coreDumpKey } from './core-dump-key';
import { dataCaptureKey } from './data-capture-key';
import { endpointAllAtOnce } from './endpoint-all-at-once';
import { endpointNotScaled } from './endpoint-not-scaled';
import { endpointScalingFloor } from './endpoint-scaling-floor';
import { endpointShellAccess } from './endpoint-shell-access';
import { endpointSingleInstance } from './endpoint-single-instance';
import { endpointVolumeKey } from './endpoint-volume-key';
import { endpointWithoutRollout } from './endpoint-without-rollout';
import { experimentKey } from './experiment-key';
import { featureStoreOfflineKey } from './feature-store-offline-key';
import { featureStoreOnlineKey } from './feature-store-online-key';
import { gpuStartTimeout } from './gpu-start-timeout';
import { hostImageMismatch } from './host-image-mismatch';
import { hostImageUnset } from './host-image-unset';
import { imageNotPinned } from './image-not-pinned';
import { imagePull } from './image-pull';
import { imageRegistryAccess } from './image-registry-access';
import { modelNotIsolated } from './model-not-isolated';
import { modelOutsideVpc } from './model-outside-vpc';
import { modelSubnets } from './model-subnets';
import { monitorNotIsolated } from './monitor-not-isolated';
import { monitorOutputKey } from './monitor-output-key';
import { monitorOutsideVpc } from './monitor-outside-vpc';
import { monitorPlainTraffic } from './monitor-plain-traffic';
import { monitorVolumeKey } from './monitor-volume-key';
import { notebookInternet } from './notebook-internet';
import { notebookKey } from './notebook-key';
import { notebookMetadata } from './notebook-metadata';
import { notebookOutsideVpc } from './notebook-outside-vpc';
import { notebookPlatform } from './notebook-platform';
import { notebookRoot } from './notebook-root';
import { rolloutWithoutAlarms } from './rollout-without-alarms';
import { runtimeDownload } from './runtime-download';
import { studioInternet } from './studio-internet';
import { studioKey } from './studio-key';

/** The rules of the family `sagemaker`, by file name. */
export const sagemakerRules: readonly Rule[] = [
  clusterNodeRecovery,
  clusterOutsideVpc,
  coreDumpKey,
  dataCaptureKey,
  endpointAllAtOnce,
  endpointNotScaled,
  endpointScalingFloor,
  endpointShellAccess,
  endpointSingleInstance,
  endpointVolumeKey,
  endpointWithoutRollout,
  experimentKey,
  featureStoreOfflineKey,
  featureStoreOnlineKey,
  gpuStartTimeout,
  hostImageMismatch,
  hostImageUnset,
  imageNotPinned,
  imagePull,
  imageRegistryAccess,
  modelNotIsolated,
  modelOutsideVpc,
  modelSubnets,
  monitorNotIsolated,
  monitorOutputKey,
  monitorOutsideVpc,
  monitorPlainTraffic,
  monitorVolumeKey,
  notebookInternet,
  notebookKey,
  notebookMetadata,
  notebookOutsideVpc,
  notebookPlatform,
  notebookRoot,
  rolloutWithoutAlarms,
  runtimeDownload,
  studioInternet,
  studioKey,
];
