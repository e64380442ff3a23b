import type { JsonObject } from '../../../../constraints/json';
import type { LambdaFunction } from '../../functions/lambda-function';

/** A function as GetFunctionConfiguration shows it. It is always active: nothing has to be made ready. */
export function configuration(lambda: LambdaFunction): JsonObject {
  return {
    FunctionName: lambda.name,
    FunctionArn: lambda.version === '$LATEST' ? lambda.arn : `${lambda.arn}:${lambda.version}`,
    ...(lambda.runtime === undefined ? {} : { Runtime: lambda.runtime, Handler: lambda.handler }),
    Role: lambda.role,
    Timeout: lambda.timeoutSeconds,
    MemorySize: lambda.memoryMb,
    Version: lambda.version,
    Environment: { Variables: lambda.environment },
    PackageType: lambda.code.kind === 'image' ? 'Image' : 'Zip',
    LoggingConfig: { LogFormat: 'Text', LogGroup: lambda.logGroup },
    State: 'Active',
    LastUpdateStatus: 'Successful',
  };
}
