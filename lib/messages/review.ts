import type { Declarations } from './declaration';

/** Raised where the two sides of a review are read. */
export const reviewMessages = {
  AcceptanceExpired: {
    title: 'Acceptance expired',
    meaning: 'The last day of an acceptance is over, so the concern stands again.',
    fix: 'Mend what the concern names, or give the acceptance another day.',
    severity: 'warning',
  },
  AcceptanceUnused: {
    title: 'Acceptance without a resource',
    meaning: 'An acceptance names an address that neither side of the review has.',
    fix: 'Correct the address, or remove the acceptance.',
    severity: 'warning',
  },
  CommitTooLarge: {
    title: 'Commit too large',
    meaning: 'The files of a commit are too many or too large to be planned apart from the work tree.',
    fix: 'Check the commit out, write its graph with llmops graph, and compare with that file.',
  },
  GitMissing: {
    title: 'Git missing',
    meaning: 'A git reference is the base of a comparison, and git is not installed.',
    fix: 'Install git, or name a file as the base.',
    fault: 'environment',
  },
  GitRepositoryMissing: {
    title: 'Not a repository',
    meaning:
      'The base is no file, and the working directory is in no git repository that could know it as a reference.',
    fix: 'Name a file, or run the command in the repository.',
  },
  NotInCommit: {
    title: 'Not in the commit',
    meaning: 'The commit of the base has neither the config nor any of the files that are compared.',
    fix: 'Name another commit, or a file as the base.',
  },
  ShallowClone: {
    title: 'Shallow clone',
    meaning: 'The clone was made without the commit of the base.',
    fix: 'Fetch it: git fetch --unshallow, or fetch-depth: 0 in the checkout step.',
  },
  UnknownReference: {
    title: 'Unknown reference',
    meaning: 'The base is neither a file nor a commit, branch or tag of the repository.',
    fix: 'Check the spelling, or fetch the branch: git fetch origin NAME.',
  },
} as const satisfies Declarations;
