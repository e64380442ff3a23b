import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetFile } from '../../../lib/assets/asset-file';
import type { SignatureCheck, TrustedSigner } from '../../../lib/assets/model-signature';
import { verifyModelSignature } from '../../../lib/assets/model-signature';

const folder = join(__dirname, '../../fixtures/model-signing');

function fixture(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function file(path: string, content: Buffer): AssetFile {
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

const files = ['signme-1', 'signme-2'].map((name) => file(name, readFileSync(join(folder, name))));
const key: TrustedSigner = { kind: 'key', publicKey: fixture('key.pem') };
const check: SignatureCheck = { place: 'key.sig', bundle: fixture('key.sig'), signer: key };

async function problem(of: Partial<SignatureCheck>, listed: readonly AssetFile[] = files): Promise<string | undefined> {
  const result = await verifyModelSignature({ ...check, ...of }, listed);
  if (result.ok) return undefined;
  expect(result.issues).toHaveLength(1);
  expect(result.issues[0]).toMatchObject({ code: 'AssetSignatureInvalid', path: 'key.sig' });
  return result.issues[0]?.message;
}

test('accepts a signature that the tool of the format made with a key', async () => {
  const result = await verifyModelSignature(check, files);
  expect(result).toEqual({
    ok: true,
    signature: { kind: 'model-signature', signer: expect.stringMatching(/^key [0-9a-f]{64}$/) as string },
  });
});

test('the signature file and files of git need no signature', async () => {
  const more = [...files, file('model.sig', Buffer.from('x')), file('.gitattributes', Buffer.from('x'))];
  expect(await problem({ path: 'model.sig' }, more)).toBeUndefined();
  expect(await problem({}, more)).toMatch('not in the signed list: model.sig');
});

test.each([
  [
    'a hash that differs',
    [file('signme-1', Buffer.from('other')), files[1]],
    'another hash than the signed one: signme-1',
  ],
  ['a file that is not signed', [...files, file('extra', Buffer.from('x'))], 'not in the signed list: extra'],
  ['a file that is missing', files.slice(1), 'files that are not there: signme-1'],
])('refuses %s', async (_what, listed, message) => {
  expect(
    await problem(
      {},
      listed.flatMap((one) => one ?? []),
    ),
  ).toMatch(message);
});

test('refuses the signature of another key', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const other = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(await problem({ signer: { kind: 'key', publicKey: other } })).toMatch('does not verify: it is of the key');
});

test('refuses a payload that was changed after it was signed', async () => {
  const bundle = JSON.parse(fixture('key.sig')) as { dsseEnvelope: { payload: string } };
  const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString().replace('signme-1', 'signme-3');
  const changed = {
    ...bundle,
    dsseEnvelope: { ...bundle.dsseEnvelope, payload: Buffer.from(payload).toString('base64') },
  };
  expect(await problem({ bundle: JSON.stringify(changed) })).toMatch('signature verification failed');
});

test('refuses what is no bundle', async () => {
  expect(await problem({ bundle: '{}' })).toMatch('does not verify');
  expect(await problem({ bundle: 'no json' })).toMatch('does not verify');
});

/** A bundle as the tool of the format makes it, over another statement. */
function signed(statement: object): SignatureCheck {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const payload = Buffer.from(JSON.stringify(statement));
  const type = 'application/vnd.in-toto+json';
  const pae = Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `), payload]);
  return {
    place: 'key.sig',
    signer: { kind: 'key', publicKey: pem },
    bundle: JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: { publicKey: { hint: createHash('sha256').update(pem).digest('hex') }, tlogEntries: [] },
      dsseEnvelope: {
        payload: payload.toString('base64'),
        payloadType: type,
        signatures: [{ sig: sign('sha256', pae, privateKey).toString('base64'), keyid: '' }],
      },
    }),
  };
}

const predicateType = 'https://model_signing/signature/v1.0';
const resources = files.map(({ path, sha256 }) => ({ name: path, algorithm: 'sha256', digest: sha256 }));

test.each([
  ['a statement of another type', { predicateType: 'https://slsa.dev/provenance/v1' }, 'of the type https://slsa.dev'],
  [
    'files that were hashed in shards',
    { predicateType, predicate: { serialization: { method: 'shards' }, resources } },
    'by the method shards',
  ],
  [
    'a list with another algorithm',
    {
      predicateType,
      predicate: { serialization: { method: 'files' }, resources: [{ ...resources[0], algorithm: 'blake2b' }] },
    },
    'lists no files with SHA-256',
  ],
])('refuses %s', async (_what, statement, message) => {
  expect(await problem(signed(statement))).toMatch(message);
});

test('accepts the same statement with the right list', async () => {
  expect(
    await problem(signed({ predicateType, predicate: { serialization: { method: 'files' }, resources } })),
  ).toBeUndefined();
});

describe('by an identity', () => {
  const statement = JSON.parse(fixture('identity.sig')) as { dsseEnvelope: { payload: string } };
  const { predicate } = JSON.parse(Buffer.from(statement.dsseEnvelope.payload, 'base64').toString()) as {
    predicate: { resources: readonly { name: string; digest: string }[] };
  };
  const listed = predicate.resources.map(({ name, digest }) => ({ path: name, bytes: 9, sha256: digest }));
  const signer = {
    kind: 'identity',
    identity: 'stefanb@us.ibm.com',
    issuer: 'https://sigstore.verify.ibm.com/oauth2',
    trustedRoot: fixture('trusted_root.json'),
  } as const;

  test('accepts it below a trusted root, without a network', async () => {
    expect(await problem({ bundle: fixture('identity.sig'), signer }, listed)).toBeUndefined();
  });

  test.each([
    ['another identity', { identity: 'somebody@example.com' }, 'certificate identity error'],
    ['a part of the identity', { identity: 'us.ibm.com' }, 'certificate identity error'],
    ['another issuer', { issuer: 'https://issuer.example.com' }, 'invalid certificate extension'],
  ])('refuses %s', async (_what, other, message) => {
    expect(await problem({ bundle: fixture('identity.sig'), signer: { ...signer, ...other } }, listed)).toMatch(
      message,
    );
  });

  test('refuses it below a root that trusts nobody', async () => {
    const nobody = { ...(JSON.parse(signer.trustedRoot) as object), certificateAuthorities: [] };
    const other = { ...signer, trustedRoot: JSON.stringify(nobody) };
    expect(await problem({ bundle: fixture('identity.sig'), signer: other }, listed)).toMatch('does not verify');
  });
});
