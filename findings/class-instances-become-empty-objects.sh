#!/usr/bin/env bash
# A Pulumi program loses dates, addresses, maps and functions in the inputs of a resource, without a word.
#
# Package   @pulumi/pulumi 3.248.0
# Seen on   2026-11-30
# Expected  An input that cannot be sent to the engine is refused, with the place of the value: only JSON, assets and
#           outputs have a form there.
# Happens   A Date, a URL, a Map and a bigint each become `{}`, and a property that is a function disappears.
# Matters   The expiry of a key, the address of a scoring endpoint or a table of environment variables arrives empty. Where
#           the service has a default, the preview and the deployment are green. Give programs plain JSON, and refuse
#           other objects before a resource is made.
# Source    pulumi.com/docs/iac/concepts/inputs-outputs (inputs are JSON-like values); `serializeProperty` in runtime/rpc.js
set -euo pipefail
version=3.248.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . "@pulumi/pulumi@$version" || exit 2
cat >finding.js <<'JS'
const { runtime } = require('@pulumi/pulumi');

const inputs = {
  expires: new Date(0),
  scoring: new URL('https://example.com/score'),
  variables: new Map([['MODEL', 'chat']]),
  tokens: 10n,
  filter: () => true,
};
runtime.serializeProperties('deployment', inputs).then((sent) => console.log(JSON.stringify(sent)));
JS
seen=$(node finding.js)
echo "@pulumi/pulumi $version, a Date, URL, Map, bigint and function are sent as: $seen"
[ "$seen" = '{"expires":{},"scoring":{},"variables":{},"tokens":{}}' ]
