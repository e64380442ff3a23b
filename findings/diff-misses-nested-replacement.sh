#!/usr/bin/env bash
# The diff behind `cdk diff` calls a replacement of a Bedrock data source an update.
#
# Package   @aws-cdk/cloudformation-diff 2.187.5 with @aws-cdk/aws-service-spec
# Seen on   2026-11-30
# Expected  A change of a property that CloudFormation can only set at creation is shown as a replacement: the resource
#           specification that the diff reads marks `ChunkingConfiguration` with `causesReplacement`.
# Happens   The diff reads that mark from the properties of the resource itself and not from the types below them, so
#           another chunk size inside `VectorIngestionConfiguration` is shown as an update in place.
# Matters   The data source is deleted and created again. Its documents leave the knowledge base or stay as orphans, by
#           its deletion policy, and everything must be ingested again. A diff of two templates, as in a pull request
#           without credentials, has no change set to correct it.
# Source    docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
#           aws-properties-bedrock-datasource-vectoringestionconfiguration.html ("Update requires: Replacement")
set -euo pipefail
version=2.187.5
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . "@aws-cdk/cloudformation-diff@$version" || exit 2
cat >finding.js <<'JS'
const { loadAwsServiceSpecSync } = require('@aws-cdk/aws-service-spec');
const { fullDiff } = require('@aws-cdk/cloudformation-diff');

const type = 'AWS::Bedrock::DataSource';
const template = (maxTokens) => ({
  Resources: {
    Handbook: {
      Type: type,
      Properties: {
        Name: 'handbook',
        KnowledgeBaseId: 'ABCDEFGHIJ',
        DataSourceConfiguration: { Type: 'S3', S3Configuration: { BucketArn: 'arn:aws:s3:::handbook' } },
        VectorIngestionConfiguration: {
          ChunkingConfiguration: {
            ChunkingStrategy: 'FIXED_SIZE',
            FixedSizeChunkingConfiguration: { MaxTokens: maxTokens, OverlapPercentage: 20 },
          },
        },
      },
    },
  },
});

const database = loadAwsServiceSpecSync();
const resource = database.lookup('resource', 'cloudFormationType', 'equals', type).only();
const ingestion = database
  .follow('usesType', resource)
  .map(({ entity }) => entity)
  .find(({ name }) => name === 'VectorIngestionConfiguration');
const diff = fullDiff(template(300), template(600)).resources.get('Handbook').changeImpact;
console.log(`specification ${ingestion.properties.ChunkingConfiguration.causesReplacement}, diff ${diff}`);
JS
seen=$(node finding.js)
echo "@aws-cdk/cloudformation-diff $version, another chunk size of a data source causes replacement: $seen"
[ "$seen" = 'specification yes, diff WILL_UPDATE' ]
