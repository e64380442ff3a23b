import { CloudIndex } from '../../../../lib/local/pulumi/cloud-index';
import { Deployment } from '../../../../lib/local/pulumi/deployment';
import { Identifiers } from '../../../../lib/local/pulumi/identifier';
import type { DeploymentState, PlantedFault, Registered, Registration } from '../../../../lib/local/pulumi/model';
import type { PropertyMap } from '../../../../lib/local/pulumi/property-value';
import { RunRecord } from '../../../../lib/local/pulumi/run-record';
import { SecretSeal } from '../../../../lib/local/pulumi/sealed-secret';
import { SecretTexts } from '../../../../lib/local/pulumi/secret-texts';

export const subscription = '11111111-1111-4111-8111-111111111111';
export const tenant = '22222222-2222-4222-8222-222222222222';
/** The group that every resource waits for. */
const groupUrn = 'urn:pulumi:dev::kit::azure-native:resources:ResourceGroup::group';
export const stackUrn = 'urn:pulumi:dev::kit::pulumi:pulumi:Stack::kit-dev';

export function registration(
  type: string,
  name: string,
  inputs: PropertyMap,
  more: Partial<Registration> = {},
): Registration {
  const dependencies = type.endsWith(':ResourceGroup') ? [] : [groupUrn];
  return { ...plain(type, name, inputs), parent: stackUrn, dependencies, ...more };
}

function plain(type: string, name: string, inputs: PropertyMap): Registration {
  return {
    type,
    name,
    inputs,
    custom: true,
    remote: false,
    protect: false,
    dependencies: [],
    propertyDependencies: {},
    ignoreChanges: [],
    replaceOnChanges: [],
    additionalSecretOutputs: [],
    aliases: [],
    retainOnDelete: false,
    replaceWith: [],
  };
}

export function resourceGroup(more: Partial<Registration> = {}, inputs: PropertyMap = {}): Registration {
  return registration(
    'azure-native:resources:ResourceGroup',
    'group',
    { resourceGroupName: 'rg', location: 'swedencentral', ...inputs },
    more,
  );
}

export function account(more: Partial<Registration> = {}, inputs: PropertyMap = {}): Registration {
  return registration(
    'azure-native:cognitiveservices:Account',
    'account',
    {
      accountName: 'aoai',
      resourceGroupName: 'rg',
      location: 'swedencentral',
      kind: 'OpenAI',
      sku: { name: 'S0' },
      ...inputs,
    },
    { dependencies: [urnOf(resourceGroup())], ...more },
  );
}

export function deploymentOf(name: string, more: Partial<Registration> = {}, capacity = 10): Registration {
  return registration(
    'azure-native:cognitiveservices:Deployment',
    name,
    { accountName: 'aoai', resourceGroupName: 'rg', deploymentName: name, sku: { name: 'Standard', capacity } },
    { dependencies: [urnOf(account())], propertyDependencies: { accountName: [urnOf(account())] }, ...more },
  );
}

export function urnOf({ type, name }: Registration): string {
  return `urn:pulumi:dev::kit::${type}::${name}`;
}

/** The root resource, which the runtime registers before the program runs; it is the only one without a parent. */
const root: Registration = { ...plain('pulumi:pulumi:Stack', 'kit-dev', {}), custom: false };

/** A text that matches, for use within an expected object. */
export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

/** Runs registrations through an engine as a program would, without a process. */
export class Harness {
  state: DeploymentState = {
    version: 1,
    project: 'kit',
    stack: 'dev',
    resources: [],
    outputs: {},
    retained: [],
    softDeleted: [],
  };

  fault: PlantedFault | undefined;
  /** The clock; links of accounts that are deleted end on 2026-11-27. */
  time = '2026-11-25T00:00:00.000Z';

  constructor(
    private readonly existing: readonly string[] = [],
    private readonly others: readonly DeploymentState[] = [],
  ) {}

  up(...registrations: readonly Registration[]) {
    return this.run(false, registrations);
  }

  preview(...registrations: readonly Registration[]) {
    return this.run(true, registrations);
  }

  destroy({ skipPreview = false } = {}) {
    const { deployment, record } = this.begin(false);
    if (skipPreview) deployment.deleteInWaves(this.state.resources);
    else deployment.deleteAll(this.state.resources);
    this.state = deployment.state();
    return { record, problems: record.problems, steps: record.steps.map((step) => `${step.op} ${step.name}`) };
  }

  private run(preview: boolean, registrations: readonly Registration[]) {
    const { deployment, record } = this.begin(preview);
    const answers: Registered[] = [];
    const errors: string[] = [];
    for (const item of [root, ...registrations]) {
      try {
        answers.push(deployment.register(item));
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
    }
    if (errors.length === 0 && record.problems.length === 0) deployment.finish();
    if (!preview) this.state = deployment.state();
    const steps = record.steps.filter((step) => step.type !== 'pulumi:pulumi:Stack');
    return {
      record,
      errors,
      answers: answers.slice(1),
      problems: record.problems,
      codes: record.problems.map((problem) => problem.code),
      steps: steps.map((step) => `${step.op} ${step.name}`),
    };
  }

  private begin(preview: boolean) {
    const index = new CloudIndex([...this.others, this.state], this.existing);
    const identifiers = new Identifiers('test');
    const secrets = new SecretTexts([]);
    const record = new RunRecord(preview, secrets, () => undefined);
    const deployment = new Deployment({
      project: 'kit',
      stack: 'dev',
      organization: 'local',
      preview,
      prior: this.state,
      index,
      identifiers,
      settings: { subscriptionId: subscription, tenantId: tenant },
      seal: new SecretSeal('test'),
      secrets,
      sources: {
        index,
        identifiers,
        stackOutputs: (reference) => {
          throw new Error(`unknown stack ${reference}`);
        },
      },
      record,
      fault: this.fault,
      now: () => this.time,
      linksUntil: () => '2026-11-27T00:00:00.000Z',
    });
    return { deployment, record };
  }
}
