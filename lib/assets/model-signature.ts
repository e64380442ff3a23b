import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { SignedEntity, TrustMaterial, VerificationPolicy, VerifierOptions } from '@sigstore/verify';
import type { Issue } from '../platform';
import type { AssetFile } from './asset-file';
import { isGitFile } from './asset-file';
import type { ManifestSignature } from './manifest';

/** Who must have signed: the owner of a public key, or a certificate's identity below a trusted root. */
export type TrustedSigner =
  /** PEM of an elliptic-curve public key. */
  | { readonly kind: 'key'; readonly publicKey: string }
  | {
      readonly kind: 'identity';
      /** Subject alternative name of the certificate, for example an e-mail address or the URL of a workflow. */
      readonly identity: string;
      /** URL of the OpenID provider that vouched for it. */
      readonly issuer: string;
      /** Text of a trusted root file of sigstore, `trusted_root.json`: nothing is asked over the network. */
      readonly trustedRoot: string;
    };

/** A signature file and who must have made it. */
export interface SignatureCheck {
  /** Path of the signature file, for the issues. */
  readonly place: string;
  /** Text of the sigstore bundle. */
  readonly bundle: string;
  readonly signer: TrustedSigner;
  /** Path of the signature file below the folder of the model, where it lies there: it cannot sign itself. */
  readonly path?: string;
}

/** What came of a check. */
export type SignatureResult =
  | { readonly ok: true; readonly signature: ManifestSignature }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/*
 * Format: sigstore/model-transparency@e343073, src/model_signing/_signing/signing.py and sign_ec_key.py, read 2026-11-30.
 * A sigstore bundle with a DSSE envelope of an in-toto statement, whose predicate lists every file with its hash.
 */
const payloadType = 'application/vnd.in-toto+json';
const predicateType = 'https://model_signing/signature/v1.0';

/**
 * Checks an OpenSSF model signature: the bundle is of the trusted signer, and its statement lists exactly these files with
 * these hashes. Loads the sigstore packages. Asks no network.
 */
export async function verifyModelSignature(
  check: SignatureCheck,
  files: readonly AssetFile[],
): Promise<SignatureResult> {
  const { toSignedEntity, toTrustMaterial, Verifier } = await import('@sigstore/verify');
  const { bundleFromJSON } = await import('@sigstore/bundle');
  const { TrustedRoot } = await import('@sigstore/protobuf-specs');
  let statement: unknown;
  let signer: string;
  try {
    const bundle = bundleFromJSON(JSON.parse(check.bundle));
    if (bundle.content.$case !== 'dsseEnvelope') return refused(check, 'the bundle has no DSSE envelope');
    const { payload, payloadType: type, signatures } = bundle.content.dsseEnvelope;
    if (type !== payloadType) return refused(check, `the envelope holds ${type}, not an in-toto statement`);
    const { trust, policy, thresholds } = trusted(check.signer, (root) =>
      toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(root))),
    );
    signer = policy?.subjectAlternativeName ?? `key ${keyHint(check.signer)}`;
    const entity = toSignedEntity(bundle);
    const ofKey =
      check.signer.kind === 'key' ? withCurveHash(entity, payload, signatures[0]?.sig ?? Buffer.alloc(0)) : entity;
    new Verifier(trust, thresholds).verify(ofKey, policy);
    statement = JSON.parse(payload.toString('utf8'));
  } catch (error) {
    return refused(check, `the signature does not verify: ${error instanceof Error ? error.message : String(error)}`);
  }
  const problem = statementProblem(statement, files, check.path);
  if (problem !== undefined) return refused(check, problem);
  return { ok: true, signature: { kind: 'model-signature', signer } };
}

/** Hash of a signature by the curve of its key. Source: `get_ec_key_hash` of the format's `sign_ec_key.py`. */
const hashOfCurve: Readonly<Record<string, string>> = {
  prime256v1: 'sha256',
  secp384r1: 'sha384',
  secp521r1: 'sha512',
};

