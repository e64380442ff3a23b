#!/usr/bin/env bash
# A SageMaker production variant with weight 0 gets weight 1.
#
# Package   @aws-cdk/aws-sagemaker-alpha 2.159.1-alpha.0 on aws-cdk-lib 2.276.0
# Seen on   2026-11-30
# Expected  `initialVariantWeight: 0` stays 0, which the API allows ("Valid Range: Minimum value of 0"): the variant is
#           deployed and warm, and receives no traffic until someone shifts it.
# Happens   The default is written `initialVariantWeight || 1`, so 0 becomes 1. Synthesis says nothing.
# Matters   A candidate that was to be tried without users gets half of their requests at its first deployment.
#           Set the weight on the CfnEndpointConfig, or shift traffic after the deployment.
# Source    docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html; lib/endpoint-config.ts of the
#           package, which reads the same in aws/aws-cdk at 009239eb3a62d2bfb7e4de9f8ef99011583d49e5
set -euo pipefail
version=2.159.1-alpha.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . \
  "@aws-cdk/aws-sagemaker-alpha@$version" aws-cdk-lib@2.276.0 constructs@10.8.1 || exit 2
cat >finding.js <<'JS'
const { App, Stack } = require('aws-cdk-lib');
const { Template } = require('aws-cdk-lib/assertions');
const { EndpointConfig, Model } = require('@aws-cdk/aws-sagemaker-alpha');

const stack = new Stack(new App({ outdir: 'cdk.out' }), 'Stack');
const model = Model.fromModelName(stack, 'Model', 'chat');
new EndpointConfig(stack, 'Config', {
  instanceProductionVariants: [
    { model, variantName: 'current', initialVariantWeight: 1 },
    { model, variantName: 'candidate', initialVariantWeight: 0 },
  ],
});
const [config] = Object.values(Template.fromStack(stack).findResources('AWS::SageMaker::EndpointConfig'));
const variants = config.Properties.ProductionVariants;
console.log(variants.map((variant) => `${variant.VariantName} ${variant.InitialVariantWeight}`).join(', '));
JS
seen=$(CDK_VALIDATION=false node finding.js)
echo "@aws-cdk/aws-sagemaker-alpha $version, weights 1 and 0 are synthesized as: $seen"
[ "$seen" = 'current 1, candidate 1' ]
