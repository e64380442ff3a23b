import type { Issue } from '../issue';
import type { Rule } from './rule';

/** Tag values that both clouds accept: AWS allows fewer characters than Azure. */
const tagValue = /^[\p{L}\p{N} _.:/=+\-@]{1,256}$/u;
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
  return [...tag('owner.team', owner.team), ...tag('owner.costCenter', owner.costCenter), ...contact];
};

function tag(path: string, got: string): readonly Issue[] {
  if (tagValue.test(got)) return [];
  return [
    {
      code: 'InvalidTagValue',
      path,
      message: 'the value cannot be a tag on both clouds',
      got,
      expected: '1 to 256 letters, digits, spaces or _ . : / = + - @',
      fix: 'remove other characters',
    },
  ];
}
