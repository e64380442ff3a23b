import type { AwsPlan } from '../aws/aws-plan';
import type { AzurePlan } from '../azure/azure-plan';
import type { EnvironmentContext } from '../context';
import { byKey } from '../order';
import type { Asset } from './asset';
import { imageAssets } from './images';
import { knowledgeAssets } from './knowledge';
import { weightAssets } from './weights';

/** What must be where before an environment answers: weights, images, documents and indexes, in the order of their ids. */
export function planAssets(
  context: EnvironmentContext,
  aws: AwsPlan | undefined,
  azure: AzurePlan | undefined,
): Readonly<Record<string, Asset>> {
  const all = [
    ...weightAssets(context, aws, azure),
    ...imageAssets(aws, azure),
    ...knowledgeAssets(context, aws, azure),
  ];
  return Object.fromEntries(byKey(Object.fromEntries(all.map((asset) => [asset.id, asset]))));
}
