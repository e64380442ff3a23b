#!/usr/bin/env bash
# The JavaScript verifier of sigstore refuses a correct OpenSSF model signature by a P-384 key.
#
# Package   @sigstore/verify 3.1.1, @sigstore/bundle 4.0.0 (the same with 4.1.3 and 5.0.1 on Node 22)
# Seen on   2026-12-01
# Expected  A model that was signed with the model-signing tool and a key on P-384 verifies: the format takes P-256, P-384
#           and P-521, and hashes with SHA-256, SHA-384 and SHA-512 in this order.
# Happens   The verifier hashes with SHA-256 for every key that is given to it, so the signature of P-256 verifies and the
#           correct one of P-384 is "not valid". No option names the hash.
# Matters   An import that checks signatures with this package works in every test with a P-256 key, and refuses the models of
#           a vendor that signs with P-384 as if they were forged. Take the hash from the curve of the key.
# Source    github.com/sigstore/model-transparency, sign_ec_key.py at e343073 (`get_ec_key_hash`); `DSSESignatureContent` of
#           the package; read 2026-11-30
set -euo pipefail
version=3.1.1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . "@sigstore/verify@$version" @sigstore/bundle@4.0.0 || exit 2
cat >finding.js <<'JS'
const { generateKeyPairSync, sign } = require('node:crypto');
const { toDSSEBundle } = require('@sigstore/bundle');
const { toSignedEntity, Verifier } = require('@sigstore/verify');

const type = 'application/vnd.in-toto+json';
const statement = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}');
const signed = Buffer.from(`DSSEv1 ${type.length} ${type} ${statement.length} ${statement}`);

function seen(namedCurve, hash) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve });
  const artifact = statement;
  const bundle = toDSSEBundle({ artifact, artifactType: type, signature: sign(hash, signed, privateKey), keyHint: 'k' });
  const trust = {
    certificateAuthorities: [],
    timestampAuthorities: [],
    tlogs: new Map(),
    ctlogs: new Map(),
    publicKey: () => ({ publicKey, validFor: () => true }),
  };
  const thresholds = { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 };
  try {
    new Verifier(trust, thresholds).verify(toSignedEntity(bundle));
    return 'verified';
  } catch (error) {
    return error.code ?? error.message;
  }
}
console.log(`P-256 ${seen('prime256v1', 'sha256')}, P-384 ${seen('secp384r1', 'sha384')}`);
JS
seen=$(node finding.js)
echo "@sigstore/verify $version, correct signatures by a key: $seen"
[ "$seen" = 'P-256 verified, P-384 SIGNATURE_ERROR' ]
