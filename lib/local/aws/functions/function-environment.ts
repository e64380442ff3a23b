import { join } from 'node:path';
import { accountKey, roleKey } from '../credentials';
import { clientEnvironment } from '../environment';
import type { LambdaFunction } from './lambda-function';
import { traceOf } from './lineage';

const roleArn = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/;

/** Variables with which a function could point an SDK elsewhere. */
const redirecting = /^AWS_(?:ENDPOINT_URL|IGNORE_CONFIGURED_ENDPOINT_URLS|PROFILE)/;

/** One invocation of a function. */
interface FunctionRun {
  /** The folder of the function's code. */
  readonly folder: string;
  readonly logStream: string;
  /** How many invocations led to it. @default 0 */
  readonly depth?: number | undefined;
}

/**
 * The environment of a function's process: that of Lambda, and nothing of the user's own. The keys are those of a
 * session of the function's role, named like the function, as Lambda names it.
 * @param run one invocation of it
 */
export function functionEnvironment(
  lambda: LambdaFunction,
  endpoint: string,
  run: FunctionRun,
): Record<string, string> {
  const { account, region, name, version } = lambda;
  const { folder, logStream, depth = 0 } = run;
  const [, roleAccount, role] = roleArn.exec(lambda.role) ?? [];
  const given = Object.entries(lambda.environment).filter(([key]) => !redirecting.test(key));
  const task = join(folder, 'task');
  return {
    ...Object.fromEntries(given),
    ...clientEnvironment(endpoint, account, region),
    AWS_ACCESS_KEY_ID:
      roleAccount === undefined || role === undefined ? accountKey(account) : roleKey(roleAccount, role, name),
    AWS_SESSION_TOKEN: 'local',
    AWS_EXECUTION_ENV: `AWS_Lambda_${lambda.runtime ?? ''}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: lambda.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    LAMBDA_TASK_ROOT: task,
    _HANDLER: lambda.handler,
    _X_AMZN_TRACE_ID: traceOf(depth + 1),
    NODE_PATH: join(folder, 'opt/nodejs/node_modules'),
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    // Programs such as npm, which the handler of AwsCustomResource calls to download an SDK, are not found.
    PATH: join(folder, 'bin'),
    HOME: join(folder, 'tmp'),
    TMPDIR: join(folder, 'tmp'),
  };
}
