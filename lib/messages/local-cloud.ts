import type { Declarations } from './declaration';

/** Raised when the local AWS cloud cannot start, or cannot keep its state. Answers of its services have the codes of AWS. */
export const localCloudMessages = {
  ListenFailed: {
    title: 'Listen failed',
    meaning: 'The local cloud cannot listen on the port.',
    fix: 'Choose another port.',
    fault: 'environment',
  },
  NotLoopback: {
    title: 'Not a loopback address',
    meaning: 'The local cloud checks no signatures, so it listens on loopback addresses only.',
    fix: 'Use 127.0.0.1, localhost or ::1.',
  },
  PortTaken: {
    title: 'Port taken',
    meaning: 'Another process listens on the port.',
    fix: 'Stop that process, or choose another port.',
    fault: 'environment',
  },
  InvalidModelServer: {
    title: 'Invalid model server',
    meaning: 'The environment names a model server that the local clouds cannot ask.',
    fix: 'Set LLMOPS_LOCAL_MODEL_URL to the base address of an OpenAI-compatible API, or unset it.',
  },
  InvalidFault: {
    title: 'Invalid fault',
    meaning: 'A fault on demand has no such kind, member or id, or a member has a value that it cannot have.',
    fix: 'See `llmops local fault add --help`.',
  },
  LocalCloudNotRunning: {
    title: 'Local cloud not running',
    meaning: 'The command needs a local cloud that works on the state folder now.',
    fix: 'Run `llmops local up` in another terminal, or name its folder with `--state`.',
    fault: 'environment',
  },
  StateAbsent: {
    title: 'No state',
    meaning: 'No local cloud has worked on the folder.',
    fix: 'Run `llmops local up` first, or name its folder with `--state`.',
  },
  StateDamaged: {
    title: 'State damaged',
    meaning: 'The state folder does not hold what was written to it. Nothing was repaired and nothing was changed.',
    fix: 'Restore the folder from a copy, or give it up with `llmops local reset`.',
    fault: 'environment',
  },
  StateForeign: {
    title: 'Not a state folder',
    meaning: 'The folder holds files of something else.',
    fix: 'Name a folder that is empty or does not exist.',
  },
  StateFull: {
    title: 'No space for the state',
    meaning: 'The disk of the state folder is full. What was acknowledged before is there.',
    fix: 'Make space, then start the local cloud again.',
    fault: 'environment',
  },
  StateInUse: {
    title: 'State in use',
    meaning: 'One process at a time works on a state folder.',
    fix: 'Stop that process, or name another folder with `--state`.',
    fault: 'environment',
  },
  StateNewer: {
    title: 'State of a newer version',
    meaning: 'A newer version of the kit wrote the state folder, in a format that this version does not know.',
    fix: 'Use the newer version, or name another folder with `--state`.',
    fault: 'environment',
  },
  StateNotWritable: {
    title: 'State not writable',
    meaning: 'The state folder, or the folder it would be made in, is read-only or belongs to someone else.',
    fix: 'Name a folder that you may write with `--state`.',
    fault: 'environment',
  },
} as const satisfies Declarations;
