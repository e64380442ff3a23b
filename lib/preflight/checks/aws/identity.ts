import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';

/** Whether the credentials are of the account of the environment. */
export const identity: AwsCheck = {
  id: 'aws.identity',
  cloud: 'aws',
  asks: 'Are the credentials of the account of the environment?',
  questions: ['caller'],
  run: async (ask, { account }) =>
    outcomeOf(at(identity, account), await ask.caller(), (caller) =>
      caller.account === account
        ? passed(at(identity, account), caller.arn)
        : {
            kind: 'finding',
            ...at(identity, account),
            cause: 'identity',
            got: `credentials of account ${caller.account}, ${caller.arn}`,
            expected: `credentials of account ${account}`,
            fix: `sign in to ${account}, or name the profile of ${account} in AWS_PROFILE`,
            next: noneKnown,
          },
    ),
};
