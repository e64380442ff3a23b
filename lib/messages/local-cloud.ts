import type { Declarations } from './declaration';

/** Raised when the local AWS cloud cannot start. Answers of its services have the codes of AWS. */
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
} as const satisfies Declarations;
