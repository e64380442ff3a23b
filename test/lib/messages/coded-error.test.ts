import { CodedError, messageOf } from '../../../lib/messages';

test('an error says place, message, values, fix and code in one line', () => {
  const error = new CodedError('InvalidS3Uri', {
    place: 'Stack/Weights',
    message: 'the URI is not a prefix',
    got: 's3://weights/chat',
    expected: 's3://bucket/prefix/',
    fix: 'add the slash',
  });
  expect(error.message).toBe(
    'Stack/Weights: the URI is not a prefix, got "s3://weights/chat", expected s3://bucket/prefix/; add the slash [InvalidS3Uri]',
  );
  expect(error).toMatchObject({
    name: 'CodedError',
    code: 'InvalidS3Uri',
    place: 'Stack/Weights',
    problem: 'the URI is not a prefix',
    got: 's3://weights/chat',
    expected: 's3://bucket/prefix/',
    fix: 'add the slash',
    fault: 'user',
  });
});

test('without values the fix of the registry follows the message', () => {
  const error = new CodedError('UnresolvedId', { place: 'urn:pulumi:dev', message: 'a part of the id is not known' });
  expect(error.message).toBe(
    `urn:pulumi:dev: a part of the id is not known; ${messageOf('UnresolvedId').fix} [UnresolvedId]`,
  );
  expect(error.fault).toBe('kit');
  expect(error.got).toBeUndefined();
  expect(error.expected).toBeUndefined();
});

test('a list is shown as a list', () => {
  const got = ['a', 'b'];
  expect(new CodedError('SeveralSourceBuckets', { place: 'knowledge', message: 'differ', got }).message).toContain(
    'differ, got ["a","b"]; ',
  );
});
