import type { JsonObject } from '../../constraints/json';

/** An error answer of a service; code and text are those of the service. */
export class ServiceError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number = 400,
    /** Further members of the error in a JSON protocol. @default - none */
    readonly details: JsonObject = {},
  ) {
    super(message);
    this.name = 'ServiceError';
  }
}

/** The error CloudFormation gives for a template or request it cannot accept. */
export function validationError(message: string): ServiceError {
  return new ServiceError('ValidationError', message);
}
