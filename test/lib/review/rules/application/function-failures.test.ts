import type { ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { functionFailures } from '../../../../../lib/review/rules/application/function-failures';
import { resourceNode } from '../../../../helpers/resource-node';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(functionFailures, {
  type: 'AWS::Lambda::Function',
  right: { DeadLetterConfig: { TargetArn: 'x' } },
  wrong: { 'DeadLetterConfig.TargetArn': [undefined] },
});

const caller = (type: string, properties: ResourceNode['properties']): ResourceNode =>
  resourceNode({ type, address: `stack/${type}`, stack: 'stack', properties });
const permission = (principal: string): ResourceNode =>
  caller('AWS::Lambda::Permission', { FunctionName: { Ref: 'Worker' }, Principal: principal });
const polled = caller('AWS::Lambda::EventSourceMapping', { FunctionName: { Ref: 'Worker' } });
const custom = caller('Custom::Index', { ServiceToken: { 'Fn::GetAtt': ['Worker', 'Arn'] } });

test.each<[string, readonly ResourceNode[], number]>([
  ['an agent, which waits', [permission('bedrock.amazonaws.com')], 0],
  ['an API, which waits', [permission('apigateway.amazonaws.com')], 0],
  ['a poller, which has a destination of its own', [polled], 0],
  ['events, which do not wait', [permission('events.amazonaws.com')], 1],
  ['an agent and events', [permission('bedrock.amazonaws.com'), permission('events.amazonaws.com')], 1],
  ['a deployment, which does not wait', [custom], 1],
])('a function without a queue that is called by %s', (_name, callers, count) => {
  const worker = resourceNode({
    type: 'AWS::Lambda::Function',
    address: 'stack/Worker',
    stack: 'stack',
    properties: {},
  });
  expect(check([worker, ...callers], [functionFailures]).findings).toHaveLength(count);
});
