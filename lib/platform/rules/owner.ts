import type { Issue } from '../issue';
import type { Rule } from './rule';
import { tagValueIssues } from './tag-value';

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The owner is valid as tags, and alarms can be delivered to the contact. */
export const ownerRule: Rule = ({ spec: { owner } }) => {
  if (owner === undefined) return [];
  const contact: readonly Issue[] = email.test(owner.contact)
    ? []
    : [
        {
          code: 'InvalidContact',
          path: 'owner.contact',
          message: 'the contact is not an e-mail address, so alarms cannot be delivered',
          got: owner.contact,
          expected: 'an e-mail address',
          fix: 'write an address that a team reads, for example ai-platform@example.com',
        },
      ];
  return [
    ...tagValueIssues('owner.team', owner.team),
    ...tagValueIssues('owner.costCenter', owner.costCenter),
    ...contact,
  ];
};
