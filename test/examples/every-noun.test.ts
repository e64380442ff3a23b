import { ComponentResource } from '@pulumi/pulumi';
import { CfnResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import * as awsConstructs from '../../constructs/aws';
import * as azureComponents from '../../constructs/azure';
import { program } from '../../examples/every-noun';
import { app } from '../../examples/every-noun/app';
import type { Recording } from '../../lib/graph';
import { readRecording } from '../../lib/graph';
import { startLocalAws } from '../../lib/local/aws';
import { check, rulesOf } from '../../lib/review';
import { deployPlanted } from '../cases/planted';
import type { TemplateJson } from '../helpers/aws-app';
import { recordProgram } from '../helpers/azure-recording';
import { checkWholeTemplate } from '../helpers/check-template';

/** The exported classes below a base class, by name. */
function classesOf(exported: Readonly<Record<string, unknown>>, base: typeof Construct | typeof ComponentResource) {
  return Object.entries(exported).filter(
    ([, value]) => typeof value === 'function' && value.prototype instanceof base,
  ) as readonly (readonly [name: string, made: new (...args: never) => object])[];
}

/** Public constructs that the app has none of. */
function missingConstructs(exported: Readonly<Record<string, unknown>>): readonly string[] {
  const nodes = app.node.findAll();
  return classesOf(exported, Construct)
    .filter(([, made]) => !nodes.some((node) => node instanceof made))
    .map(([name]) => name);
}

/** Public components that the program has none of. */
function missingComponents(exported: Readonly<Record<string, unknown>>, { registrations }: Recording) {
  const types = new Set(registrations.map(({ type }) => type));
  return classesOf(exported, ComponentResource)
    .map(([name]) => name)
    .filter((name) => !types.has(`llmops-kit:azure:${name}`));
}

/** What each construct below the stack creates: the types of its resources, with their number. */
function inventoryOf(): string {
  const counts = new Map<string, number>();
  for (const node of app.node.findAll()) {
    if (!CfnResource.isCfnResource(node)) continue;
    const [, noun = ''] = node.node.path.split('/');
    const line = `${noun}: ${node.cfnResourceType.replace(/^AWS::/, '')}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} × ${count}`)).join('\n');
}

/** What each component of the program creates itself. */
function recordedInventory({ registrations }: Recording): string {
  const names = new Map(registrations.map(({ urn, name }) => [urn, name]));
  const counts = new Map<string, number>();
  for (const { type, parent, custom } of registrations) {
    if (!custom) continue;
    const line = `${names.get(parent) ?? '-'}: ${type.replace(/^azure-native:/, '')}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts]
    .map(([line, count]) => (count === 1 ? line : `${line} × ${count}`))
    .toSorted()
    .join('\n');
}

/** What the rules find and the app keeps, each with its reason. Anything else fails. */
const kept: Readonly<Record<string, string>> = {
  'BucketNotLogged ArtifactsBucket': 'data events of the trail of the account record access, with the role',
  'BucketNotLogged Documents': 'as above',
  'BucketObjectLock ArtifactsBucket': 'an option of the store: a lock cannot be taken off',
  'BucketObjectLock Documents': 'as above',
  'BuildOutsideVpc Weights': 'the import needs a way to the internet, which the network of the platform has not',
  'EgressAnywhere NetworkWorkload':
    'HTTPS only, to gateway endpoints with public addresses; there is no internet route',
  'EgressAnywhere SecondTeamWorkload': 'as above',
  'LogDataProtection HandbookIngestionsGroup': 'states of jobs and names of documents, no prompts',
  'LogDataProtection NetworkFlowLogLogGroup': 'addresses and ports, no prompts',
  'LogDataProtection WeightsLog': 'names of files, no prompts',
  'TrustWithoutSource CopiesRole': 'no source says which context keys S3 sends when it replicates',
};

class Unused extends Construct {}
class UnusedComponent extends ComponentResource {}

describe('the app with one construct of each noun', () => {
  const assembly = app.synth();
  const template = assembly.getStackByName('EveryNoun').template as TemplateJson;

  test('has every public construct, and the guard sees one that it has not', () => {
    expect(missingConstructs(awsConstructs)).toEqual([]);
    expect(missingConstructs({ ...awsConstructs, Unused })).toEqual(['Unused']);
  });

  test('asks no account anything', () => {
    expect(assembly.manifest.missing ?? []).toEqual([]);
  });

  test('passes every rule and every constraint, but for what is kept with a reason', () => {
    const found = checkWholeTemplate(template, 'eu-central-1', 'regulated').map(
      ({ rule, address }) => `${rule} ${address.replace(/^template\//, '').replace(/[0-9A-F]{8}$/, '')}`,
    );
    expect(found.toSorted()).toEqual(Object.keys(kept).toSorted());
  });

  test('is deployed by the local cloud', async () => {
    const cloud = await startLocalAws();
    try {
      // Without the parameter that asks whether the account is bootstrapped.
      const body = JSON.stringify({ Resources: template.Resources });
      expect(await deployPlanted(cloud, 'EveryNoun', body)).toBe('deployed');
    } finally {
      await cloud.close();
    }
  });

  test('creates this', () => {
    expect(inventoryOf()).toMatchSnapshot();
  });
});

describe('the program with one component of each noun', () => {
  let recording: Recording;
  beforeAll(async () => {
    recording = await recordProgram(program);
  });

  test('has every public component, and the guard sees one that it has not', () => {
    expect(missingComponents(azureComponents, recording)).toEqual([]);
    expect(missingComponents({ ...azureComponents, UnusedComponent }, recording)).toEqual(['UnusedComponent']);
  });

  test('is recorded without a problem and passes every rule', () => {
    expect(recording.problems).toEqual([]);
    expect(check(readRecording(recording, 'prod'), rulesOf('baseline')).findings).toEqual([]);
  });

  test('creates this', () => {
    expect(recordedInventory(recording)).toMatchSnapshot();
  });
});
