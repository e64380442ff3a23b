import type { AwsRehearsal } from './aws-rehearsal';
import type { AwsSecondDays } from './aws-second-days';
import type { AzureRehearsal, AzureSecondBeginning } from './azure-rehearsal';
import type { RehearsedChange, SkippedChange } from './change';
import type { StepRunner } from './progress';
import { steps } from './steps';

/** The clouds of an environment. */
export interface Clouds {
  readonly aws?: AwsRehearsal;
  readonly days?: AwsSecondDays;
  readonly azure?: AzureRehearsal;
}

/** Deploys every change and takes it back; one that fails does not keep the next from being tried. */
export async function change(
  runner: StepRunner,
  clouds: Clouds,
  changes: readonly (RehearsedChange | SkippedChange)[],
): Promise<void> {
  for (const planned of changes) {
    if (runner.interrupted()) return;
    if ('reason' in planned) {
      const skipped = { name: `change: ${planned.name}`, expected: 'the change is deployed and taken back' };
      runner.skip(skipped, planned.reason);
    } else {
      await Promise.all([changeOnAws(runner, clouds, planned), changeOnAzure(runner, clouds, planned)]);
    }
  }
}

async function changeOnAws(runner: StepRunner, { days }: Clouds, planned: RehearsedChange): Promise<void> {
  const { aws, name, expected, line } = planned;
  if (days === undefined || aws === undefined) return;
  await runner.always({ name: `aws change: ${name}`, expected: `${line}: ${expected}` }, () =>
    days.change(planned, aws()),
  );
  await runner.always({ name: `aws change back: ${name}`, expected: 'as before the change' }, () =>
    days.takeBack(planned),
  );
}

async function changeOnAzure(runner: StepRunner, { azure }: Clouds, planned: RehearsedChange): Promise<void> {
  const { azure: stages, azureOneWay, name, line } = planned;
  if (azure === undefined || stages === undefined) return;
  const step = { name: `azure change: ${name}`, expected: `${line}: nothing that lasts is replaced` };
  if (azureOneWay === true) {
    const expected = `${step.expected}; previewed only, because an update does not take the protection of data away again`;
    await runner.always({ ...step, expected }, () => azure.previewChange(stages));
    return;
  }
  await runner.always(step, () => azure.change(stages));
  await runner.always({ name: `azure change back: ${name}`, expected: 'as before the change' }, () => azure.takeBack());
}

/** Brings up again what was destroyed. */
export async function upAgain(
  runner: StepRunner,
  { days, azure }: Clouds,
  again: { readonly aws: boolean; readonly azure: AzureSecondBeginning | undefined },
): Promise<void> {
  const { azure: beginning } = again;
  await Promise.all([
    days !== undefined && again.aws && runner.step(steps.awsUpAgain, () => days.upAgain()),
    azure !== undefined &&
      beginning !== undefined &&
      runner.step(steps.azureUpAgain, () => azure.upAfterDestroy(beginning)),
  ]);
}
