import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { AssetFile } from '../../lib/assets/asset-file';
import type { SignatureResult, TrustedSigner } from '../../lib/assets/model-signature';
import { verifyModelSignature } from '../../lib/assets/model-signature';
import { CodedError } from '../../lib/messages';
import type { PlannedAsset } from './planned-asset';

/** The check of the signature that the config demands of weights; undefined where it demands none. */
export function signatureCheck(
  { signature }: PlannedAsset,
  config: string,
): ((files: readonly AssetFile[]) => Promise<SignatureResult>) | undefined {
  if (signature === undefined || signature.kind === 'unsigned') return undefined;
  const read = (path: string): string => readText(resolve(dirname(config), path));
  return (files) => {
    const signer: TrustedSigner =
      signature.kind === 'key'
        ? { kind: 'key', publicKey: read(signature.publicKey) }
        : {
            kind: 'identity',
            identity: signature.identity,
            issuer: signature.issuer,
            trustedRoot: read(signature.trustedRoot),
          };
    return verifyModelSignature(
      { place: signature.bundle, bundle: read(signature.bundle), signer, path: 'model.sig' },
      files,
    );
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CodedError('AssetSourceMissing', {
      place: file,
      message: error instanceof Error ? error.message : String(error),
      expected: 'a file of the signature that the config names',
    });
  }
}
