#!/usr/bin/env bash
# A Step Functions task that calls Bedrock through an inference profile is granted a model that does not exist.
#
# Package   aws-cdk-lib 2.276.0, module aws-stepfunctions-tasks
# Seen on   2026-11-30
# Expected  `BedrockInvokeModel` grants what its call needs. Newer models answer through an inference profile only, so a
#           profile's id is what the call must name: the grant is on the profile and on the model in each of its regions.
# Happens   The id is pasted into `foundation-model/eu.anthropic.…`, in the region of the stack. There is no such model, and
#           neither the profile nor a model is granted. Synthesis says nothing.
# Matters   The deployment is green and the first execution ends with AccessDeniedException. Add the statements yourself:
#           the ARN of the profile, and foundation-model/<model without prefix> in every region that the profile names.
# Source    docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
set -euo pipefail
version=2.276.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . "aws-cdk-lib@$version" constructs@10.8.1 || exit 2
cat >finding.js <<'JS'
const { App, Stack } = require('aws-cdk-lib');
const bedrock = require('aws-cdk-lib/aws-bedrock');
const sfn = require('aws-cdk-lib/aws-stepfunctions');
const tasks = require('aws-cdk-lib/aws-stepfunctions-tasks');

const profile = 'eu.anthropic.claude-haiku-4-5-20251001-v1:0';
const app = new App({ analyticsReporting: false });
const stack = new Stack(app, 'Answer', { env: { account: '111111111111', region: 'eu-central-1' } });
const model = bedrock.FoundationModel.fromFoundationModelId(
  stack,
  'Model',
  new bedrock.FoundationModelIdentifier(profile),
);
const task = new tasks.BedrockInvokeModel(stack, 'Ask', { model, body: sfn.TaskInput.fromObject({}) });
new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(task) });
const { Resources } = app.synth().getStackByName('Answer').template;
const statements = Object.values(Resources)
  .filter(({ Type }) => Type === 'AWS::IAM::Policy')
  .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
  .filter(({ Action }) => [Action].flat().includes('bedrock:InvokeModel'));
console.log([...JSON.stringify(statements).matchAll(/bedrock:eu-central-1:[^"]*/g)].map(([text]) => text).join(' '));
JS
seen=$(node finding.js 2>/dev/null)
echo "aws-cdk-lib $version, the right to call an inference profile is granted on: $seen"
[ "$seen" = 'bedrock:eu-central-1::foundation-model/eu.anthropic.claude-haiku-4-5-20251001-v1:0' ]
