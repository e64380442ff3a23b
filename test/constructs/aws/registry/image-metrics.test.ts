import { ImageRepository } from '../../../../constructs/aws';
import { testKey, testStack } from '../../../helpers/aws-app';

test('the pulls are counted of the repository by its name, made here or imported', () => {
  const stack = testStack();
  const own = new ImageRepository(stack, 'Images', { encryptionKey: testKey(stack) });
  const imported = ImageRepository.fromRepositoryName(stack, 'Imported', 'support/dev');
  const [ofOwn, ofImported] = [own.metrics.pulls(), imported.metrics.pulls()];
  const name: unknown = stack.resolve(own.repositoryName);
  expect(stack.resolve(ofOwn.dimensions)).toEqual({ RepositoryName: name });
  expect(ofImported.dimensions).toEqual({ RepositoryName: 'support/dev' });
  expect(ofImported).toMatchObject({ namespace: 'AWS/ECR', metricName: 'RepositoryPullCount', statistic: 'Sum' });
});
