import type { LocalAws } from '../aws';
import { awsTypeBehaviour, startLocalAws } from '../aws';
import { azureTypeBehaviour } from '../azure-type-behaviour';
import { countBehaviour } from '../behaviour';
import type { LanguageModel } from '../model/language-model';
import { createLocalPulumi } from '../pulumi';
import type { AwsTarget } from './aws-rehearsal';
import { AwsRehearsal } from './aws-rehearsal';
import { AwsSecondDays } from './aws-second-days';
import type { AzureKnowledge } from './azure-questions';
import type { AzureSecondBeginning, AzureStageProgram } from './azure-rehearsal';
import { AzureRehearsal } from './azure-rehearsal';
import type { RehearsedChange, SkippedChange } from './change';
import type { RehearsalProgress } from './progress';
import { StepRunner } from './progress';
import type { RehearsedAnswer } from './questions';
import type { RehearsalReport } from './report';
import type { Clouds } from './second-days';
import { change, upAgain } from './second-days';
import { SkippedLines } from './skipped-work';
import { steps } from './steps';

/** An environment and how to rehearse it. */
export interface RehearsalOptions {
  /** Folder with `package.json` and `cdk.json`. */
  readonly root: string;
  readonly configFile: string;
  readonly platform: string;
  readonly environment: string;
  readonly aws?: AwsTarget;
  readonly azure?: {
    readonly stages: readonly AzureStageProgram[];
    readonly protected: boolean;
    /** What is asked questions. @default - nothing is asked */
    readonly knowledge?: AzureKnowledge;
    /** @default - the second beginning is not rehearsed on Azure */
    readonly again?: AzureSecondBeginning;
  };
  /** Changes of one line, in the order in which they are deployed and taken back. */
  readonly changes: readonly (RehearsedChange | SkippedChange)[];
  /** What generates and embeds text on both clouds. @default - a stand-in without a model, which says so */
  readonly model?: LanguageModel;
  /** Folder for the assembly and caches; the caller removes it. */
  readonly workFolder: string;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onProgress: (progress: RehearsalProgress) => void;
}

/** What a rehearsal does not prove; printed with every report. */
const notProven = [
  'the real services accepting every value: the local cloud checks schemas, references, order, names and state, not service-side rules it does not know',
  'provider-side defaults and replacements of azure-native: the provider itself does not run',
  'capacity, quotas and prices of your accounts',
];

/**
 * Rehearses the life of an environment on the local cloud, with the real CDK CLI and the real Pulumi program: a first
 * deployment that fails and is retried, a deployment without a change, changes of one line that are taken back, the end,
 * and a second beginning. Both clouds run in parallel; each phase waits for the same phase of the other cloud.
 */
export async function rehearse(options: RehearsalOptions): Promise<RehearsalReport> {
  const started = options.now();
  const runner = new StepRunner(options.now, options.onProgress, options.signal);
  let days: AwsSecondDays | undefined;
  const skipped = new SkippedLines();
  const cloud = await startLocalAws({
    ...(options.model === undefined ? {} : { model: options.model }),
    // With a listener, everything that the handlers of a type need is asked of the role that deploys.
    onAsked: () => undefined,
    onEvent: (event) => {
      days?.record(event);
      skipped.add(event);
    },
  });
  const pulumi = createLocalPulumi();
  // An interrupt must end the program's process at once, not after its step.
  options.signal.addEventListener('abort', () => void pulumi.close(), { once: true });
  const aws = options.aws === undefined ? undefined : new AwsRehearsal({ ...options, target: options.aws, cloud });
  if (options.aws !== undefined && aws !== undefined)
    days = new AwsSecondDays({ ...options.aws, cloud, original: () => aws.templates() });
  const clouds: Clouds = {
    ...(aws === undefined || days === undefined ? {} : { aws, days }),
    ...(options.azure === undefined ? {} : { azure: new AzureRehearsal(pulumi, options.azure.stages, options.model) }),
  };
  try {
    const deployments = await runSteps(options, runner, clouds);
    return report(options, started, runner, { ...deployments, skipped, requests: cloud.requests() });
  } finally {
    await Promise.all([cloud.close(), pulumi.close()]);
  }
}

/** The part of the report that the deployments give. */
type Deployments = Pick<RehearsalReport, 'stacks' | 'secondDeploy' | 'answers' | 'kept'>;

async function runSteps(options: RehearsalOptions, runner: StepRunner, clouds: Clouds): Promise<Deployments> {
  await deploy(runner, clouds);
  const stacks = [...(clouds.aws?.stacks() ?? []), ...(clouds.azure?.stacks() ?? [])];
  const secondDeploy = await deployAgain(runner, clouds);
  const answers = await askQuestions(runner, clouds, options.azure?.knowledge);
  if (runner.healthy()) await change(runner, clouds, options.changes);
  const healthy = runner.healthy();
  const kept = options.signal.aborted ? [] : await destroy(runner, clouds, options);
  if (healthy) {
    const azure = options.azure?.protected === false ? options.azure.again : undefined;
    await upAgain(runner, clouds, { aws: options.aws?.terminationProtection === false, azure });
  }
  return { stacks, secondDeploy, answers, kept };
}

