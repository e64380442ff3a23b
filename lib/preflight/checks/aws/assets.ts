import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import type { Finding, Outcome } from '../../outcome';

/** Whether weights and images of the endpoints are where the deployment takes them from. */
export const assets: AwsCheck = {
  id: 'aws.assets',
  cloud: 'aws',
  asks: 'Are the weights of each endpoint under their prefix, and is its image in its repository by digest?',
  questions: ['prefixFilled', 'image'],
  run: async (ask, { deployment }) => {
    const outcomes = await Promise.all(
      Object.entries(deployment.endpoints).map(
        async ([key, { modelDataUri, imageUri }]): Promise<readonly Outcome[]> => {
          const [bucket = '', ...rest] = modelDataUri.replace(/^s3:\/\//, '').split('/');
          const weights = at(assets, `weights of ${key}: ${modelDataUri}`);
          const [host = '', ...path] = imageUri.split('/');
          const [repository = '', digest = ''] = path.join('/').split('@');
          const image = at(assets, `image of ${key}: ${imageUri}`);
          const lacking = (place: typeof weights, got: string): Finding => ({
            kind: 'finding',
            ...place,
            cause: 'asset-missing',
            got,
            expected: 'the asset that the plan names',
            fix: 'llmops assets push --env <name>',
            next: noneKnown,
          });
          return [
            ...outcomeOf(
              weights,
              await ask.prefixFilled(bucket, rest.join('/')),
              (filled) => (filled ? passed(weights, 'there') : lacking(weights, 'the prefix is empty')),
              () => lacking(weights, 'the bucket does not exist yet'),
            ),
            ...outcomeOf(
              image,
              await ask.image(host.split('.')[0] ?? '', repository, digest),
              () => passed(image, 'there'),
              () => lacking(image, 'no such image'),
            ),
          ];
        },
      ),
    );
    return outcomes.flat();
  },
};
