import type { ResourceNode } from '../../../graph';
import type { GraphIndex } from '../../graph-index';
import { propertyRule } from '../../property-rule';

/** Set DeadLetterConfig: a failed ingestion is lost without a trace. */
export const functionFailures = propertyRule(
  {
    code: 'FunctionFailures',
    family: 'application',
    pack: 'production',
    safeguard: 'recovery',
    rationale: 'A failed ingestion is lost without a trace.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Lambda::Function'],
      path: 'DeadLetterConfig.TargetArn',
      must: { set: true },
      where: (node, graph) => !isCalledInTurn(node, graph),
    },
  ],
);

/**
 * Principals that wait for the answer of a function. Lambda sends a failure to a dead-letter queue only where it was asked
 * without waiting: docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html, read 2026-12-01.
 */
const waiting: ReadonlySet<string> = new Set([
  'apigateway.amazonaws.com',
  'bedrock.amazonaws.com',
  'bedrock-agentcore.amazonaws.com',
  'cognito-idp.amazonaws.com',
  'elasticloadbalancing.amazonaws.com',
  'lexv2.amazonaws.com',
]);

/** Types that refer to a function and say nothing about how it is called. */
const silent: ReadonlySet<string> = new Set(['AWS::Lambda::Version', 'AWS::Lambda::Alias', 'AWS::Lambda::Url']);

/** Whether every caller that the stack declares waits for the answer, or polls on behalf of the function; false without callers. */
function isCalledInTurn(node: ResourceNode, graph: GraphIndex): boolean {
  const callers = graph
    .referrersOf(node)
    .filter(({ type }) => !silent.has(type) && !type.startsWith('AWS::IAM::') && !type.startsWith('AWS::Logs::'));
  return callers.length > 0 && callers.every(waits);
}

function waits({ type, properties }: ResourceNode): boolean {
  if (type !== 'AWS::Lambda::Permission') return waitingTypes.has(type);
  return typeof properties.Principal === 'string' && waiting.has(properties.Principal);
}

const waitingTypes: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::Method',
  'AWS::ApiGatewayV2::Integration',
  'AWS::Bedrock::Agent',
  'AWS::BedrockAgentCore::GatewayTarget',
  'AWS::Lambda::EventSourceMapping',
]);
