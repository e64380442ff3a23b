import { setTimeout as later } from 'node:timers/promises';
import type { Json } from '../../../../constraints/json';
import { isObject, scalarText, tryParseJson } from '../../../../constraints/json';
import { accountKey, roleKey } from '../../credentials';
import { ServiceError } from '../../errors';
import { findFunction } from '../../functions/find-function';
import { authorize } from '../../iam/authorize';
import type { CallContext } from '../call';
import type { MachinePorts } from './execution-run';
import type { IntegrationAnswer, IntegrationRequest } from './integrations';
import { errorOf, integrationOf } from './integrations';
import { runtimeError, StateError } from './state-error';

const invoke = /^arn:aws[\w-]*:states:::lambda:invoke$/;
const lambdaArn = /^arn:aws[\w-]*:lambda:/;

/** What an execution does, as the role of its machine. */
export function machinePorts(context: CallContext): MachinePorts {
  const { cloud } = context;
  return {
    task: async (resource, input) => {
      if (lambdaArn.test(resource)) return invokeFunction(resource, input, context);
      if (invoke.test(resource)) return invokeIntegration(input, context);
      const { integration, action } = integrationOf(resource);
      if (!isObject(input)) throw runtimeError(`The integration ${resource} needs an object`);
      const answer = await asked(integration.request(action, input), context);
      if (answer.status >= 400) throw errorOf(integration, answer);
      return integration.result(action, answer);
    },
    // A timer alone does not keep the process of the local cloud running.
    pause: (seconds) => later(seconds * 1000, undefined, { ref: false }),
    now: () => cloud.now().getTime(),
    uuid: () => cloud.ids.fresh('states-uuid'),
    random: () => Number.parseInt(cloud.ids.fresh('states-random').slice(0, 8), 16) / 2 ** 32,
  };
}

/** @throws StateError with the error of the function, whose payload is the cause */
async function invokeFunction(arn: string, input: Json, context: CallContext): Promise<Json> {
  const { cloud } = context;
  try {
    const lambda = findFunction(cloud.registry, context, arn);
    authorize([{ action: 'lambda:InvokeFunction', resource: arn }], context);
    const { payload, fault } = await cloud.functions.invoke(lambda, JSON.stringify(input));
    if (fault !== undefined) throw new StateError(fault.errorType, payload);
    return tryParseJson(payload) ?? null;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // Amazon States Language: "a Task state failed because it had insufficient privileges to run the specified code".
    const name = error.code === 'AccessDenied' ? 'States.Permissions' : `Lambda.${error.code}`;
    throw new StateError(name, JSON.stringify({ errorType: name, errorMessage: error.message }));
  }
}

async function invokeIntegration(input: Json, context: CallContext): Promise<Json> {
  const { FunctionName: name, Payload: payload = {}, Qualifier: qualifier, ...more } = isObject(input) ? input : {};
  const other = Object.keys(more)[0];
  if (other !== undefined) throw runtimeError(`The local cloud does not run lambda:invoke with ${other}`);
  const given = scalarText(name) ?? '';
  const arn = lambdaArn.test(given) ? given : `arn:aws:lambda:${context.region}:${context.account}:function:${given}`;
  const version = scalarText(qualifier);
  const result = await invokeFunction(version === undefined ? arn : `${arn}:${version}`, payload, context);
  return { ExecutedVersion: version ?? '$LATEST', Payload: result, StatusCode: 200 };
}

/** Asks the cloud as a client does that signs as the role. */
async function asked(request: IntegrationRequest, { caller, cloud, region }: CallContext): Promise<IntegrationAnswer> {
  const { account, role } = caller;
  const key = role === undefined ? accountKey(account) : roleKey(account, role.name, role.session);
  const credential = `Credential=${key}/20260101/${region}/${request.service}/aws4_request`;
  const answer = await cloud.ask?.({
    method: request.method,
    url: request.path,
    headers: { ...request.headers, authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=00` },
    body: Buffer.from(request.body),
  });
  if (answer === undefined) throw runtimeError('The local cloud does not listen, so no service can be called');
  const headers = Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { ...answer, headers: Object.fromEntries(headers), body: answer.body.toString() };
}
