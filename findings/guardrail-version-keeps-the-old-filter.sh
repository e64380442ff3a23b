#!/usr/bin/env bash
# A published version of a guardrail keeps the old filter when the filter of the guardrail is raised.
#
# Package   @cdklabs/generative-ai-cdk-constructs 0.1.318 on aws-cdk-lib 2.276.0
# Seen on   2026-11-30
# Expected  `createVersion()` publishes what the guardrail is: its logical id ends with a hash, so another filter makes
#           another version.
# Happens   The hash does not contain the filters. The version's resource is byte for byte the same for a filter of LOW and
#           one of HIGH, so CloudFormation publishes nothing.
# Matters   Applications call a guardrail with its version. The stack is updated, the console shows the stricter draft, and
#           every call is still checked by the filter of before. Derive the version's id from all rendered properties of
#           the guardrail, and test that each property moves it.
# Source    docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-guardrailversion.html (a
#           version is a snapshot of the working draft at its creation)
set -euo pipefail
version=0.1.318
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . \
  "@cdklabs/generative-ai-cdk-constructs@$version" aws-cdk-lib@2.276.0 constructs@10.8.1 || exit 2
cat >finding.js <<'JS'
const { App, Stack } = require('aws-cdk-lib');
const { bedrock } = require('@cdklabs/generative-ai-cdk-constructs');

function synthesize(strength) {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'Support', { env: { account: '111111111111', region: 'eu-central-1' } });
  const guardrail = new bedrock.Guardrail(stack, 'Guardrail', { name: 'support' });
  guardrail.addContentFilter({
    type: bedrock.ContentFilterType.HATE,
    inputStrength: strength,
    outputStrength: strength,
  });
  guardrail.createVersion('published');
  const resources = Object.entries(app.synth().getStackByName('Support').template.Resources);
  const of = (type) => JSON.stringify(resources.filter(([, resource]) => resource.Type === type));
  return { guardrail: of('AWS::Bedrock::Guardrail'), version: of('AWS::Bedrock::GuardrailVersion') };
}

const { LOW, HIGH } = bedrock.ContentFilterStrength;
const [low, high] = [synthesize(LOW), synthesize(HIGH)];
const told = (same) => (same ? 'the same' : 'another');
process.stderr.write(`guardrail ${told(low.guardrail === high.guardrail)}, version ${told(low.version === high.version)}\n`);
JS
# The package writes warnings about other resources to standard output.
seen=$(node finding.js 2>&1 >/dev/null | grep '^guardrail')
echo "@cdklabs/generative-ai-cdk-constructs $version, filter raised from LOW to HIGH: $seen"
[ "$seen" = 'guardrail another, version the same' ]
