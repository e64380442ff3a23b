/** Why the local cloud could not start. */
export type LocalAwsErrorCode = 'LOCAL_AWS_PORT_TAKEN' | 'LOCAL_AWS_NOT_LOOPBACK' | 'LOCAL_AWS_LISTEN_FAILED';

/** A failure of the local cloud itself, as opposed to an answer a service gives. */
export class LocalAwsError extends Error {
  constructor(
    readonly code: LocalAwsErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'LocalAwsError';
  }
}

/** An error answer of a service; the text reads as the service's own. */
export class ServiceError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number = 400,
  ) {
    super(message);
    this.name = 'ServiceError';
  }
}

/** The error CloudFormation gives for a template or request it cannot accept. */
export function validationError(message: string): ServiceError {
  return new ServiceError('ValidationError', message);
}
