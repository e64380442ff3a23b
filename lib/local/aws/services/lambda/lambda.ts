import type { JsonObject } from '../../../../constraints/json';
import { findFunction } from '../../functions/find-function';
import { lambdaFunction } from '../../functions/lambda-function';
import { authorize } from '../../iam/authorize';
import type { AccessRequest } from '../../iam/context';
import type { CallContext, WireAnswer } from '../call';
import type { RestJsonService } from '../service';
import type { Understood } from '../understood';
import { assertUnderstood } from '../understood';
import { createAlias, deleteAlias, getAlias, listAliases, updateAlias } from './aliases';
import { configuration } from './configuration';
import { notImplemented } from './input';
import { invoke } from './invoke';
import { updateCode, updateConfiguration } from './update';
import { listVersions, publish } from './versions';

const functionPath = /^\/2015-03-31\/functions(?:\/([^/]*)(?:\/([a-z]+)(?:\/([^/]+))?)?)?\/?$/;

/** Actions by method and what follows the function in the path. */
const actions: Readonly<Record<string, string>> = {
  'GET ': 'GetFunction',
  'GET configuration': 'GetFunctionConfiguration',
  'GET aliases': 'ListAliases',
  'POST aliases': 'CreateAlias',
  'GET aliases/': 'GetAlias',
  'PUT aliases/': 'UpdateAlias',
  'DELETE aliases/': 'DeleteAlias',
  'GET versions': 'ListVersionsByFunction',
  'POST versions': 'PublishVersion',
  'POST invocations': 'Invoke',
  'PUT code': 'UpdateFunctionCode',
  'PUT configuration': 'UpdateFunctionConfiguration',
};

/**
 * Query parameters that each action understands; bodies and headers are read by the action.
 * Source: API model of Lambda in botocore 1.44.8 (2026-11).
 */
const members: Understood = {
  CreateAlias: [],
  DeleteAlias: [],
  GetAlias: [],
  GetFunction: ['Qualifier'],
  GetFunctionConfiguration: ['Qualifier'],
  Invoke: ['Qualifier'],
  ListAliases: ['FunctionVersion'],
  ListFunctions: [],
  ListVersionsByFunction: [],
  PublishVersion: [],
  UpdateAlias: [],
  UpdateFunctionCode: [],
  UpdateFunctionConfiguration: [],
};

/** Reads a request to Lambda: method and path name its action and function. */
export const lambdaCall: RestJsonService['call'] = ({ method, headers, body }, url) => {
  const [whole, encoded = '', part = '', below] = functionPath.exec(url.pathname) ?? [];
  const rest = below === undefined ? part : `${part}/`;
  const name = decoded(encoded);
  const action =
    whole === undefined
      ? `${method} ${url.pathname}`
      : name === '' && method === 'GET'
        ? 'ListFunctions'
        : (actions[`${method} ${rest}`] ?? `${method} ${rest === '' ? 'functions' : rest}`);
  const qualifier = url.searchParams.get('Qualifier') ?? undefined;
  return {
    action,
    resource: name === '' ? undefined : name,
    answer: (context) => {
      if (handled.has(action)) authorize([accessTo(action, name, qualifier, context)], context);
      assertUnderstood(`lambda:${action}`, [...url.searchParams], members[action]);
      switch (action) {
        case 'Invoke':
          return invoke({ name, qualifier, headers, body }, context);
        case 'GetFunctionConfiguration':
          return json(configuration(functionNamed(name, qualifier, context)));
        case 'GetFunction':
          return json({
            Configuration: configuration(functionNamed(name, qualifier, context)),
            Code: { RepositoryType: 'S3' },
          });
        case 'UpdateFunctionCode':
          return json(configuration(updateCode(name, body, context)));
        case 'UpdateFunctionConfiguration':
          return json(configuration(updateConfiguration(name, body, context)));
        case 'ListFunctions':
          return json({ Functions: functionsOf(context) });
        case 'PublishVersion':
          return json(publish(name, body, context), 201);
        case 'ListVersionsByFunction':
          return json(listVersions(name, context));
        default:
          return aliasAnswer(action, { name, alias: decoded(below ?? ''), body, url }, context);
      }
    },
  };
};

/** What a request about an alias names. */
interface AliasRequest {
  readonly name: string;
  readonly alias: string;
  readonly body: Buffer;
  readonly url: URL;
}

function aliasAnswer(action: string, { name, alias, body, url }: AliasRequest, context: CallContext): WireAnswer {
  switch (action) {
    case 'CreateAlias':
      return json(createAlias(name, body, context), 201);
    case 'UpdateAlias':
      return json(updateAlias(name, alias, body, context));
    case 'GetAlias':
      return json(getAlias(name, alias, context));
    case 'DeleteAlias':
      deleteAlias(name, alias, context);
      return { status: 204, headers: {}, body: '' };
    case 'ListAliases':
      return json(listAliases(name, url.searchParams.get('FunctionVersion'), context));
    default:
      throw notImplemented(action);
  }
}

/** Actions that this cloud answers. */
const handled: ReadonlySet<string> = new Set([...Object.values(actions), 'ListFunctions']);

/** Source: Service Authorization Reference, AWS Lambda (read 2026-11-30). */
function accessTo(
  action: string,
  name: string,
  qualifier: string | undefined,
  { account, region }: CallContext,
): AccessRequest {
  if (name === '') return { action: `lambda:${action}`, resource: '*' };
  const [short, suffix] = name.replace(/^.*:function:/, '').split(':');
  const [, , , arnRegion = region, arnAccount = account] = name.startsWith('arn:') ? name.split(':') : [];
  const arn = `arn:aws:lambda:${arnRegion}:${arnAccount}:function:${short ?? ''}`;
  const wanted = qualifier ?? suffix;
  return {
    action: action === 'Invoke' ? 'lambda:InvokeFunction' : `lambda:${action}`,
    resource: wanted === undefined ? arn : `${arn}:${wanted}`,
  };
}

function functionNamed(name: string, qualifier: string | undefined, context: CallContext) {
  return findFunction(context.cloud.registry, context, name, qualifier);
}

function functionsOf({ cloud, account, region }: CallContext): readonly JsonObject[] {
  return cloud.registry
    .list('AWS::Lambda::Function', account, region)
    .map((resource) => configuration(lambdaFunction(resource)));
}

function json(body: JsonObject, status = 200): WireAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** A name without its escapes; one with a broken escape names nothing and stays as sent. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
