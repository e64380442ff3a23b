import type { Issue } from '../issue';

/** A container image is pinned by digest: a tag can point to another image after the test. */
export function digestIssues(path: string, got: string): readonly Issue[] {
  if (/^sha256:[0-9a-f]{64}$/.test(got)) return [];
  return [
    {
      code: 'InvalidDigest',
      path,
      message: 'not an image digest; a tag can point to another image after the test',
      got,
      expected: 'sha256: and 64 lower-case hexadecimal digits',
      fix: `copy the digest from the registry or from 'docker buildx imagetools inspect'`,
    },
  ];
}
