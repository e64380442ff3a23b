import { createHash, createPublicKey, verify } from 'node:crypto';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { roleKey } from '../../../../../../lib/local/aws/credentials';
import { testAccount, testRegion } from '../../engine';
import { document, given, role } from '../../iam/access-fixture';
import { client } from '../../wire';

let cloud: LocalAws;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const text = (value: unknown): string => Buffer.from(String(value), 'base64').toString();

/** One call to KMS as a role, or as the account. */
async function kms(action: string, input: object, roleName?: string): Promise<Record<string, unknown>> {
  const key =
    roleName === undefined
      ? cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID']
      : roleKey(testAccount, roleName, 'me');
  const answer = await fetch(cloud.url, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${key ?? ''}/20261130/${testRegion}/kms/aws4_request, SignedHeaders=host, Signature=00`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `TrentService.${action}`,
    },
    body: JSON.stringify(input),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}

const key = (properties: Readonly<Record<string, unknown>> = {}) => ({ Type: 'AWS::KMS::Key', Properties: properties });
const alias = (name: string, of: string) => ({
  Type: 'AWS::KMS::Alias',
  Properties: { AliasName: `alias/${name}`, TargetKeyId: { Ref: of } },
});

beforeAll(async () => {
  cloud = await startLocalAws();
  await given(cloud, 'keys', {
    Data: key({ Description: 'data' }),
    DataAlias: alias('data', 'Data'),
    Other: key(),
    OtherAlias: alias('other', 'Other'),
    Off: key({ Enabled: false }),
    OffAlias: alias('off', 'Off'),
    Rsa: key({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
    RsaAlias: alias('rsa', 'Rsa'),
    Ecc: key({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
    EccAlias: alias('ecc', 'Ecc'),
    Oaep: key({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }),
    OaepAlias: alias('oaep', 'Oaep'),
    Mac: key({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    MacAlias: alias('mac', 'Mac'),
  });
});
afterAll(() => cloud.close());

const sealed = async (KeyId = 'alias/data', EncryptionContext = {}) =>
  (await kms('Encrypt', { KeyId, Plaintext: base64('secret'), EncryptionContext }))['CiphertextBlob'];

test('what is encrypted is decrypted, with the same encryption context and no other', async () => {
  const CiphertextBlob = await sealed('alias/data', { team: 'red', use: 'test' });
  const opened = await kms('Decrypt', { CiphertextBlob, EncryptionContext: { use: 'test', team: 'red' } });
  expect([opened['status'], text(opened['Plaintext'])]).toEqual([200, 'secret']);
  expect(opened['KeyId']).toMatch(/^arn:aws:kms:eu-central-1:111111111111:key\//);
  for (const EncryptionContext of [{}, { team: 'red' }, { team: 'blue', use: 'test' }]) {
    expect(await kms('Decrypt', { CiphertextBlob, EncryptionContext })).toMatchObject({
      status: 400,
      __type: 'InvalidCiphertextException',
    });
  }
});

test('no two ciphertexts are alike, and a changed one is refused', async () => {
  const [one, two] = [await sealed(), await sealed()];
  expect(one).not.toBe(two);
  const bytes = Buffer.from(String(one), 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  for (const blob of [bytes.toString('base64'), base64('no blob'), bytes.subarray(0, 20).toString('base64')]) {
    expect(await kms('Decrypt', { CiphertextBlob: blob })).toMatchObject({ __type: 'InvalidCiphertextException' });
  }
});

test('a key that did not encrypt is refused', async () => {
  expect(await kms('Decrypt', { CiphertextBlob: await sealed(), KeyId: 'alias/other' })).toMatchObject({
    __type: 'IncorrectKeyException',
  });
});

test('ReEncrypt moves a ciphertext to another key and context', async () => {
  const moved = await kms('ReEncrypt', {
    CiphertextBlob: await sealed('alias/data', { a: '1' }),
    SourceEncryptionContext: { a: '1' },
    DestinationKeyId: 'alias/other',
    DestinationEncryptionContext: { b: '2' },
  });
  const opened = await kms('Decrypt', { CiphertextBlob: moved['CiphertextBlob'], EncryptionContext: { b: '2' } });
  expect(text(opened['Plaintext'])).toBe('secret');
  expect(opened['KeyId']).toBe(moved['KeyId']);
});

test.each([
  [{ KeySpec: 'AES_256' }, 32],
  [{ KeySpec: 'AES_128' }, 16],
  [{ NumberOfBytes: 64 }, 64],
])('a data key of %j has %d bytes, and its ciphertext gives it back', async (size, length) => {
  const made = await kms('GenerateDataKey', { KeyId: 'alias/data', ...size });
  expect(Buffer.from(String(made['Plaintext']), 'base64')).toHaveLength(length);
  expect((await kms('Decrypt', { CiphertextBlob: made['CiphertextBlob'] }))['Plaintext']).toBe(made['Plaintext']);
  const hidden = await kms('GenerateDataKeyWithoutPlaintext', { KeyId: 'alias/data', ...size });
  expect(hidden).not.toHaveProperty('Plaintext');
});

test.each(['RSASSA_PKCS1_V1_5_SHA_256', 'RSASSA_PSS_SHA_512', 'ECDSA_SHA_256'])(
  '%s signs',
  async (SigningAlgorithm) => {
    const KeyId = SigningAlgorithm.startsWith('EC') ? 'alias/ecc' : 'alias/rsa';
    const signed = await kms('Sign', { KeyId, Message: base64('text'), SigningAlgorithm });
    const check = (message: string) =>
      kms('Verify', { KeyId, Message: base64(message), SigningAlgorithm, Signature: signed['Signature'] });
    expect(await check('text')).toMatchObject({ status: 200, SignatureValid: true });
    expect(await check('other')).toMatchObject({ status: 400, __type: 'KMSInvalidSignatureException' });
  },
);

test('a digest is signed as its message is, and others can check with the public key', async () => {
  const algorithm = { KeyId: 'alias/rsa', SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' };
  const digest = createHash('sha256').update('text').digest('base64');
  const signed = await kms('Sign', { ...algorithm, Message: digest, MessageType: 'DIGEST' });
  expect(signed['Signature']).toBe((await kms('Sign', { ...algorithm, Message: base64('text') }))['Signature']);
  const { PublicKey } = await kms('GetPublicKey', { KeyId: 'alias/rsa' });
  const publicKey = createPublicKey({ key: Buffer.from(String(PublicKey), 'base64'), format: 'der', type: 'spki' });
  expect(verify('sha256', Buffer.from('text'), publicKey, Buffer.from(String(signed['Signature']), 'base64'))).toBe(
    true,
  );
  expect(
    await kms('Verify', { ...algorithm, Message: digest, MessageType: 'DIGEST', Signature: signed['Signature'] }),
  ).toMatchObject({
    SignatureValid: true,
  });
});

test('RSA encrypts with OAEP', async () => {
  const request = { KeyId: 'alias/oaep', EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' };
  const { CiphertextBlob } = await kms('Encrypt', { ...request, Plaintext: base64('secret') });
  expect(text((await kms('Decrypt', { ...request, CiphertextBlob }))['Plaintext'])).toBe('secret');
});

test('a message authentication code is checked', async () => {
  const request = { KeyId: 'alias/mac', MacAlgorithm: 'HMAC_SHA_256', Message: base64('text') };
  const { Mac } = await kms('GenerateMac', request);
  expect(await kms('VerifyMac', { ...request, Mac })).toMatchObject({ MacValid: true });
  expect(await kms('VerifyMac', { ...request, Message: base64('other'), Mac })).toMatchObject({
    __type: 'KMSInvalidMacException',
  });
});

test.each<[string, object, string]>([
  ['Encrypt', { KeyId: 'alias/none', Plaintext: 'YQ==' }, 'NotFoundException'],
  ['Encrypt', { KeyId: '12345678-1234-4234-a234-123456789012', Plaintext: 'YQ==' }, 'NotFoundException'],
  ['Encrypt', { KeyId: 'constructor', Plaintext: 'YQ==' }, 'NotFoundException'],
  ['Encrypt', { Plaintext: 'YQ==' }, 'ValidationException'],
  ['Encrypt', { KeyId: 'alias/data' }, 'ValidationException'],
  ['Encrypt', { KeyId: 'alias/off', Plaintext: 'YQ==' }, 'DisabledException'],
  ['Encrypt', { KeyId: 'alias/mac', Plaintext: 'YQ==' }, 'InvalidKeyUsageException'],
  ['GenerateDataKey', { KeyId: 'alias/data' }, 'ValidationException'],
  ['GenerateDataKey', { KeyId: 'alias/data', KeySpec: 'AES_512' }, 'ValidationException'],
  ['Sign', { KeyId: 'alias/ecc', Message: 'YQ==', SigningAlgorithm: 'RSASSA_PSS_SHA_256' }, 'InvalidKeyUsageException'],
  [
    'Sign',
    { KeyId: 'alias/ecc', Message: 'YQ==', SigningAlgorithm: 'ECDSA_SHA_256', MessageType: 'DIGEST' },
    'UnsupportedOperationException',
  ],
  ['GetPublicKey', { KeyId: 'alias/data' }, 'UnsupportedOperationException'],
  ['CreateGrant', { KeyId: 'alias/data', GranteePrincipal: 'me', Operations: ['Decrypt'] }, 'InvalidArnException'],
  [
    'CreateGrant',
    { KeyId: 'alias/data', GranteePrincipal: 'arn:aws:iam::111111111111:role/a', Operations: ['Delete'] },
    'ValidationException',
  ],
  ['CreateKey', {}, 'UnknownOperationException'],
])('%s with %j is refused with %s', async (action, input, code) => {
  expect(await kms(action, input)).toMatchObject({ status: 400, __type: code });
});

test('Encrypt takes 4,096 bytes', async () => {
  const encrypt = (bytes: number) =>
    kms('Encrypt', { KeyId: 'alias/data', Plaintext: Buffer.alloc(bytes).toString('base64') });
  expect(await encrypt(4096)).toMatchObject({ status: 200 });
  expect(await encrypt(4097)).toMatchObject({ __type: 'ValidationException' });
});

test('a key is described, listed by alias, switched off and on', async () => {
  const { KeyMetadata } = await kms('DescribeKey', { KeyId: 'alias/data' });
  expect(KeyMetadata).toMatchObject({ Description: 'data', KeyState: 'Enabled', KeySpec: 'SYMMETRIC_DEFAULT' });
  expect(JSON.stringify(await kms('ListAliases', {}))).toContain('alias/data');
  await kms('DisableKey', { KeyId: 'alias/other' });
  expect(await kms('Encrypt', { KeyId: 'alias/other', Plaintext: 'YQ==' })).toMatchObject({
    __type: 'DisabledException',
  });
  await kms('EnableKey', { KeyId: 'alias/other' });
  expect(await kms('Encrypt', { KeyId: 'alias/other', Plaintext: 'YQ==' })).toMatchObject({ status: 200 });
});

test('a key waits for its deletion, when asked and when its stack is gone, and can be kept', async () => {
  await given(cloud, 'short', { Short: key({ PendingWindowInDays: 7 }), ShortAlias: alias('short', 'Short') });
  const { CiphertextBlob, KeyId } = await kms('Encrypt', { KeyId: 'alias/short', Plaintext: base64('secret') });
  expect(await kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 6 })).toMatchObject({
    __type: 'ValidationException',
  });
  expect(await kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 })).toMatchObject({
    KeyState: 'PendingDeletion',
  });
  expect(await kms('Decrypt', { CiphertextBlob })).toMatchObject({ __type: 'KMSInvalidStateException' });
  await kms('CancelKeyDeletion', { KeyId });
  await kms('EnableKey', { KeyId });
  await client(cloud, testAccount, testRegion).query('cloudformation', 'DeleteStack', { StackName: 'short' });
  await cloud.idle();
  expect(await kms('Encrypt', { KeyId, Plaintext: 'YQ==' })).toMatchObject({ __type: 'KMSInvalidStateException' });
  await kms('CancelKeyDeletion', { KeyId });
  await kms('EnableKey', { KeyId });
  expect(text((await kms('Decrypt', { CiphertextBlob }))['Plaintext'])).toBe('secret');
});

describe('access', () => {
  const arn = (name: string): string => `arn:aws:iam::${testAccount}:role/${name}`;
  const root = { Sid: 'Root', Principal: { AWS: testAccount }, Action: 'kms:*' };
  beforeAll(() =>
    given(cloud, 'access', {
      Reads: role('kms-reads', [
        { Action: 'kms:Decrypt', Condition: { StringEquals: { 'kms:EncryptionContext:team': 'red' } } },
      ]),
      Bare: role('kms-bare', []),
      Any: role('kms-any', [{ Action: 'kms:*' }]),
      Denied: role('kms-denied', [{ Effect: 'Deny', Action: 'kms:Decrypt' }]),
      Own: key({
        KeyPolicy: document(root, { Principal: { AWS: { 'Fn::GetAtt': ['Bare', 'Arn'] } }, Action: 'kms:Encrypt' }),
      }),
      OwnAlias: alias('own', 'Own'),
      Closed: key({
        KeyPolicy: document(
          { Principal: { AWS: { 'Fn::GetAtt': ['Bare', 'Arn'] } }, Action: ['kms:Encrypt', 'kms:PutKeyPolicy'] },
          { ...root, Action: 'kms:PutKeyPolicy' },
        ),
      }),
      ClosedAlias: alias('closed', 'Closed'),
    }),
  );

  test('the key policy leaves it to the account, whose policies then decide', async () => {
    const CiphertextBlob = await sealed('alias/own', { team: 'red' });
    const open = (who: string, EncryptionContext: object) => kms('Decrypt', { CiphertextBlob, EncryptionContext }, who);
    expect(await open('kms-reads', { team: 'red' })).toMatchObject({ status: 200 });
    expect(await open('kms-bare', { team: 'red' })).toMatchObject({
      __type: 'AccessDeniedException',
      message: expect.stringMatching(
        /not authorized to perform: kms:Decrypt on resource: arn:aws:kms:.* because no identity-based policy allows/,
      ) as unknown,
    });
    const blue = await kms(
      'Decrypt',
      { CiphertextBlob: await sealed('alias/own', { team: 'blue' }), EncryptionContext: { team: 'blue' } },
      'kms-reads',
    );
    expect(blue).toMatchObject({ __type: 'AccessDeniedException' });
  });

  test('the key policy grants by itself, and what it does not grant nobody has', async () => {
    const encrypt = (who?: string) => kms('Encrypt', { KeyId: 'alias/closed', Plaintext: 'YQ==' }, who);
    expect(await encrypt('kms-bare')).toMatchObject({ status: 200 });
    for (const who of ['kms-any', undefined]) {
      expect(await encrypt(who)).toMatchObject({
        message: expect.stringContaining('because no resource-based policy allows') as unknown,
      });
    }
  });

  test('a grant allows what no policy does, until it is revoked or retired, and no more than a deny', async () => {
    const CiphertextBlob = await sealed('alias/own', { team: 'red' });
    const open = (who: string) => kms('Decrypt', { CiphertextBlob, EncryptionContext: { team: 'red' } }, who);
    const grant = (who: string, more: object = {}) =>
      kms('CreateGrant', {
        KeyId: 'alias/own',
        GranteePrincipal: arn(who),
        Operations: ['Decrypt', 'RetireGrant'],
        ...more,
      });
    const { GrantId } = await grant('kms-bare');
    await grant('kms-denied');
    expect(await open('kms-bare')).toMatchObject({ status: 200 });
    expect(await open('kms-denied')).toMatchObject({
      message: expect.stringContaining('with an explicit deny') as unknown,
    });
    expect(JSON.stringify(await kms('ListGrants', { KeyId: 'alias/own' }))).toContain(String(GrantId));
    await kms('RevokeGrant', { KeyId: 'alias/own', GrantId });
    expect(await open('kms-bare')).toMatchObject({ __type: 'AccessDeniedException' });
    const { GrantToken } = await grant('kms-bare', { Constraints: { EncryptionContextSubset: { team: 'blue' } } });
    expect(await open('kms-bare')).toMatchObject({ __type: 'AccessDeniedException' });
    expect(await kms('RetireGrant', { GrantToken }, 'kms-any')).toMatchObject({ status: 200 });
    const again = await grant('kms-bare', { Name: 'named' });
    expect((await grant('kms-bare', { Name: 'named' }))['GrantId']).toBe(again['GrantId']);
    expect(await open('kms-bare')).toMatchObject({ status: 200 });
    expect(await kms('RetireGrant', { GrantToken: again['GrantToken'] }, 'kms-bare')).toMatchObject({ status: 200 });
    expect(await open('kms-bare')).toMatchObject({ __type: 'AccessDeniedException' });
  });
});
