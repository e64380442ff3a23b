import type { MachineEnd } from '../functions/state-machine';

/** One execution of a state machine. */
export interface Execution {
  readonly arn: string;
  readonly machineArn: string;
  readonly name: string;
  /** JSON text. */
  readonly input: string;
  readonly startDate: Date;
  /** Undefined while it runs. */
  end: (MachineEnd & { readonly date: Date }) | undefined;
}
