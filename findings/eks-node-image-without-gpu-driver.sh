#!/usr/bin/env bash
# An EKS node group for H100 instances gets a machine image without the GPU driver.
#
# Package   aws-cdk-lib 2.276.0, module aws-eks-v2
# Seen on   2026-11-30
# Expected  `amiType` is documented as determined from `instanceTypes`, so a GPU type gets an image with the NVIDIA
#           driver, or synthesis fails.
# Happens   The GPU families are a fixed list. g5, g6, g6e and p4d are on it; p5, p5e, p5en, g7e and gr6 are not and
#           get the image without the driver, and no warning. The list of the older module aws-eks has the p5 families.
# Matters   The node group is created and its nodes join, but they offer no `nvidia.com/gpu`: every model server stays
#           pending on an instance of tens of dollars an hour. Set `amiType` for every GPU node group.
# Source    docs.aws.amazon.com/eks/latest/userguide/ml-eks-optimized-ami.html (which image has the driver);
#           `isGpuInstanceType` in aws-eks-v2/lib/private/nodegroup.js
set -euo pipefail
version=2.276.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . "aws-cdk-lib@$version" constructs@10.8.1 || exit 2
cat >finding.js <<'JS'
const { App, Stack } = require('aws-cdk-lib');
const { Template } = require('aws-cdk-lib/assertions');
const { InstanceType } = require('aws-cdk-lib/aws-ec2');
const eks = require('aws-cdk-lib/aws-eks-v2');

function imageOf(instanceType) {
  const app = new App({ outdir: `cdk.out/${instanceType}`, context: { '@aws-cdk/aws-eks:defaultToAL2023': true } });
  const stack = new Stack(app, 'Stack');
  const cluster = new eks.Cluster(stack, 'Cluster', {
    version: eks.KubernetesVersion.V1_33,
    defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
    defaultCapacity: 0,
  });
  cluster.addNodegroupCapacity('Gpu', { instanceTypes: [new InstanceType(instanceType)] });
  const [group] = Object.values(Template.fromStack(stack).findResources('AWS::EKS::Nodegroup'));
  return group.Properties.AmiType;
}

console.log(['g6e.2xlarge', 'p5.48xlarge', 'g7e.2xlarge'].map((type) => `${type} ${imageOf(type)}`).join(', '));
JS
seen=$(CDK_VALIDATION=false node finding.js 2>/dev/null)
echo "aws-cdk-lib $version: $seen"
[ "$seen" = 'g6e.2xlarge AL2_x86_64_GPU, p5.48xlarge AL2023_x86_64_STANDARD, g7e.2xlarge AL2023_x86_64_STANDARD' ]
