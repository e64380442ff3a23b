import type { ResourceNode } from '../../../graph';
import type { GraphIndex } from '../../graph-index';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set RedrivePolicy: a document that cannot be ingested blocks others, or is lost without a trace. */
export const queueWithoutRedrive: Rule = {
  code: 'QueueWithoutRedrive',
  family: 'application',
  pack: 'production',
  safeguard: 'recovery',
  rationale: 'A document that cannot be ingested blocks others, or is lost without a trace.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::SQS::Queue'],
  check(queue, _context, graph) {
    if (queue.properties.RedrivePolicy !== undefined || isDeadLetterQueue(queue, graph)) return [];
    return [{ path: 'RedrivePolicy', message: 'RedrivePolicy is not set', fix: fixOf('QueueWithoutRedrive') }];
  },
};

/** A queue that another resource sends its failures to. */
function isDeadLetterQueue(queue: ResourceNode, graph: GraphIndex): boolean {
  if (queue.properties.RedriveAllowPolicy !== undefined) return true;
  return graph
    .referrersOf(queue)
    .some(
      (node) =>
        ['RedrivePolicy', 'DeadLetterConfig', 'DestinationConfig'].some((name) =>
          graph.referencedBy(node.properties[name], node).includes(queue),
        ) || graph.referencedBy(node.properties.Targets, node).includes(queue),
    );
}
