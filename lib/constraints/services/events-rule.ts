import type { Breach, Constraint } from '../constraint';
import { at, textAt } from '../value';
import { placesAt } from './places';

/**
 * Targets that EventBridge calls with a role.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html, 2026-11-30.
 */
const withRole = /^arn:[a-z-]+:(?:states|kinesis|firehose|ecs|batch|codebuild|codepipeline|sagemaker):/;

/** A rule has something to match, and each target an identifier of its own and the role that it needs. */
export const eventsRule: Constraint = {
  id: 'events-rule',
  types: ['AWS::Events::Rule'],
  source: { url: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html', asOf: '2026-11-30' },
  check: ({ properties }) => {
    const found: Breach[] = [];
    const bus = textAt(properties, 'EventBusName');
    if (!Object.hasOwn(properties, 'EventPattern') && !Object.hasOwn(properties, 'ScheduleExpression')) {
      found.push({
        pointer: '#',
        problem: 'Parameter(s) EventPattern or ScheduleExpression must be specified.',
        fix: 'Add EventPattern or ScheduleExpression.',
      });
    }
    if (at(properties, 'ScheduleExpression') !== undefined && bus !== undefined && !/(?:^|\/)default$/.test(bus)) {
      found.push({
        pointer: '#/ScheduleExpression',
        problem: `ScheduleExpression is supported only on the default event bus. The bus is ${bus}`,
        fix: 'Remove EventBusName, or use EventBridge Scheduler.',
      });
    }
    const ids = new Set<string>();
    for (const { pointer, value } of placesAt(properties, 'Targets/*')) {
      const [id, arn] = [textAt(value, 'Id'), textAt(value, 'Arn')];
      if (id !== undefined && ids.has(id)) {
        found.push({
          pointer: `${pointer}/Id`,
          problem: `The identifier ${id} is the identifier of an earlier target too, and a rule has one target for each`,
          fix: 'Write another identifier.',
        });
      }
      ids.add(id ?? '');
      if (arn !== undefined && withRole.test(arn) && at(value, 'RoleArn') === undefined) {
        found.push({
          pointer,
          problem: `RoleArn is required for target ${arn}.`,
          fix: 'Add RoleArn with a role that events.amazonaws.com can assume.',
        });
      }
    }
    return found;
  },
};
