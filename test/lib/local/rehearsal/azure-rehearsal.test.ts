import type { LocalPulumi, UpdateResult } from '../../../../lib/local/pulumi';
import { createLocalPulumi } from '../../../../lib/local/pulumi';
import type { AzureStageProgram } from '../../../../lib/local/rehearsal/azure-rehearsal';
import { AzureRehearsal } from '../../../../lib/local/rehearsal/azure-rehearsal';
import { root } from '../../../helpers/command';

const stageOf = (stage: AzureStageProgram['stage']): AzureStageProgram => ({
  stage,
  program: { root, main: 'bin/azure.js', project: 'llmops-kit', stack: `dev-${stage}`, config: {} },
});
const stages = [stageOf('initialization'), stageOf('deployment')];
const endpoint = 'azure-native:machinelearningservices:OnlineEndpoint';

/** What a run of a stack gives, in order; the last is repeated. */
type Script = Readonly<Record<string, readonly UpdateResult[]>>;

function result(over: Partial<UpdateResult> = {}): UpdateResult {
  return { ok: true, exitCode: 0, steps: [], retained: [], problems: [], log: [], outputs: {}, ...over };
}

function step(op: UpdateResult['steps'][number]['op'], type = 'azure-native:storage:BlobContainer') {
  return { op, urn: `urn:${type}`, type, name: 'it', diff: [] };
}

/** An engine that follows a script. A planted fault is asked about the endpoint of the deployment stage. */
function scripted(script: Script): { readonly pulumi: LocalPulumi; readonly runs: readonly string[] } {
  const runs: string[] = [];
  const next = new Map<string, number>();
  let fault: Parameters<LocalPulumi['plant']>[0];
  const run = (verb: string) => (program: { readonly stack: string }) => {
    const { stack } = program;
    runs.push(`${verb} ${stack}`);
    const message = stack === 'dev-deployment' ? fault?.({ stack, type: endpoint, name: 'chat' }) : undefined;
    if (message !== undefined)
      return Promise.resolve(result({ ok: false, problems: [{ code: 'PlantedFault', message }] }));
    const at = next.get(stack) ?? 0;
    next.set(stack, at + 1);
    const results = script[stack] ?? [result()];
    return Promise.resolve(results[Math.min(at, results.length - 1)] ?? result());
  };
  const pulumi: LocalPulumi = {
    ...createLocalPulumi(),
    preview: run('preview'),
    up: run('up'),
    destroy: run('destroy'),
    plant: (planted) => {
      fault = planted;
    },
  };
  return { pulumi, runs };
}

test('has no stages to report when an earlier step failed and nothing was brought up', () => {
  expect(new AzureRehearsal(createLocalPulumi(), stages).stacks()).toEqual([]);
});

test('the creation of an endpoint fails once, and the retry brings up only what is not up', async () => {
  const { pulumi, runs } = scripted({ 'dev-initialization': [result({ steps: [step('create')] })] });
  const azure = new AzureRehearsal(pulumi, stages);
  expect(await azure.failOnce()).toEqual({ summary: 'dev-deployment/chat failed after 1 create', failures: [] });
  expect(await azure.up()).toEqual({ summary: 'nothing to do', failures: [] });
  expect(runs).toEqual(['up dev-initialization', 'up dev-deployment', 'up dev-deployment']);
});

test('another reason than the planted one is a failure, and without an endpoint nothing fails', async () => {
  const refused = result({ ok: false, problems: [{ code: 'AlreadyExists', message: 'taken' }] });
  const first = new AzureRehearsal(scripted({ 'dev-initialization': [refused] }).pulumi, stages);
  expect(await first.failOnce()).toEqual({
    summary: 'nothing to do; the environment has no endpoint that could fail',
    failures: ['azure: taken'],
  });
});

test('a change may not replace or delete what lasts, deployed or previewed', async () => {
  const lost = result({ steps: [step('update'), step('replace', 'azure-native:keyvault:Vault')] });
  const { pulumi, runs } = scripted({ 'dev-deployment': [lost] });
  const azure = new AzureRehearsal(pulumi, stages);
  const expected = { summary: '1 update, 1 replace', failures: ['urn:azure-native:keyvault:Vault: replace'] };
  expect(await azure.change(stages)).toEqual(expected);
  expect(await azure.previewChange(stages)).toEqual(expected);
  expect(runs.at(-1)).toBe('preview dev-deployment');
});

test('a second beginning names what is still taken, and comes up with other programs', async () => {
  const taken = result({ ok: false, problems: [{ code: 'SoftDeletedName', message: 'kept' }] });
  const up = result({ steps: [step('create')] });
  const { pulumi, runs } = scripted({ 'dev-initialization': [taken, result(), up], 'dev-deployment': [up] });
  const azure = new AzureRehearsal(pulumi, stages);
  expect(await azure.upAfterDestroy({ line: 'generation 2', stages })).toEqual({
    summary: '1 names are still taken, with generation 2: 2 create',
    failures: [],
  });
  expect(runs).toEqual([
    'up dev-initialization',
    'destroy dev-initialization',
    'up dev-initialization',
    'up dev-deployment',
  ]);
});