/** The entity, checked with the hash of the curve: @sigstore/verify 3.1.1 hashes with SHA-256 whatever the key is. */
function withCurveHash(entity: SignedEntity, payload: Buffer, signature: Buffer): SignedEntity {
  const encoded = Buffer.concat([
    Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `),
    payload,
  ]);
  return {
    ...entity,
    signature: {
      signature,
      compareSignature: (other) => entity.signature.compareSignature(other),
      compareDigest: (digest) => entity.signature.compareDigest(digest),
      verifySignature: (key: KeyObject) => {
        const hash = hashOfCurve[key.asymmetricKeyDetails?.namedCurve ?? ''];
        if (hash === undefined) throw new Error('the key is on none of the curves P-256, P-384 and P-521');
        return verify(hash, encoded, key, signature);
      },
    },
  };
}

function trusted(
  signer: TrustedSigner,
  trustOf: (trustedRoot: string) => TrustMaterial,
): { readonly trust: TrustMaterial; readonly policy?: VerificationPolicy; readonly thresholds: VerifierOptions } {
  if (signer.kind === 'key') {
    const publicKey = createPublicKey(signer.publicKey);
    const hint = keyHint(signer);
    return {
      // A signature by a key is in no transparency log and has no timestamp: the key alone is trusted.
      trust: {
        certificateAuthorities: [],
        timestampAuthorities: [],
        tlogs: [],
        ctlogs: [],
        publicKey: (got) => {
          if (got !== '' && got !== hint) throw new Error(`it is of the key ${got}, and the config trusts ${hint}`);
          return { publicKey, validFor: () => true };
        },
      },
      thresholds: { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 },
    };
  }
  const { identity, issuer, trustedRoot } = signer;
  return {
    trust: trustOf(trustedRoot),
    policy: { subjectAlternativeName: `^${escaped(identity)}$`, extensions: { issuer } },
    thresholds: {},
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** How a signature names its key: the SHA-256 of its PEM. */
function keyHint(signer: TrustedSigner): string {
  if (signer.kind !== 'key') return '';
  const pem = createPublicKey(signer.publicKey).export({ type: 'spki', format: 'pem' });
  return createHash('sha256').update(pem).digest('hex');
}

function statementProblem(statement: unknown, files: readonly AssetFile[], own?: string): string | undefined {
  if (field(statement, 'predicateType') !== predicateType) {
    return `the statement is of the type ${String(field(statement, 'predicateType'))}, not ${predicateType}`;
  }
  const method = field(field(field(statement, 'predicate'), 'serialization'), 'method');
  if (method !== 'files') return `files are hashed by the method ${String(method)}, not as whole files`;
  const resources = field(field(statement, 'predicate'), 'resources');
  if (!Array.isArray(resources) || !resources.every(isResource)) return 'the statement lists no files with SHA-256';
  const signed = new Map(resources.map(({ name, digest }) => [name, digest]));
  const unsigned = files.filter(({ path }) => !signed.has(path) && path !== own && !isGitFile(path));
  if (unsigned.length > 0) return `files are not in the signed list: ${unsigned.map(({ path }) => path).join(', ')}`;
  const there = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const gone = [...signed.keys()].filter((path) => !there.has(path));
  if (gone.length > 0) return `the signed list has files that are not there: ${gone.join(', ')}`;
  const other = [...signed].filter(([path, digest]) => there.get(path) !== digest).map(([path]) => path);
  return other.length === 0 ? undefined : `files have another hash than the signed one: ${other.join(', ')}`;
}

interface Resource {
  readonly name: string;
  readonly digest: string;
}

function isResource(value: unknown): value is Resource {
  return (
    typeof field(value, 'name') === 'string' &&
    field(value, 'algorithm') === 'sha256' &&
    /^[0-9a-f]{64}$/.test(String(field(value, 'digest')))
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function refused({ place }: SignatureCheck, message: string): SignatureResult {
  return {
    ok: false,
    issues: [
      {
        code: 'AssetSignatureInvalid',
        path: place,
        message,
        expected: 'a signature of the trusted signer over exactly these files',
        fix: 'bring the files that were signed, or correct the signer in the config; nothing was uploaded',
      },
    ],
  };
}