function report(
  options: RehearsalOptions,
  started: Date,
  runner: StepRunner,
  {
    stacks,
    secondDeploy,
    answers,
    kept,
    requests,
    skipped,
  }: Deployments & { readonly requests: ReturnType<LocalAws['requests']>; readonly skipped: SkippedLines },
): RehearsalReport {
  const failures = options.signal.aborted ? ['interrupted', ...runner.failures] : runner.failures;
  return {
    schema: 'llmops-kit/rehearsal/v2',
    platform: options.platform,
    environment: options.environment,
    startedAt: started.toISOString(),
    seconds: (options.now().getTime() - started.getTime()) / 1000,
    ok: failures.length === 0,
    failures,
    failureCount: failures.length,
    stacks,
    secondDeploy,
    answers,
    kept,
    steps: runner.steps,
    requests: { total: requests.length, refused: requests.filter(({ outcome }) => outcome !== 'ok').length },
    behaviour: behaviourOf(stacks),
    simulated: skipped.of('simulated'),
    unverified: skipped.of('unverified'),
    notProven,
  };
}

function behaviourOf(stacks: RehearsalReport['stacks']): RehearsalReport['behaviour'] {
  const types = (wanted: 'aws' | 'azure'): readonly string[] =>
    stacks.flatMap(({ cloud, resources }) => (cloud === wanted ? resources.map(({ type }) => type) : []));
  return [
    ...countBehaviour('aws', types('aws'), awsTypeBehaviour),
    ...countBehaviour('azure', types('azure'), azureTypeBehaviour),
  ];
}

async function deploy(runner: StepRunner, { aws, azure }: Clouds): Promise<void> {
  if (aws !== undefined) await runner.step(steps.synth, (detail) => aws.synthesize(detail));
  await Promise.all([
    aws && runner.step(steps.bootstrap, (detail) => aws.bootstrap(detail)),
    azure && runner.step(steps.preview, () => azure.preview()),
  ]);
  await Promise.all([aws && deployAfterFault(runner, aws), azure && upAfterFault(runner, azure)]);
}

async function deployAfterFault(runner: StepRunner, aws: AwsRehearsal): Promise<void> {
  await runner.step(steps.deployFails, (detail) => aws.failOnce(detail));
  await runner.step(steps.deploy, (detail) => aws.retry(detail));
}

async function upAfterFault(runner: StepRunner, azure: AzureRehearsal): Promise<void> {
  await runner.step(steps.upFails, () => azure.failOnce());
  await runner.step(steps.up, () => azure.up());
}

async function deployAgain(runner: StepRunner, { aws, azure }: Clouds): Promise<RehearsalReport['secondDeploy']> {
  if (!runner.healthy()) return { aws: [], azure: [], empty: false };
  const changes = { aws: [] as readonly string[], azure: [] as readonly string[] };
  await Promise.all([
    aws &&
      runner.step(steps.deployAgain, async (detail) => {
        const again = await aws.redeploy(detail);
        changes.aws = again.changes;
        return again;
      }),
    azure &&
      runner.step(steps.upAgain, async () => {
        const again = await azure.upAgain();
        changes.azure = again.changes;
        return again;
      }),
  ]);
  return { ...changes, empty: runner.healthy() && changes.aws.length + changes.azure.length === 0 };
}

/** Asks the knowledge of the environment on both clouds; nothing where it has none. */
async function askQuestions(
  runner: StepRunner,
  { aws, azure }: Clouds,
  knowledge: AzureKnowledge | undefined,
): Promise<RehearsalReport['answers']> {
  const questions = aws?.questions();
  const answers: RehearsedAnswer[] = [];
  if (questions !== undefined) {
    await runner.step(steps.questions, async () => {
      const asked = await questions.ask();
      answers.push(...asked.answers);
      return asked;
    });
  }
  if (azure !== undefined && knowledge !== undefined) {
    await runner.step(steps.azureQuestions, async () => {
      const asked = await azure.questions(knowledge).ask();
      answers.push(...(asked?.answers ?? []));
      return asked ?? { summary: 'not applicable: no identity of the environment may fill an index', failures: [] };
    });
  }
  return answers;
}

async function destroyAws(
  runner: StepRunner,
  aws: AwsRehearsal,
  days: AwsSecondDays | undefined,
  kept: string[],
): Promise<void> {
  const destroy = (): Promise<void> => runner.always(steps.destroy, (detail) => aws.destroy(detail));
  if (days === undefined) await destroy();
  else kept.push(...(await days.keptBy(destroy)).map((text) => `aws: ${text}`));
}

/** @returns what stays, with the reason */
async function destroy(
  runner: StepRunner,
  { aws, days, azure }: Clouds,
  options: RehearsalOptions,
): Promise<readonly string[]> {
  const kept: string[] = [];
  const down: Promise<void>[] = [];
  if (aws !== undefined) {
    if (options.aws?.terminationProtection === true) kept.push('aws: stacks have termination protection in this tier');
    else down.push(destroyAws(runner, aws, days, kept));
  }
  if (azure !== undefined) {
    if (options.azure?.protected === true) kept.push('azure: resources that hold data are protected in this tier');
    else
      down.push(
        runner.always(steps.azureDestroy, async () => {
          const destroyed = await azure.destroy();
          kept.push(...destroyed.retained.map((urn) => `azure: ${urn} is retained on delete by the program`));
          return destroyed;
        }),
      );
  }
  await Promise.all(down);
  return kept;
}
