import type { Json, JsonObject } from '../../../constraints/json';
import { isObject, scalarText } from '../../../constraints/json';
import { isCustomResource, nestedStack } from '../../../constraints/schema/special-types';
import { ServiceError, validationError } from '../errors';
import type { StandIn } from '../providers/stand-in';
import type { Identity, IdentityInput } from '../schema/identity';
import { identityOf } from '../schema/identity';
import { findSecret, secretText } from '../services/secretsmanager/secrets';
import { publicParameter, publicParameterNote } from '../services/ssm/public-parameters';
import type { Cloud } from '../state/cloud';
import { versionsOf } from '../state/parameter';
import { checkRegion } from './check-region';
import { checkTemplate } from './check-template';
import { creationOrder, dependencies } from './dependencies';
import type { DeployedResource, Deployment, Made, StackOutput } from './deployed';
import type { ResourceChange } from './diff';
import { resourceChange } from './diff';
import { driftAwareChange, foundDrift } from './drift-aware';
import type { DynamicValues } from './dynamic-references';
import { resolveDynamicReferences } from './dynamic-references';
import { earlyScope, pseudoOf } from './early-scope';
import { existingValues } from './existing-values';
import { exportedValue, stackOutput } from './exports';
import { assertExportNames } from './exports';
import type { Hidden } from './hidden';
import { hiddenBy, noteHidden, shownProperties } from './hidden';
import { importedBy } from './import';
import { conditionTable, knownAfterApply, resolve } from './intrinsics';
import { stackNameOf } from './nested';
import { nestedRequest } from './nested-request';
import type { StackParameter } from './parameters';
import { effectiveParameters } from './parameters';
import type { DeploymentRequest, Plan, PlannedResource } from './planned';
import { assertRules } from './rules';
import type { Scope } from './scope';
import { secretString } from './secrets';
import { Stack } from './stack';
import type { ResourceDeclaration, Template } from './template';
import { parseTemplate, section } from './template';
import { waitCondition } from './wait';
import { handleUrl } from './wait-handle';

/** A plan in the making. */
interface Planning {
  readonly request: DeploymentRequest;
  readonly stack: Stack;
  readonly cloud: Cloud;
  readonly template: Template;
  /** Resources planned so far, in creation order. */
  readonly planned: Map<string, PlannedResource>;
  readonly hidden: Hidden;
  /** Names of the exports read so far. */
  readonly imports: Set<string>;
}

/** Evaluates a template; changes nothing. @throws ServiceError (ValidationError) when the template is wrong */
export function planDeployment(stack: Stack, request: DeploymentRequest, cloud: Cloud): Plan {
  const template = parseTemplate(request.templateText, (document) => {
    const parameters = parametersOf(stack, request, cloud, section(document, 'Parameters'));
    const { notificationArns } = request;
    const early = earlyScope(stack, cloud, document, { parameters, notificationArns });
    return (value) => resolve(value, early, '/Transform');
  });
  checkTemplate(template);
  const [unlisted] = checkRegion(template, stack.region);
  if (unlisted !== undefined) {
    const { logicalId, type } = unlisted;
    const what = `whether ${stack.region} has this resource type, and those of the resources after it`;
    unverified(stack, cloud, { logicalId, type, what });
  }
  const parameters = parametersOf(stack, request, cloud, template.parameters);
  const hidden = hiddenBy(parameters);
  const planning: Planning = { request, stack, cloud, template, planned: new Map(), hidden, imports: new Set() };
  const { planned, imports } = planning;
  const scope = scopeOf(planning, parameters, request);
  assertRules(template.rules, template.parameters, scope);

  const active = new Map(
    [...template.resources].filter(([, { condition }]) => condition === undefined || scope.condition(condition)),
  );
  const graph = dependencies(active, scope.condition);
  const order = creationOrder(graph);
  const values = dynamicValues(planning);
  for (const logicalId of order) {
    const declaration = active.get(logicalId);
    if (declaration !== undefined) planned.set(logicalId, planResource(planning, declaration, scope, values));
  }
  const outputs = planOutputs(template, scope);
  assertExportNames(outputs);
  const deployment: Deployment = {
    templateText: request.templateText,
    description: template.description,
    parameters,
    outputs,
    tags: request.tags,
    capabilities: request.capabilities,
    notificationArns: request.notificationArns,
    imports: [...imports],
    graph: new Map(order.map((logicalId) => [logicalId, graph.get(logicalId) ?? new Set()])),
  };
  const removed = [...stack.deployed()].filter(({ declaration }) => !planned.has(declaration.logicalId)).reverse();
  const resources = [...planned.values()];
  const changed =
    removed.length > 0 ||
    resources.some(({ change }) => change.action !== 'None') ||
    stack.deployment === undefined ||
    differs(stack.deployment, deployment);
  const again = replanning(planning, scope, values);
  return { request, resources, removed, deployment, template, changed, ...again };
}

