import { modelProblems } from '../../../../constraints/llm/bedrock-model';
import { bedrockModelIds } from '../../../../constraints/llm/bedrock-model-ids';
import { ServiceError } from '../../errors';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';

/** A model that a request names. */
export interface NamedModel {
  /** Such as `amazon.titan-embed-text-v2:0`. */
  readonly id: string;
  /** Such as `eu`, where an inference profile names it. */
  readonly geography: string | undefined;
}

const modelArn = /^arn:aws[\w-]*:bedrock:[\w-]*:\d*:(?:foundation-model|inference-profile)\/(.+)$/;

/**
 * The model of an id or ARN.
 * @throws ServiceError (ValidationException) for a model that does not exist, (NotImplemented) for custom models, routers and prompts
 */
export function requireModel(
  idOrArn: string,
  { use = 'any', region }: { readonly use?: 'embedding' | 'text' | 'any'; readonly region?: string } = {},
): NamedModel {
  const [, inArn] = modelArn.exec(idOrArn) ?? [];
  const name = inArn ?? idOrArn;
  if (inArn === undefined && idOrArn.startsWith('arn:'))
    throw new ServiceError(
      'NotImplemented',
      `The local cloud runs foundation models and their profiles only, not ${idOrArn}`,
      501,
    );
  const [problem] = modelProblems(name, use, region);
  if (problem !== undefined) throw new ServiceError('ValidationException', problem);
  const [first = '', second = ''] = name.split('.');
  if (Object.hasOwn(bedrockModelIds, first)) return { id: name, geography: undefined };
  if (Object.hasOwn(bedrockModelIds, second)) return { id: name.slice(first.length + 1), geography: first };
  throw new ServiceError('ValidationException', 'The provided model identifier is invalid.');
}

/** What a caller must be allowed to do to invoke a model: on the model, and on the profile that names it. */
export function invokeAccess(
  action: string,
  idOrArn: string,
  { account, region }: CallContext,
): readonly AccessRequest[] {
  const [, inArn] = modelArn.exec(idOrArn) ?? [];
  const name = inArn ?? idOrArn;
  const [geography = '', ...rest] = name.split('.');
  if (Object.hasOwn(bedrockModelIds, geography))
    return [{ action, resource: `arn:aws:bedrock:${region}::foundation-model/${name}` }];
  const profile = `arn:aws:bedrock:${region}:${account}:inference-profile/${name}`;
  return [
    { action, resource: profile },
    // A profile may call the model in any of its regions; the region of the caller stands for them here.
    {
      action,
      resource: `arn:aws:bedrock:${region}::foundation-model/${rest.join('.')}`,
      context: { 'bedrock:InferenceProfileArn': profile },
    },
  ];
}
