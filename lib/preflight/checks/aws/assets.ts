import type { Settled, SettledAwsPlan } from '../../../plan';
import type { Asset } from '../../../plan';
import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import type { AwsQuestions } from '../../ports/aws';

/**
 * Whether weights, documents and images are where the deployment takes them from. Jobs of the platform make indexes; what
 * goes into a bucket or repository of the deployment is brought when that is there.
 */
export const assets: AwsCheck = {
  id: 'aws.assets',
  cloud: 'aws',
  asks: 'Are weights and documents under their prefixes, and images in their repositories by digest, or is their place still to be made?',
  questions: ['prefixFilled', 'image', 'stack'],
  run: async (ask, plan, { assets: all }) => {
    const needed = all.filter(({ cloud, neededBy }) => cloud === 'aws' && neededBy.length > 0);
    return (await Promise.all(needed.map((asset) => outcomesOf(ask, plan, asset)))).flat();
  },
};

async function outcomesOf(ask: AwsQuestions, plan: SettledAwsPlan, asset: Settled<Asset>): Promise<readonly Outcome[]> {
  const { destination, id, uri } = asset;
  const place = at(assets, `${id}: ${uri}`);
  const lacking = (got: string): Outcome => ({
    kind: 'finding',
    ...place,
    cause: 'asset-missing',
    got,
    expected: 'the asset that the plan names',
    fix: 'llmops assets push --env <name>, or bring it',
    next: noneKnown,
  });
  if (destination.kind !== 's3-prefix' && destination.kind !== 'ecr-image') return [];
  const answer =
    destination.kind === 's3-prefix'
      ? await ask.prefixFilled(destination.bucket, destination.prefix)
      : await ask.image(destination.account, destination.repository, destination.digest);
  if (answer.kind !== 'absent') {
    return outcomeOf(place, answer, (there) => (there ? passed(place, 'there') : lacking('nothing is there')));
  }
  const maker = stackOf(plan, asset.after);
  if (maker === undefined) return [lacking('its place does not exist')];
  return outcomeOf(
    place,
    await ask.stack(maker),
    () => lacking('it is not there'),
    () => passed(place, `brought once ${maker} has made its place`),
  );
}

function stackOf({ stackNames }: SettledAwsPlan, unit: Settled<Asset>['after']): string | undefined {
  return Object.entries(stackNames).find(([name]) => name === unit)?.[1];
}
