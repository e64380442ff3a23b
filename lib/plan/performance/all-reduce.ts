import type { Accelerator } from '../../catalog';
import { hasPeerAccess } from '../../catalog/device-facts';
import { capability } from './dtype-support';
import type { PerformanceConstants } from './performance-constants';

/** Links below this many GB/s one way are PCIe. */
const slowestNvlink = 100;
/** GB/s one way of a device whose link is not listed: PCIe 4 x16. */
const unknownLink = 32;
/** Large messages use another protocol, with a start-up and most of the PCIe rate: NCCL's Simple, textbook values. */
const bulk = { peer: { latency: 150e-6, bytesPerSecond: 16e9 }, host: { latency: 200e-6, bytesPerSecond: 10e9 } };

/**
 * Seconds of an all-reduce over a group of GPUs, by the bytes of the tensor.
 *
 * On Hopper and data-centre Blackwell the NVLink switch adds in the network; older links run a ring, which sends
 * 2 (n - 1) / n of the bytes. Over PCIe a small message has a latency and a low rate (NCCL's low-latency protocol), and a
 * large one uses bulk copies. Devices without peer access copy through the host.
 */
export function allReduce(
  accelerator: Accelerator,
  group: number,
  constants: PerformanceConstants,
): (bytes: number) => number {
  if (group === 1) return () => 0;
  const link = accelerator.link.unidirectionalGBs ?? unknownLink;
  const ring = (2 * (group - 1)) / group;
  if (link >= slowestNvlink) {
    const inNetwork = capability(accelerator) >= 9 ? 1 + 1 / group : ring;
    const perByte = inNetwork / (constants.nvlinkBandwidth * link * 1e9);
    return (bytes) => constants.nvlinkLatency + bytes * perByte;
  }
  const host = !hasPeerAccess(accelerator.id);
  const latency = host ? constants.hostLatency : constants.peerLatency;
  const perByte = ring / (host ? constants.hostBytesPerSecond : constants.peerBytesPerSecond);
  const large = host ? bulk.host : bulk.peer;
  return (bytes) => Math.min(latency + bytes * perByte, large.latency + (bytes * ring) / large.bytesPerSecond);
}

/** Whether GPUs of this kind are linked by PCIe. */
export function linkedByPcie(accelerator: Accelerator): boolean {
  return (accelerator.link.unidirectionalGBs ?? unknownLink) < slowestNvlink;
}
