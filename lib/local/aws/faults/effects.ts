import { setImmediate, setTimeout } from 'node:timers/promises';
import { ServiceError } from '../errors';
import type { Fault } from './fault';
import type { FaultyStep } from './faults';

/** How a protocol says that there were too many requests. Sources: common errors of the query and JSON services; error codes of S3 (read 2026-11-30). */
const throttled = {
  query: { error: 'Throttling', message: 'Rate exceeded', status: 400 },
  json: { error: 'ThrottlingException', message: 'Rate exceeded', status: 400 },
  s3: { error: 'SlowDown', message: 'Please reduce your request rate.', status: 503 },
} as const;

/** What SageMaker says without capacity. Source: aws/deep-learning-containers#6673 (2026-08-28). */
const noCapacity = 'Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error.';

/** How a service words its errors. */
export type ErrorDialect = keyof typeof throttled;

/** Lets the faults of a request happen. @throws ServiceError with the words of the service */
export async function meetRequestFaults(faults: readonly Fault[], dialect: ErrorDialect): Promise<void> {
  for (const fault of faults) {
    if (fault.kind === 'slow') await setTimeout(fault.milliseconds);
    if (fault.kind === 'throttle') {
      const { error, message, status } = throttled[dialect];
      throw new ServiceError(error, message, status);
    }
    if (fault.kind === 'error') throw serviceFailure(fault.status, dialect);
  }
}

function serviceFailure(status: 500 | 503, dialect: ErrorDialect): ServiceError {
  if (status === 503) return new ServiceError('ServiceUnavailable', 'Service is unable to handle request.', 503);
  return dialect === 's3'
    ? new ServiceError('InternalError', 'We encountered an internal error. Please try again.', 500)
    : new ServiceError('InternalFailure', 'The request processing has failed because of an unknown error.', 500);
}

/**
 * Lets the faults of a step happen.
 * @param crash - ends the process
 * @returns why the step fails; undefined when it goes on
 */
export async function meetStepFaults(
  faults: readonly Fault[],
  { type }: FaultyStep,
  crash: () => void,
): Promise<string | undefined> {
  for (const fault of faults) {
    if (fault.kind === 'delay') await setTimeout(fault.milliseconds);
    if (fault.kind === 'crash') {
      // The request that began the operation is answered first.
      await setImmediate();
      crash();
    }
    if (fault.kind === 'capacity') return noCapacity;
    if (fault.kind === 'fail') {
      return (
        fault.reason ??
        `Resource handler returned message: "a fault on demand of ${type}" (HandlerErrorCode: GeneralServiceException)`
      );
    }
  }
  return undefined;
}
