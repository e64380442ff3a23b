import { armPath, fillTemplate, forceNewPaths, nameParameter, pathParameters, synthesizeOutputs } from './arm';
import type { CheckContext } from './checks';
import {
  alreadyExists,
  globalNames,
  nameRules,
  parentExists,
  refusedValues,
  serialAccountWrites,
  softDeleted,
} from './checks';
import type { CloudIndex } from './cloud-index';
import type { Identifiers } from './identifier';
import type { Problem, Registration, ResourceState } from './model';
import { problemText } from './problem-text';
import type { PropertyPath } from './property-path';
import type { PropertyMap } from './property-value';
import { revealedMap } from './property-value';
import type { ModuleRows } from './schema';
import { checkInputs, didYouMean, modules, readModuleRows } from './schema';

/** Subscription, tenant and default location of a resource: arguments of its provider, else configuration of the stack. */
export interface ProviderSettings {
  readonly subscriptionId?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly location?: string | undefined;
}

/** A resource as the provider would create it, before the engine decides the operation. */
export interface PreparedResource {
  readonly template: string;
  /** Inputs with the name that the engine chose where the program gave none. */
  readonly inputs: PropertyMap;
  readonly autoName?: string;
  /** @default - a part of the id is not known yet */
  readonly armId?: string | undefined;
  readonly subscription: string;
  readonly forceNew: readonly PropertyPath[];
}

/** Refuses a resource that cannot be created as declared; each problem has a code. */
export class RefusedResource extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(problemText).join('; '));
  }
}

const checks = [nameRules, refusedValues, globalNames, parentExists, alreadyExists, softDeleted, serialAccountWrites];

/** Replaces the azure-native provider plugin: checks, ids, replacement rules and outputs. */
export class AzureProvider {
  constructor(
    private readonly identifiers: Identifiers,
    private readonly index: CloudIndex,
  ) {}

  /**
   * Checks the inputs of a resource and derives its id.
   * @throws RefusedResource when type or inputs differ from what the installed package declares
   */
  prepare(
    urn: string,
    registration: Registration,
    old: ResourceState | undefined,
    settings: ProviderSettings,
  ): PreparedResource {
    const { type } = registration;
    const { rows, resource } = findType(urn, type);
    const template = armPath(type);
    if (template === undefined) throw new RefusedResource([missingPath(urn, type)]);
    const named = this.withName(urn, registration, template, old);
    const problems: Problem[] = checkInputs(revealedMap(named.inputs), resource.inputs, rows).map((problem) => ({
      ...problem,
      urn,
    }));
    if (settings.subscriptionId === undefined) problems.push({ ...missingSubscription, urn });
    if (problems.length > 0) throw new RefusedResource(problems);
    const subscription = settings.subscriptionId ?? '';
    return {
      template,
      subscription,
      forceNew: forceNewPaths(type),
      armId: fillTemplate(template, revealedMap(named.inputs), subscription),
      ...named,
    };
  }

  /** Problems that Azure would refuse. */
  check(context: CheckContext): readonly Problem[] {
    return checks.flatMap((check) => check(context));
  }

  outputs(type: string, id: string, prepared: PreparedResource, settings: ProviderSettings): PropertyMap {
    const { resource } = findType('', type);
    return synthesizeOutputs({
      type,
      id,
      inputs: prepared.inputs,
      pathParameters: pathParameters(prepared.template),
      declared: new Set(resource.outputs),
      location: this.location(prepared, settings),
      subscriptionId: prepared.subscription,
      tenantId: settings.tenantId ?? this.identifiers.uuid('tenant'),
      identifiers: this.identifiers,
      outputsOf: (other) => this.index.outputsOf(other),
    });
  }

  /** In the order of the provider: location of the resource, of the configuration, of the resource group. */
  private location(prepared: PreparedResource, settings: ProviderSettings): string {
    const inputs = revealedMap(prepared.inputs);
    const group = fillTemplate(groupPath, inputs, prepared.subscription);
    const candidates = [
      inputs['location'],
      settings.location,
      group === undefined ? undefined : this.index.outputsOf(group)?.['location'],
    ];
    return candidates.find((candidate) => typeof candidate === 'string') ?? 'global';
  }

  /** A name that the program leaves out is the logical name with a suffix. It lasts as long as the resource. */
  private withName(
    urn: string,
    registration: Registration,
    template: string,
    old: ResourceState | undefined,
  ): { readonly inputs: PropertyMap; readonly autoName?: string } {
    const parameter = nameParameter(template);
    if (parameter === undefined || registration.inputs[parameter] !== undefined) return { inputs: registration.inputs };
    const byUuid = /^(roleAssignmentName|roleDefinitionId)$/.test(parameter);
    const compact = /:(storage:StorageAccount|containerregistry:Registry)$/.test(registration.type);
    const name = compact
      ? registration.name
          .toLowerCase()
          .replaceAll(/[^a-z0-9]/g, '')
          .slice(0, 16)
      : registration.name;
    const autoName = old?.autoName ?? (byUuid ? this.identifiers.uuid(urn) : `${name}${this.identifiers.hex(8, urn)}`);
    return { inputs: { ...registration.inputs, [parameter]: autoName }, autoName };
  }
}

const groupPath = '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}';

const missingSubscription: Omit<Problem, 'urn'> = {
  code: 'MissingSubscription',
  message: 'no subscription is configured',
  expected: 'azure-native:subscriptionId in the configuration of the stack',
  fix: 'set azure-native:subscriptionId, or give the resource a provider with a subscriptionId',
};

function missingPath(urn: string, type: string): Problem {
  return {
    code: 'UnsupportedType',
    urn,
    message: `the local engine does not know the ARM id of ${type}`,
    got: type,
    fix: `add the path of its id to lib/local/pulumi/arm/arm-type.ts`,
  };
}

function findType(urn: string, type: string): { rows: ModuleRows; resource: ModuleRows['resources'][string] } {
  const [, module = '', name = ''] = type.split(':');
  const rows = readModuleRows(module);
  if (rows === undefined) {
    throw new RefusedResource([
      {
        code: 'UnsupportedModule',
        urn,
        message: `the local engine has no schema of module ${module} of azure-native`,
        got: type,
        expected: `a module of ${modules.join(', ')}`,
        fix: 'add the module to lib/local/pulumi/schema/modules.ts and run lib/local/pulumi/schema/generate.ts',
      },
    ]);
  }
  const resource = rows.resources[name];
  if (resource !== undefined) return { rows, resource };
  const suggestion = didYouMean(name, Object.keys(rows.resources));
  throw new RefusedResource([
    {
      code: 'UnknownType',
      urn,
      message: `azure-native ${rows.version} has no type ${type}`,
      got: type,
      fix: suggestion === undefined ? 'use a type of the installed package' : `did you mean ${suggestion}?`,
    },
  ]);
}
