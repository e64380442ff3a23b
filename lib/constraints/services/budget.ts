import type { Breach, Constraint } from '../constraint';
import type { Json } from '../json';
import { isList } from '../json';
import { at, textAt } from '../value';
import { placesAt } from './places';

/** Source: the API model of Budgets in botocore 1.44.8: one SNS topic and ten addresses at most. */
const most = { SNS: 1, EMAIL: 10 } as const;

function judge(pointer: string, subscribers: Json): readonly Breach[] {
  if (!isList(subscribers)) return [];
  if (subscribers.length === 0) {
    return [
      {
        pointer,
        problem: 'Subscribers has 0 elements, expected 1 to 11: a notification needs somebody to tell',
        fix: 'Add a subscriber.',
      },
    ];
  }
  const found: Breach[] = [];
  for (const type of ['SNS', 'EMAIL'] as const) {
    const count = subscribers.filter((one) => at(one, 'SubscriptionType') === type).length;
    if (count > most[type]) {
      found.push({
        pointer,
        problem: `Subscribers has ${count} of type ${type}, expected at most ${most[type]}`,
        fix: 'Remove subscribers, or send to a topic.',
      });
    }
  }
  for (const [index, subscriber] of subscribers.entries()) {
    const [type, address] = [textAt(subscriber, 'SubscriptionType'), textAt(subscriber, 'Address')];
    if (address === undefined) continue;
    const right = type === 'EMAIL' ? /^[^@\s]+@[^@\s]+$/.test(address) : type !== 'SNS' || address.startsWith('arn:');
    if (!right) {
      found.push({
        pointer: `${pointer}/${index}/Address`,
        problem: `The address of the subscriber is '${address}', expected ${type === 'SNS' ? 'the ARN of a topic' : 'an e-mail address'}`,
        fix: type === 'SNS' ? 'Write the ARN of a topic.' : 'Write an e-mail address.',
      });
    }
  }
  return found;
}

/** A notification of a budget goes to somebody. */
export const budgetSubscribers: Constraint = {
  id: 'budget-subscribers',
  types: ['AWS::Budgets::Budget'],
  source: {
    url: 'https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_NotificationWithSubscribers.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) =>
    placesAt(properties, 'NotificationsWithSubscribers/*/Subscribers').flatMap(({ pointer, value }) =>
      judge(pointer, value),
    ),
};
