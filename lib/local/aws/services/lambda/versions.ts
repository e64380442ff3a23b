import type { JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import { findFunction, findFunctionResource } from '../../functions/find-function';
import { publishedVersions, publishVersion } from '../../functions/published-versions';
import type { CallContext } from '../call';
import { configuration } from './configuration';
import { inputOf, notImplemented } from './input';

/** PublishVersion, as `cdk deploy --hotswap` calls it. */
export function publish(name: string, body: Buffer, context: CallContext): JsonObject {
  const input = inputOf(body);
  const unknown = Object.keys(input).find((key) => key !== 'Description');
  if (unknown !== undefined) throw notImplemented(`PublishVersion with ${unknown}`);
  const lambda = findFunctionResource(context.cloud.registry, context, name);
  const { version } = publishVersion(lambda, scalarText(input['Description']) ?? '', context.cloud);
  return described(name, version.number, version.description, context);
}

/** ListVersionsByFunction: what was published, after the function as it is. */
export function listVersions(name: string, context: CallContext): JsonObject {
  const lambda = findFunctionResource(context.cloud.registry, context, name);
  const versions = publishedVersions(context.cloud.registry, lambda);
  return {
    Versions: [
      configuration(findFunction(context.cloud.registry, context, name)),
      ...versions.map(({ number, description }) => described(name, number, description, context)),
    ],
  };
}

function described(name: string, number: string, description: string, context: CallContext): JsonObject {
  return { ...configuration(findFunction(context.cloud.registry, context, name, number)), Description: description };
}
