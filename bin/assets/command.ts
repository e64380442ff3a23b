import type { Command } from 'commander';
import type { AssetState } from '../../lib/assets/asset-state';
import { present } from '../../lib/assets/asset-state';
import { CodedError } from '../../lib/messages';
import type { SettledPlan } from '../../lib/plan';
import { settle } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { listed, unknownName } from '../../lib/platform';
import type { LocalEndpoint } from '../deploy/local-endpoint';
import { defaultState } from '../local/options';
import { refusing } from '../local/refused';
import { defaultConfigFile } from '../project/default-config';
import { planConfig } from '../project/planned';
import { issueOf, issuesAsJson, refuse, reportIssues } from '../terminal/issues';
import type { CommonOptions } from '../terminal/options';
import { verb, writeJson } from '../terminal/options';
import type { Terminal } from '../terminal/terminal';
import { exit } from '../terminal/terminal';
import type { AssetPlaces } from './asset-state-of';
import { assetStateOf } from './asset-state-of';
import type { AzureStores } from './azure-stores';
import { azureStores, givenStores } from './azure-stores';
import { bring, isAddress } from './bring';
import { importByJob } from './import-by-job';
import type { PlannedAsset } from './planned-asset';
import type { FoundAsset } from './text';
import { assetText, progress } from './text';

interface AssetOptions extends CommonOptions {
  readonly env: string;
  readonly only?: readonly string[];
  readonly local: boolean;
  readonly state: string;
}

interface PushOptions extends AssetOptions {
  readonly from?: string;
}

/** `llmops assets`: what must be where before a deployment, and the bringing of it. */
export function register(program: Command, terminal: Terminal): void {
  const assets = program
    .command('assets')
    .description('weights, images, documents and indexes of an environment: what must be where, and the bringing of it')
    .exitOverride();
  const withPlaces = (command: Command): Command =>
    command
      .requiredOption('--env <name>', 'environment')
      .option('--only <id...>', 'these assets only, such as aws/weights/chat')
      .option('--local', 'ask and fill the local cloud', false)
      .option('--state <dir>', 'with --local: folder of the state of the local cloud', defaultState);
  withPlaces(verb(assets, 'plan', 'what must be where, its size, who brings it and what is missing')).action(
    (options: AssetOptions) => refusing(options, terminal, () => withAssets(options, terminal, show)),
  );
  withPlaces(verb(assets, 'push', 'bring what is missing; a push that stopped is continued'))
    .option('--from <place>', 'folder, or address of a hub or a registry, in place of the planned source')
    .action((options: PushOptions) =>
      refusing(options, terminal, () => withAssets(options, terminal, (opened) => push(opened, options))),
    );
}

interface Opened {
  readonly assets: readonly PlannedAsset[];
  readonly places: AssetPlaces;
  readonly options: AssetOptions;
  readonly terminal: Terminal;
}

async function withAssets(
  options: AssetOptions,
  terminal: Terminal,
  run: (opened: Opened) => Promise<void>,
): Promise<void> {
  const planned = await planConfig(options.config, process.cwd(), options.env);
  const [plan] = planned.ok ? planned.value.plans : [];
  if (plan === undefined) {
    refuse(planned.issues, options, terminal);
    return;
  }
  const settled = settle(plan);
  const all = Object.values(settled.assets);
  const issues = unknownIds(options.only ?? [], all);
  if (issues.length > 0) {
    refuse(issues, options, terminal);
    return;
  }
  const assets = all.filter(({ id }) => options.only === undefined || options.only.includes(id));
  const local = await openLocal(options, settled.aws);
  const stores = await openStores(options, settled.azure);
  const aws = settled.aws && (local?.clients ?? { region: settled.aws.region });
  const places = { push: `llmops assets push ${flagsOf(options)}`, aws, azure: stores?.stores };
  try {
    await run({ assets, places, options, terminal });
  } finally {
    await stores?.close();
    await local?.close();
  }
}

/** The flags by which a printed command means the same environment. */
function flagsOf({ env, config, local, state }: AssetOptions): string {
  const at = config === defaultConfigFile ? '' : ` --config ${config}`;
  const where = !local ? '' : state === defaultState ? ' --local' : ` --local --state ${state}`;
  return `--env ${env}${at}${where}`;
}

/** Loaded on demand: accounts need no local cloud. */
interface LocalEndpoints {
  openLocalEndpoint(state: string, of: { readonly account: string; readonly region: string }): Promise<LocalEndpoint>;
}

async function openLocal(
  { local, state }: AssetOptions,
  aws: { readonly account: string; readonly region: string } | undefined,
): Promise<LocalEndpoint | undefined> {
  if (!local || aws === undefined) return undefined;
  return (require('../deploy/local-endpoint') as LocalEndpoints).openLocalEndpoint(state, aws);
}

/** Loaded on demand, as the endpoint of AWS. */
interface LocalAzureStores {
  readonly openLocalStores: (
    state: string,
    given: readonly string[],
  ) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
}

async function openStores(
  { local, state }: AssetOptions,
  azure: SettledPlan['azure'],
): Promise<{ readonly stores: AzureStores; readonly close: () => Promise<void> } | undefined> {
  if (azure === undefined) return undefined;
  if (!local) return { stores: azureStores(azure), close: () => Promise.resolve() };
  const { openLocalStores } = require('../deploy/local-stores') as LocalAzureStores;
  const { url, close } = await openLocalStores(state, givenStores(azure));
  return { stores: azureStores(azure, url), close };
}

function unknownIds(only: readonly string[], all: readonly PlannedAsset[]): readonly Issue[] {
  const known = all.map(({ id }) => id);
  return only
    .filter((id) => !known.includes(id))
    .map((got) => unknownName({ code: 'UnknownAsset', path: '--only', noun: 'asset', got, known }));
}

