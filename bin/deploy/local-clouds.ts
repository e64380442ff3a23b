import { resolve } from 'node:path';
import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import { inheritable } from '../../lib/local/aws';
import type { LocalPulumi } from '../../lib/local/pulumi';
import { createLocalPulumi } from '../../lib/local/pulumi';
import type { SettledPlan } from '../../lib/plan';
import type { Result } from '../../lib/platform';
import type { AzureStores } from '../assets/azure-stores';
import { azureStores, givenStores } from '../assets/azure-stores';
import type { AwsBootstrap } from '../bootstrap/aws-rights';
import { azureStateOf } from '../local/options';
import { entryPoint } from '../project/entry-point';
import { azurePrograms } from '../rehearse/rehearsed-environment';
import { AwsUnits } from './aws-units';
import type { CloudUnits, UnitSurroundings } from './cloud-units';
import { openLocalEndpoint } from './local-endpoint';
import { openLocalStores } from './local-stores';
import { PulumiLocalUnits } from './pulumi-local-units';

/** How AWS is bootstrapped. */
export interface BootstrapOfAws {
  /** What a person types. */
  readonly command: string;
  readonly make: (region: string) => Result<AwsBootstrap>;
}

/** What the local clouds need beside the surroundings of their units. */
export interface LocalCloudsOptions extends UnitSurroundings {
  readonly plan: SettledPlan;
  /** Folder of the state of the AWS endpoint. */
  readonly state: string;
  /** Folder of caches and of the assembly. */
  readonly work: string;
  readonly assembly: string;
  /** How many times faster than the services the clouds let go of what they hold. @default 1 */
  readonly holdSpeed?: number;
  /** Config file as the user named it. */
  readonly configFile: string;
  /** Makes creations on Azure fail. @default - none fails */
  readonly fault?: Parameters<LocalPulumi['plant']>[0];
  readonly config: string | undefined;
  /** What brings rights that are missing, and makes a first bootstrap. */
  readonly bootstrap: BootstrapOfAws;
}

/** The units of an environment in the local clouds. */
export interface OpenedClouds {
  readonly aws?: CloudUnits;
  /** Where clients of AWS ask about assets. */
  readonly awsClients?: AwsClientOptions;
  readonly azure?: CloudUnits;
  /** Where clients of Azure's stores ask about assets. */
  readonly azureStores?: AzureStores;
  close(): Promise<void>;
}

/**
 * Opens the local clouds of a state. An AWS endpoint that works on the folder now is used; otherwise one is started, which
 * ends with `close`. The Azure engine keeps a file for each stack, so that processes one after another see the same cloud.
 * @throws CodedError (StateInUse, StateNewer, StateDamaged, StateForeign, StateNotWritable, StateFull)
 */
export async function openLocalClouds(options: LocalCloudsOptions): Promise<OpenedClouds> {
  const { plan, state, signal, root, configFile } = options;
  const closing: (() => Promise<void>)[] = [];
  const aws = plan.aws === undefined ? undefined : await localAws(options, plan.aws, closing);
  let azure: Required<Pick<OpenedClouds, 'azure' | 'azureStores'>> | undefined;
  if (plan.azure !== undefined) {
    const engine = createLocalPulumi({
      stateDirectory: azureStateOf(state),
      signal,
      holdSpeed: options.holdSpeed ?? 1,
    });
    closing.push(() => engine.close());
    engine.plant(options.fault);
    const programs = azurePrograms(plan, resolve(root, configFile)).map(
      ({ program }) => [program.stack, program] as const,
    );
    const stores = await openLocalStores(state, givenStores(plan.azure));
    closing.push(() => stores.close());
    azure = {
      azure: new PulumiLocalUnits({ azure: plan.azure, engine, programs: new Map(programs) }),
      azureStores: azureStores(plan.azure, stores.url),
    };
  }
  return {
    ...aws,
    ...azure,
    close: async () => {
      for (const close of closing) await close();
    },
  };
}

async function localAws(
  options: LocalCloudsOptions,
  aws: NonNullable<SettledPlan['aws']>,
  closing: (() => Promise<void>)[],
): Promise<Required<Pick<OpenedClouds, 'aws' | 'awsClients'>>> {
  const { state, work, environment, bootstrap } = options;
  const { clients, set, close } = await openLocalEndpoint(state, aws, options.holdSpeed);
  closing.push(close);
  const units = new AwsUnits({
    ...options,
    aws,
    clients,
    env: { ...inheritable(process.env), ...set, CDK_HOME: resolve(work, 'cdk-home') },
    // The CLI strips quotes that enclose the whole command.
    app: `exec "${process.execPath}" "${entryPoint('aws')}"`,
    bootstrap: { command: bootstrap.command, local: { folder: resolve(work, environment), make: bootstrap.make } },
  });
  return { aws: units, awsClients: clients };
}
