import type { Declarations } from './declaration';

/** Raised where a release is sealed, read and compared. */
export const releaseMessages = {
  DocumentsInvalid: {
    title: 'Documents invalid',
    meaning:
      'A folder of documents is not named, is named twice, or belongs to a knowledge base that the platform does not have.',
    fix: 'Name a knowledge base of the config and the folder of its documents: --documents NAME=FOLDER.',
  },
  FloatingReference: {
    title: 'Floating reference',
    meaning:
      'A part of the platform is named by something that can mean other content tomorrow, so it cannot be sealed.',
    fix: 'Name it by its digest, revision or version.',
  },
  LockfileMissing: {
    title: 'Lockfile missing',
    meaning: 'Nothing says which packages the release was made with.',
    fix: 'Run npm install, and commit package-lock.json.',
  },
  NotCanonical: {
    title: 'Not canonical JSON',
    meaning: 'A number that is not finite or a text with half a character has no canonical form (RFC 8785).',
    fix: 'Correct the value that the message names.',
  },
  ReleaseInvalid: {
    title: 'Release invalid',
    meaning: 'The file is no release of this kit, or of a version that it does not know.',
    fix: 'Name a file that llmops seal has written.',
  },
  ReleaseTampered: {
    title: 'Release was changed',
    meaning: 'The content of a release is not the one that its name says.',
    fix: 'Take the file from where it was sealed. Nothing that it says can be trusted.',
  },
  TreeNotClean: {
    title: 'Tree not clean',
    meaning: 'Files are changed or new since the commit, so that the commit does not say what would be sealed.',
    fix: 'Commit the files, or remove them.',
  },
} as const satisfies Declarations;
