import type { Constraint } from '../constraint';
import { judgePolicies } from './documents';

/** A trust policy speaks about the actions of STS. A pattern such as `sts:*` is not judged: no source says what IAM does. */
export const trustPolicy: Constraint = {
  id: 'trust-policy',
  types: ['AWS::IAM::Role'],
  source: {
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html',
    asOf: '2026-11-30',
  },
  check: (resource) =>
    judgePolicies(resource, ({ policy, kind }) =>
      kind === 'trust'
        ? policy.statements.flatMap(({ action }) =>
            (action?.known ?? [])
              .filter(({ text }) => text.includes(':') && !text.toLowerCase().startsWith('sts:'))
              .map(({ text, pointer }) => ({
                pointer,
                problem: `AssumeRole policy may only specify STS AssumeRole actions. The action is '${text}'`,
                fix: "Write 'sts:AssumeRole', and put other actions into a policy of the role.",
              })),
          )
        : [],
    ),
};
