import type { Issue } from '../issue';

/** Tag values that both clouds accept: AWS allows fewer characters than Azure. */
const tagValue = /^[\p{L}\p{N} _.:/=+\-@]{1,256}$/u;

/** The value of a tag is valid on both clouds. */
export function tagValueIssues(path: string, got: string): readonly Issue[] {
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
