import type { EndpointSpec } from '../../platform';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { Size } from '../sizing';

/** Slowest download from S3 or a registry to an instance that is still normal, in GiB/s. */
const downloadGiBs = 0.1;
/** Slowest load from the instance's disk into GPU memory that is still normal, in GiB/s. */
const loadGiBs = 0.25;
/** Seconds to start the engine, compile and capture CUDA graphs once the weights are loaded. */
const engineSeconds = 300;
/** SageMaker accepts 60 to 3,600 seconds for both timeouts. */
const sageMaker = { least: 60, most: 3600 };
/** Seconds of the longest request on Azure Machine Learning. */
export const azureMlRequestSeconds = 180;

/** Seconds SageMaker waits for the download of the weights. */
export function downloadTimeout(size: Size): Decision<number> {
  return bounded(
    size.weightsGiB / downloadGiBs,
    sageMaker,
    `${gib(size)} at ${downloadGiBs} GiB/s, the slow end of normal`,
  );
}

/** Seconds SageMaker waits for the first successful health check. */
export function startupTimeout(size: Size): Decision<number> {
  return bounded(startupSeconds(size), sageMaker, startupText(size));
}

/** Seconds Azure Machine Learning waits until the weights are loaded, download included. */
export function azureStartupTimeout(size: Size): Decision<number> {
  return bounded(
    size.weightsGiB / downloadGiBs + startupSeconds(size),
    { least: 60, most: 7200 },
    `${gib(size)} mounted at ${downloadGiBs} GiB/s, then ${startupText(size)}`,
  );
}

/** Seconds a request may take on Azure Machine Learning. */
export function azureRequestTimeout(endpoint: EndpointSpec, size: Size): Decision<number> {
  const typical = answerSeconds(endpoint, size);
  const wanted = Math.ceil((typical * 3) / 10) * 10;
  const value = Math.min(azureMlRequestSeconds, Math.max(30, wanted));
  return decide(
    value,
    'timeout.request',
    `three times the ${typical.toFixed(1)} s of a typical answer at the peak, between 30 s and the service's ${azureMlRequestSeconds} s`,
    [{ value: '5', reason: 'the default of the service would cut most answers' }],
  );
}

/** Predicted seconds of a typical answer at the peak. */
export function answerSeconds({ traffic }: EndpointSpec, { figures }: Size): number {
  return (figures.timeToFirstTokenMs + (traffic.outputTokens - 1) * figures.timePerOutputTokenMs) / 1000;
}

/** Seconds from the start of an instance to its first answer, at the slow end of normal. */
export function secondsToStart(size: Size): number {
  return Math.round(size.weightsGiB / downloadGiBs + startupSeconds(size));
}

function startupSeconds(size: Size): number {
  return engineSeconds + size.weightsGiB / loadGiBs;
}

function startupText(size: Size): string {
  return `${gib(size)} into GPU memory at ${loadGiBs} GiB/s and ${engineSeconds} s to compile and capture graphs`;
}

/** Whole minutes: the assumptions are no more precise. */
function bounded(seconds: number, { least, most }: { least: number; most: number }, text: string): Decision<number> {
  const value = Math.min(most, Math.max(least, Math.ceil(seconds / 60) * 60));
  const cut = seconds > most ? `; cut to the ${most} s the service allows` : '';
  return decide(value, 'timeout.from-model-size', `${text}${cut}`);
}

function gib({ weightsGiB }: Size): string {
  return `${weightsGiB.toFixed(1)} GiB of weights`;
}
