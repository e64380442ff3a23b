import type { AwsStackName, AzureStageName, SettledAwsPlan, SettledPlan } from '../plan';
import type { Unit, UnitCloud } from './unit';

/** What the commands of a person look like in this project. */
export interface CommandWords {
  /** Folder of the assembly. */
  readonly assembly: string;
  /** Config file. @default - the programs find it themselves */
  readonly config?: string | undefined;
  /** What bootstraps the account with the rights that the templates need. @default - `llmops bootstrap` of the environment */
  readonly bootstrap?: string;
  /** Names of the stacks that the app has; a stack without resources is left out of it. */
  readonly stacks: readonly AwsStackName[];
  /** Ids of units that wait for assets, for example `aws/deployment`. */
  readonly gated: ReadonlySet<string>;
}

const stackNeeds: Readonly<Record<AwsStackName, readonly AwsStackName[]>> = {
  foundation: [],
  integration: ['foundation'],
  knowledge: ['integration'],
  deployment: ['integration'],
  tuning: ['integration'],
  observability: ['integration', 'knowledge', 'deployment', 'tuning'],
};

/** The AWS stacks in deployment order. */
const stackOrder = Object.keys(stackNeeds) as readonly AwsStackName[];

/** The Azure stages in deployment order. Each reads what the ones before it published. */
const stageOrder: readonly AzureStageName[] = ['initialization', 'experimentation', 'evaluation', 'deployment'];

/** The AWS stacks that a plan fills: CloudFormation refuses an empty template, so a stack without resources is left out. */
export function plannedStacks({ aws }: SettledPlan): readonly AwsStackName[] {
  if (aws === undefined) return [];
  const empty: Readonly<Partial<Record<AwsStackName, object>>> = {
    knowledge: aws.knowledge.bases,
    deployment: aws.deployment.endpoints,
    tuning: aws.tuning.jobs,
  };
  return stackOrder.filter((name) => {
    const content = empty[name];
    return content === undefined || Object.keys(content).length > 0;
  });
}

/** Every unit of an environment in deployment order, AWS first. Nothing joins the clouds, so each can go on without the other. */
export function unitsOf(plan: SettledPlan, words: CommandWords): readonly Unit[] {
  return [
    ...(plan.aws === undefined ? [] : awsUnits(plan.environment, plan.aws, words)),
    ...(plan.azure === undefined ? [] : azureUnits(plan.environment, words)),
  ];
}

function awsUnits(environment: string, aws: SettledAwsPlan, words: CommandWords): readonly Unit[] {
  const config = words.config === undefined ? '' : ` -c config=${words.config}`;
  const templates: Unit = {
    id: 'aws/templates',
    cloud: 'aws',
    kind: 'templates',
    name: 'templates',
    commands: [`npx cdk synth --quiet --output ${words.assembly} -c environment=${environment}${config}`],
    needs: [],
    doneWhen: 'the assembly is written by this run',
  };
  const stack = (name: AwsStackName | 'standby', cloudName: string, needs: readonly string[]): Unit => {
    const pattern = `'${environment}/${name}' --app ${words.assembly} --exclusively`;
    return {
      id: `aws/${name}`,
      cloud: 'aws',
      kind: 'stack',
      name,
      cloudName,
      commands: [`npx cdk deploy ${pattern} --require-approval never`],
      removal: `npx cdk destroy ${pattern} --force`,
      needs,
      doneWhen:
        'its status is complete, its template has the digest of the assembly, and nothing it reads changed later',
    };
  };
  const command = words.bootstrap ?? `llmops bootstrap --env ${environment}`;
  const standby = standbyUnits(aws, command, stack);
  const stacks = words.stacks.flatMap((name): readonly Unit[] => {
    const others = stackNeeds[name].filter((other) => words.stacks.includes(other)).map((other) => `aws/${other}`);
    const needs = [...others, ...(name === 'integration' && standby.length > 0 ? [standbyId] : [])];
    return withGate(words.gated, stack(name, aws.stackNames[name], needs.length === 0 ? ['aws/bootstrap'] : needs));
  });
  return [templates, bootstrapUnit('aws/bootstrap', aws, command), ...standby, ...stacks];
}

const standbyId = 'aws/standby';

/** The stack of the second region, and the bootstrap that deploys it there. S3 copies only to a bucket that exists. */
function standbyUnits(
  aws: SettledAwsPlan,
  command: string,
  stack: (name: 'standby', cloudName: string, needs: readonly string[]) => Unit,
): readonly Unit[] {
  const { standby } = aws;
  if (standby?.stack === undefined) return [];
  const { region } = standby;
  const bootstrap = `${standbyId}-bootstrap`;
  return [
    { ...bootstrapUnit(bootstrap, aws, command), region },
    { ...stack('standby', standby.stack.stackName, [bootstrap]), region },
  ];
}

function bootstrapUnit(id: string, { bootstrapQualifier }: SettledAwsPlan, command: string): Unit {
  return {
    id,
    cloud: 'aws',
    kind: 'bootstrap',
    name: 'bootstrap',
    commands: [command],
    needs: ['aws/templates'],
    doneWhen: `the SSM parameter /cdk-bootstrap/${bootstrapQualifier}/version exists, and the roles have the rights that the templates need`,
  };
}

function azureUnits(environment: string, words: CommandWords): readonly Unit[] {
  const config = words.config === undefined ? '' : `LLMOPS_CONFIG=${words.config} `;
  return stageOrder.flatMap((name, index) => {
    const stack = `${environment}-${name}`;
    return withGate(words.gated, {
      id: `azure/${name}`,
      cloud: 'azure',
      kind: 'stage',
      name,
      cloudName: stack,
      commands: [`${config}pulumi up -s ${stack} --yes`],
      removal: `${config}pulumi destroy -s ${stack} --yes`,
      needs: stageOrder.slice(Math.max(index - 1, 0), index).map((before) => `azure/${before}`),
      doneWhen: 'the stack has outputs, and the journal says that this plan was its last update',
    });
  });
}

/** A unit, and before it the gate that waits for its assets. */
function withGate(gated: ReadonlySet<string>, unit: Unit): readonly Unit[] {
  if (!gated.has(unit.id)) return [unit];
  const gate: Unit = {
    id: gateOf(unit.id),
    cloud: unit.cloud,
    kind: 'assets',
    name: unit.name,
    commands: [],
    needs: unit.needs,
    doneWhen: 'every asset is where the plan says, with its digest or its manifest',
  };
  return [gate, { ...unit, needs: [gate.id] }];
}

/** Id of the gate of a unit. */
export function gateOf(id: string): string {
  return `${id}-assets`;
}

/** The units of one cloud, in deployment order. */
export function unitsOn(units: readonly Unit[], cloud: UnitCloud): readonly Unit[] {
  return units.filter((unit) => unit.cloud === cloud);
}
