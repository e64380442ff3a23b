import { parseS3Uri } from '../../../../constructs/aws/storage/s3-location';
import { codedErrorOf } from '../../../helpers/coded-error';

test.each([
  ['s3://bucket/models/qwen/', { bucketName: 'bucket', prefix: 'models/qwen/' }],
  ['s3://bucket/', { bucketName: 'bucket', prefix: '' }],
])('%s', (uri, location) => {
  expect(parseS3Uri('stack/Weights', uri)).toEqual(location);
});

test.each(['s3://bucket/weights', 's3://bucket', 's3:///prefix/', 'https://bucket/prefix/', ''])(
  'fails on %j, which names no prefix',
  async (uri) => {
    expect(await codedErrorOf(() => parseS3Uri('stack/Weights', uri))).toMatchObject({
      code: 'InvalidS3Uri',
      place: 'stack/Weights',
      got: uri,
    });
  },
);