/** What an execution asks of the plan once services have decided what no plan knows. */
function replanning(
  planning: Planning,
  scope: Scope,
  values: DynamicValues,
): Pick<Plan, 'settle' | 'again' | 'outputs'> {
  const { cloud, hidden, planned, template } = planning;
  return {
    settle: (resource, made) => {
      const { declaration, identity, effective } = resource;
      const settled = isCustomResource(declaration.type)
        ? customIdentity(identity, cloud.standIns.get(declaration.type), effective, made)
        : decided(identity, made);
      planned.set(declaration.logicalId, { ...resource, identity: settled });
      noteHidden(hidden, declaration.logicalId, made);
    },
    again: ({ declaration }) => {
      const next = planResource(planning, declaration, scope, values);
      planned.set(declaration.logicalId, next);
      return next;
    },
    outputs: () => planOutputs(template, scope),
  };
}

/** An identity with what the service decided. */
function decided(identity: Identity, made: Made | undefined): Identity {
  if (made === undefined) return identity;
  const { physicalId = identity.physicalId, attributes } = made;
  if (attributes === undefined) return { ...identity, physicalId };
  return { ...identity, physicalId, attribute: (name) => own(attributes, name) ?? identity.attribute(name) };
}

function own(values: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function parametersOf(
  stack: Stack,
  request: DeploymentRequest,
  cloud: Cloud,
  declarations: JsonObject,
): readonly StackParameter[] {
  return effectiveParameters(declarations, request.parameters, {
    previous: stack.deployment?.parameters ?? [],
    ssm: (name) => storedText(stack, cloud, name, undefined),
    exists: existingValues(cloud, stack.account, stack.region).exists,
    unverified: (parameter, type, what) => {
      unverified(stack, cloud, { logicalId: parameter, type, what });
    },
  });
}

/** The text of an SSM parameter of the account or a public one; undefined for one, or a version of one, that does not exist. */
function storedText(stack: Stack, cloud: Cloud, name: string, version: number | undefined): string | undefined {
  const stored = cloud.parameters(stack.account, stack.region).get(name);
  if (stored !== undefined) {
    if (version === undefined) return stored.value;
    return versionsOf(stored).find((kept) => kept.version === version)?.value;
  }
  const made = publicParameter(name, stack.region, cloud.ids);
  if (made !== undefined)
    unverified(stack, cloud, { logicalId: name, type: 'AWS::SSM::Parameter', what: publicParameterNote(name) });
  return made;
}

function unverified(
  { account, region, name }: Stack,
  cloud: Cloud,
  what: { readonly logicalId: string; readonly type: string; readonly what: string },
): void {
  cloud.emit({ kind: 'unverified', account, region, stack: name, ...what });
}

function differs(before: Deployment, after: Deployment): boolean {
  const pick = ({ outputs, tags, notificationArns }: Deployment): string =>
    JSON.stringify([outputs, tags, notificationArns]);
  return pick(before) !== pick(after);
}

function scopeOf(
  { stack, cloud, template, planned, imports }: Planning,
  parameters: readonly StackParameter[],
  request: DeploymentRequest,
): Scope {
  const scope: Scope = {
    pseudo: pseudoOf(stack, request.notificationArns),
    parameters: new Map(parameters.map(({ key, effective }) => [key, effective])),
    mappings: template.mappings,
    languageExtensions: template.languageExtensions,
    condition: conditionTable(template.conditions, () => scope),
    resource: (logicalId) => planned.get(logicalId)?.identity,
    importValue: (name) => {
      imports.add(name);
      return exportedValue(cloud, stack, name);
    },
    stackOutput: (reference) => stackOutput(cloud, stack, reference),
    existing: existingValues(cloud, stack.account, stack.region),
  };
  return scope;
}

function planResource(
  planning: Planning,
  declaration: ResourceDeclaration,
  scope: Scope,
  values: DynamicValues,
): PlannedResource {
  const { stack, cloud, planned } = planning;
  const { logicalId, type } = declaration;
  const recorded = stack.resources.get(logicalId);
  // What failed to be created is created anew, also when it was kept.
  const earlier = recorded?.status === 'CREATE_FAILED' ? undefined : recorded?.deployed;
  const drift = earlier && planning.request.revertDrift === true ? foundDrift(stack, earlier, cloud) : undefined;
  const gone = drift?.status === 'DELETED';
  if (gone)
    unverified(stack, cloud, {
      logicalId,
      type,
      what: 'a resource that is gone is created anew by a drift-aware change set',
    });
  const previous = gone ? undefined : earlier;
  if (previous !== undefined && previous.declaration.type !== type) {
    throw validationError(
      `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${logicalId}]`,
    );
  }
  const resolved = resolve(declaration.properties, scope, `/Resources/${logicalId}/Properties`);
  const properties = isObject(resolved) ? resolved : {};
  const { properties: effective, unresolved } = resolveDynamicReferences(properties, values);
  const replaced = (target: string): boolean => planned.get(target)?.change.replace === true;
  const imported = previous === undefined ? importedBy(planning, declaration, effective) : undefined;
  const against = (before: DeployedResource | undefined): ResourceChange =>
    resourceChange({ declaration, properties }, before, replaced, scope.condition);
  const compared =
    drift?.live === undefined ? against(previous) : driftAwareChange(against(drift.live), () => against(previous));
  const change = imported === undefined ? compared : ({ ...compared, action: 'Import' } as const);
  const generation = (earlier?.generation ?? 0) + (change.replace ? 1 : 0);
  const createdAt = previous !== undefined && !change.replace ? previous.createdAt : cloud.now().toISOString();
  const made = imported?.made ?? (change.replace ? undefined : previous?.made);
  const named = made?.identifier === undefined ? effective : { ...made.identifier, ...effective };
  const input = { ...scope.pseudo, type, logicalId, properties: named, generation, createdAt, ...made?.origin };
  const derived =
    change.action === 'None' && previous !== undefined
      ? unchangedIdentity(previous, () => identityOf(input, cloud.ids))
      : identityOf(input, cloud.ids);
  const identity =
    type === nestedStack
      ? nestedIdentity(derived, { stack, cloud, properties: effective }, change.action === 'None' ? made : undefined)
      : isCustomResource(type)
        ? customIdentity(derived, cloud.standIns.get(type), effective, made)
        : decided(waitIdentity(derived, input, cloud), made);
  noteHidden(planning.hidden, logicalId, made);
  const shown = shownProperties(declaration, properties, scope, planning.hidden);
  const known = { declaration, previous, change, properties, shown, effective, unresolved, identity };
  return { ...known, generation, createdAt, drift, imported: imported?.existing };
}

/** The identity of a resource that stays as it is. Its attributes are derived when one is read. */
function unchangedIdentity({ identity }: DeployedResource, derive: () => Identity): Identity {
  let derived: Identity | undefined;
  return { ...identity, attribute: (name) => (derived ??= derive()).attribute(name) };
}

/**
 * A custom resource has the attributes that its function answered. Before it has run they are those of its stand-in, or
 * unknown.
 */
function customIdentity(
  identity: Identity,
  standIn: StandIn | undefined,
  properties: JsonObject,
  made: Made | undefined,
): Identity {
  const answered = made?.attributes;
  if (answered !== undefined) {
    const { physicalId = identity.physicalId } = made ?? {};
    return { ...identity, physicalId, attribute: (name) => own(answered, name) ?? lacking(name) };
  }
  if (standIn === undefined) return { ...identity, attribute: () => knownAfterApply };
  const attributes = standIn.attributes?.(properties) ?? {};
  return { ...identity, attribute: (name) => own(attributes, name) };
}

/** A wait condition tells at its end what it was told; its handle is the URL that takes it. */
function waitIdentity(identity: Identity, input: IdentityInput, cloud: Cloud): Identity {
  if (input.type === waitCondition)
    return { ...identity, attribute: (name) => (name === 'Data' ? knownAfterApply : identity.attribute(name)) };
  if (input.type !== 'AWS::CloudFormation::WaitConditionHandle') return identity;
  return { ...identity, physicalId: handleUrl(input, cloud.endpoint ?? 'http://127.0.0.1:9', cloud.ids) };
}

/** A nested stack has the outputs that it ended with. Before, they are those of its own plan, or unknown. */
function nestedIdentity(
  identity: Identity,
  { stack, cloud, properties }: { readonly stack: Stack; readonly cloud: Cloud; readonly properties: JsonObject },
  made: Made | undefined,
): Identity {
  let outputs = made?.attributes;
  let read = outputs !== undefined;
  return {
    ...identity,
    attribute: (name) => {
      if (!read) outputs = nestedOutputs(identity.physicalId, stack, properties, cloud);
      read = true;
      return outputs === undefined ? knownAfterApply : own(outputs, name);
    },
  };
}

/** The outputs that a nested stack would have; undefined when it cannot be planned yet. */
function nestedOutputs(id: string, parent: Stack, properties: JsonObject, cloud: Cloud): JsonObject | undefined {
  const { account, region } = parent;
  const found = cloud.stacks(account, region).find((stack) => stack.id === id);
  const child = found ?? new Stack({ id, name: stackNameOf(id), account, region, createdAt: cloud.now() });
  try {
    const { outputs } = planDeployment(child, nestedRequest(properties, parent, cloud), cloud).deployment;
    return Object.fromEntries(outputs.map(({ key, value }) => [`Outputs.${key}`, value]));
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

/** The words of the service, 2026-11-30, without the object that it stores the answer in. */
function lacking(name: string): never {
  throw validationError(`CustomResource attribute error: Vendor response doesn't contain ${name} attribute`);
}

function dynamicValues({ stack, cloud, planned }: Planning): DynamicValues {
  return {
    ssm: (name, version) => {
      const declared = [...planned.values()].find(
        ({ declaration, identity }) => declaration.type === 'AWS::SSM::Parameter' && identity.physicalId === name,
      );
      // A version of a parameter that this stack makes is not there before the parameter is.
      return (
        (version === undefined ? scalarText(declared?.effective['Value']) : undefined) ??
        storedText(stack, cloud, name, version)
      );
    },
    secret: (id, version = {}) => {
      const declared = [...planned.values()].find(
        ({ declaration: { type }, identity: { physicalId }, effective }) =>
          type === 'AWS::SecretsManager::Secret' && (physicalId === id || effective['Name'] === id),
      );
      const stored = findSecret(id, { cloud, account: stack.account, region: stack.region });
      // A value that this deployment gives, or a secret that it makes: neither is stored yet.
      const given = scalarText(declared?.effective['SecretString']);
      if (declared !== undefined && Object.keys(version).length === 0 && (given !== undefined || stored === undefined))
        return secretString(declared.identity.physicalId, declared.effective, cloud.ids);
      return stored && secretText(stored, version);
    },
  };
}

function planOutputs(template: Template, scope: Scope): readonly StackOutput[] {
  return [...template.outputs.values()].flatMap((output) => {
    if (output.condition !== undefined && !scope.condition(output.condition)) return [];
    const path = `/Outputs/${output.name}`;
    const value = text(resolve(output.value, scope, `${path}/Value`), `${path}/Value`);
    const exportName =
      output.exportName === undefined
        ? undefined
        : text(resolve(output.exportName, scope, `${path}/Export/Name`), `${path}/Export/Name`);
    return [{ key: output.name, value, description: output.description, exportName }];
  });
}

function text(value: Json | undefined, path: string): string {
  const scalar = scalarText(value);
  if (scalar === undefined) {
    throw validationError(
      `Template format error: The Value field of every Outputs member must evaluate to a String (${path}).`,
    );
  }
  return scalar;
}