async function show({ assets, places, options, terminal }: Opened): Promise<void> {
  const found: FoundAsset[] = [];
  for (const asset of assets) found.push({ asset, state: await assetStateOf(asset, places) });
  if (options.json)
    writeJson(
      terminal,
      found.map(({ asset, state }) => ({ ...asset, state })),
    );
  else terminal.out(found.map((one) => assetText(one, terminal)).join('\n'));
  const kinds = new Set(found.map(({ state }) => state.kind));
  if (kinds.has('missing') || kinds.has('wrong')) terminal.setExitCode(exit.findings);
  else if (kinds.has('unverified')) terminal.setExitCode(exit.inconclusive);
}

/** What came of an asset of a push. */
interface Pushed {
  readonly id: string;
  /** `not verified`: it was brought, and whether it arrived could not be asked. */
  readonly result: 'present' | 'brought' | 'refused' | 'not verified';
  readonly issues: readonly Issue[];
  /** Why it is not verified. */
  readonly cause?: string;
}

async function push({ assets, places, terminal }: Opened, options: PushOptions): Promise<void> {
  const wanted = assets.filter((asset) => options.only !== undefined || isBrought(asset));
  const ambiguous = fromIssues(options, wanted);
  if (ambiguous.length > 0) {
    refuse(ambiguous, options, terminal);
    return;
  }
  const results: Pushed[] = [];
  for (const asset of wanted) results.push(await pushOne(asset, places, options, terminal));
  if (options.json)
    writeJson(
      terminal,
      results.map(({ issues, ...rest }) => ({ ...rest, issues: issuesAsJson(issues) })),
    );
  else for (const { id, result } of results) terminal.out(`${result.padEnd(8)}  ${id}`);
  for (const { id, cause } of results) {
    if (cause !== undefined) terminal.err(`${id} was brought, and is not verified: ${cause}`);
  }
  reportIssues(
    results.flatMap(({ issues }) => issues),
    terminal,
  );
  if (results.some(({ result }) => result === 'refused')) terminal.setExitCode(exit.findings);
  else if (results.some(({ result }) => result === 'not verified')) terminal.setExitCode(exit.inconclusive);
}

async function pushOne(
  asset: PlannedAsset,
  places: AssetPlaces,
  options: PushOptions,
  terminal: Terminal,
): Promise<Pushed> {
  const { id, bringer } = asset;
  const ended = (result: Pushed['result'], issues: readonly Issue[] = []): Pushed => ({ id, result, issues });
  if (!isBrought(asset)) return ended('refused', [notBrought(asset)]);
  const state = await assetStateOf(asset, places);
  if (state.kind === 'present' && asset.kind !== 'documents') return ended('present');
  const refusal = refusalOf(asset, state);
  if (refusal !== undefined) return ended('refused', [refusal]);
  try {
    const { from, config } = options;
    const tell = progress(id, terminal);
    const { aws, azure } = places;
    const how = { config, from, token: process.env.HF_TOKEN };
    const issues =
      bringer === 'job'
        ? await importByJob(asset, { ...how, aws, tell: terminal.err })
        : await bring(asset, { ...how, aws, azure, push: places.push, tell });
    if (issues.length > 0) return ended('refused', issues);
    // A registry of Azure imports on its own, and so does a job: what is there then is asked.
    const after = asset.kind === 'image' || bringer === 'job' ? await assetStateOf(asset, places) : present;
    if (after.kind === 'present') return ended('brought');
    if (after.kind === 'unverified') return { ...ended('not verified'), cause: after.cause };
    return ended('refused', [notArrived(asset, after)]);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return ended('refused', [issueOf(error)]);
  }
}

/** What is there and wrong is repaired by a person: a complete prefix is written once. */
function refusalOf({ id }: PlannedAsset, state: AssetState): Issue | undefined {
  if (state.kind !== 'wrong' || state.problem === 'half' || state.problem === 'digest') return undefined;
  return {
    code: 'AssetPlaceDiffers',
    path: id,
    message: state.cause,
    expected: 'an empty place, or this asset',
    fix: state.repair,
  };
}

function notArrived(
  { id }: PlannedAsset,
  { cause, repair }: Extract<AssetState, { kind: 'missing' | 'wrong' }>,
): Issue {
  return {
    code: 'AssetHashDiffers',
    path: id,
    message: cause,
    expected: 'the image of the planned digest',
    fix: repair,
  };
}

/** Whether this command brings it, starts the job that does, or makes the pull that fetches it. */
function isBrought({ bringer, cloud }: PlannedAsset): boolean {
  return bringer === 'push' || bringer === 'job' || (bringer === 'cache' && cloud === 'aws');
}

function notBrought({ id, bringer, uri }: PlannedAsset): Issue {
  const who = {
    push: '',
    job: '',
    cache: 'the first pull of the endpoint',
    provider: 'its publisher',
    ingestion: 'an ingestion job',
    you: 'you',
  }[bringer];
  return {
    code: 'AssetNotBrought',
    path: id,
    message: `it is brought by ${who}`,
    expected: 'an asset that this command brings',
    fix: `see that it is at ${uri}; llmops assets plan says whether it is`,
  };
}

function fromIssues({ from }: PushOptions, wanted: readonly PlannedAsset[]): readonly Issue[] {
  if (from === undefined || wanted.length === 1) return [];
  const kind = isAddress(from) ? 'address' : 'folder';
  return [
    {
      code: 'WrongUsage',
      path: '--from',
      message: `one ${kind} cannot be the source of ${wanted.length} assets`,
      got: from,
      expected: `one asset: ${listed(wanted.map(({ id }) => id))}`,
      fix: 'name it with --only',
    },
  ];
}
