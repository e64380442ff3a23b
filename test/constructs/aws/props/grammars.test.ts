import { accountId, bucketName, objectPrefix, sageMakerName } from '../../../../constructs/aws/props/grammars';

const accepted = {
  account: [accountId, ['111111111111', '000000000001']],
  prefix: [objectPrefix, ['a/', 'handbook/', 'models/Qwen/Qwen3-32B/']],
  bucket: [bucketName, ['abc', 'a.b-c', '1'.repeat(63)]],
  name: [sageMakerName, ['a', 'A-b', 'a--b', 'a'.repeat(63)]],
} as const;

test.each(Object.entries(accepted))('accepts each %s that the service accepts', (_kind, [grammar, texts]) => {
  expect(texts.filter((text) => !grammar.pattern.test(text))).toEqual([]);
});

const refused = {
  account: [accountId, ['', '11111111111', '1111111111111', 'a11111111111', '111111111111\n']],
  prefix: [objectPrefix, ['', '/', 'a', '/a/', 'a//', 'a b/']],
  bucket: [
    bucketName,
    ['ab', 'Bad_Name', '-ab', 'ab-', 'a..b', '192.168.5.4', 'xn--a', 'sthree-a', 'a-s3alias', 'a--ol-s3', 'a--x-s3'],
  ],
  name: [sageMakerName, ['', '-a', 'a-', 'a_b', 'a'.repeat(64)]],
} as const;

test.each(Object.entries(refused))('refuses each %s that the service refuses', (_kind, [grammar, texts]) => {
  expect(texts.filter((text) => grammar.pattern.test(text))).toEqual([]);
});
