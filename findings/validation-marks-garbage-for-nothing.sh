#!/usr/bin/env bash
# The validation of a template with one bucket starts dozens of full garbage collections of a heap with nothing to free.
#
# Package   aws-cdk-lib 2.276.0 with constructs 10.8.1 (its bundled @aws/cloudformation-validate)
# Seen on   2026-11-30
# Expected  Validating costs what the engine computes.
# Happens   The engine grows its WebAssembly memory in many small steps, and V8 answers the growth with full collections.
#           Their marking threads take a good part of the processor time: with `node --no-concurrent-marking` the same
#           synthesis takes visibly less. Without the validation there are next to none.
# Matters   Every `cdk synth`, `diff` and `deploy` pays for it, small CI machines most, and a profile of the main thread does
#           not show it.
# Source    nodejs.org/api/cli.html (V8 options); docs.aws.amazon.com/cdk/v2/guide (validation at synthesis)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit aws-cdk-lib@2.276.0 constructs@10.8.1 >/dev/null || { echo "not installed"; exit 2; }
cat > app.js <<'APP'
const { App, Stack, aws_s3 } = require('aws-cdk-lib');
const app = new App();
new aws_s3.Bucket(new Stack(app, 'One'), 'Bucket');
app.synth();
const { user, system } = process.cpuUsage();
process.stderr.write(String((user + system) / 1e3));
APP
collections() { CDK_VALIDATION=$1 node --trace-gc app.js 2>/dev/null | grep -c 'Mark-Compact' || true; }
# The least of five runs: processor time of the same work.
milliseconds() {
  for _ in 1 2 3 4 5; do CDK_OUTDIR="$folder/out" node "$@" 2>&1 >/dev/null | grep -oE '[0-9.]+$' | tail -1; done | sort -n | head -1
}
export CDK_OUTDIR="$folder/out"
with=$(collections true)
without=$(collections false)
usual=$(milliseconds app.js)
turns=$(milliseconds --no-concurrent-marking app.js)
ratio=$(node -p "($turns / $usual).toFixed(2)")
echo "aws-cdk-lib 2.276.0: $with full collections with the validation of one bucket, $without without; without concurrent marking $ratio of the processor time"
# Changed when the collections are gone.
[ "$with" -ge $((without + 10)) ]
