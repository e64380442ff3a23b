import type { Issue } from '../issue';

/** Path segments of lower-case letters and digits, which one dot, hyphen or underscore may separate. */
const repositoryName = /^[a-z0-9]+([._/-][a-z0-9]+)*$/;
/** The same after the host of a registry, with its port or without. */
const imageName = /^([a-z0-9]+([.-][a-z0-9]+)*:\d+\/)?[a-z0-9]+([._/-][a-z0-9]+)*$/;

/** The name of a repository in a registry that the kit chooses: without host, tag and digest. */
export function repositoryIssues(path: string, got: string, example: string): readonly Issue[] {
  if (repositoryName.test(got)) return [];
  return [
    {
      code: 'InvalidImageRepository',
      path,
      message: 'not the name of an image repository',
      got,
      expected: `a repository without registry host and tag, for example ${example}`,
      fix: 'remove the host before the first slash, the tag and the digest',
    },
  ];
}

/** The name of an image with the host of its registry, without tag and digest. */
export function imageIssues(path: string, got: string): readonly Issue[] {
  if (imageName.test(got)) return [];
  return [
    {
      code: 'InvalidImageRepository',
      path,
      message: 'not the name of an image',
      got,
      expected:
        'registry and repository in lower case, without spaces, tag and digest, for example docker.io/vllm/vllm-openai',
      fix: 'remove spaces, the tag and the digest, and write capitals in lower case',
    },
  ];
}
