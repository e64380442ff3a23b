import type { Issue } from '../issue';

/** A container image is named by what it contains, never by a tag. */
export function digestIssues(path: string, got: string): readonly Issue[] {
  if (/^sha256:[0-9a-f]{64}$/.test(got)) return [];
  return [
    {
      code: 'InvalidDigest',
      path,
      message: 'not an image digest; a tag can change after it was tested',
      got,
      expected: 'sha256: and 64 lower-case hexadecimal digits',
      fix: `copy the digest from 'docker buildx imagetools inspect' or the registry`,
    },
  ];
}
