import { compareText, propertyValue } from './json';
import { placeholderMarks } from './placeholder-marks';
import { cloudOfType } from './pulumi/type-cloud';
import type { Recording, Registration } from './recording';
import type { ResourceNode } from './resource-graph';
import { statefulTypes } from './stateful-types';

/** The type of a stage component, whose name is the stage. */
const stageType = /^llmops-kit:azure:(\w+)Stage$/;

/** Registrations by URN, and the children of each. */
interface Registrations {
  readonly byUrn: ReadonlyMap<string, Registration>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads a recorded Pulumi program into resources of the graph: one node for each resource a provider creates, components
 * only in `source`. A resource outside of every stage gets the name of the Pulumi stack as its stack. Providers are no
 * resources of a cloud, and left out.
 *
 * References keep the form of the recording, `${<urn>#<property>}`; their paths are in `unknown`.
 */
export function readRecording(recording: Recording, environment: string): ResourceNode[] {
  const known = registrationsOf(recording.registrations);
  return recording.registrations
    .filter((registration) => registration.custom && !isProvider(registration))
    .map((registration) => {
      const components = componentsOf(registration, known);
      const stage = components.find(({ type }) => stageType.test(type));
      const properties = propertiesOf(registration);
      return {
        environment,
        cloud: cloudOfType(registration.type),
        stack: stage === undefined ? recording.stack : stageName(stage.type),
        address: registration.urn,
        type: registration.type,
        properties,
        dependsOn: dependenciesOf(registration, known),
        stateful: statefulTypes.has(registration.type),
        retained: registration.protect || registration.retainOnDelete,
        ...placeholderMarks(properties),
        ...(components.length === 0 ? {} : { source: components.map(({ name }) => name).join('/') }),
      };
    })
    .toSorted((a, b) => compareText(a.stack, b.stack) || compareText(a.address, b.address));
}

function registrationsOf(registrations: readonly Registration[]): Registrations {
  const children = new Map<string, string[]>();
  for (const { urn, parent } of registrations) {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [urn]);
    else siblings.push(urn);
  }
  return { byUrn: new Map(registrations.map((registration) => [registration.urn, registration])), children };
}

/** Components that contain a resource, outermost first; the stack is not one. Parents in a circle, as a damaged state has, end. */
function componentsOf({ parent }: Registration, { byUrn }: Registrations): readonly Registration[] {
  const components: Registration[] = [];
  const seen = new Set<string>();
  for (let next = byUrn.get(parent); next !== undefined && next.parent !== ''; next = byUrn.get(next.parent)) {
    if (seen.has(next.urn)) break;
    seen.add(next.urn);
    if (!next.custom) components.push(next);
  }
  return components.toReversed();
}

function isProvider({ type }: Registration): boolean {
  return type.startsWith('pulumi:providers:');
}

function stageName(type: string): string {
  return (stageType.exec(type)?.[1] ?? type).toLowerCase();
}

function dependenciesOf(registration: Registration, known: Registrations): readonly string[] {
  const { urn, parent, dependencies, propertyDependencies } = registration;
  const declared = [...dependencies, ...Object.values(propertyDependencies).flat()];
  const customParent = known.byUrn.get(parent)?.custom === true ? [parent] : [];
  const resources = new Set([...declared, ...customParent].flatMap((dependency) => resourcesOf(dependency, known)));
  resources.delete(urn);
  return [...resources].toSorted();
}

/** A resource itself, every resource of a component, or what a provider is configured with. */
function resourcesOf(urn: string, { byUrn, children }: Registrations): readonly string[] {
  const found: string[] = [];
  const seen = new Set([urn]);
  // A set goes on over what is added to it.
  for (const next of seen) {
    const registration = byUrn.get(next);
    if (registration !== undefined && isProvider(registration)) {
      for (const needed of registration.dependencies) seen.add(needed);
    } else if (registration === undefined || registration.custom) found.push(next);
    else for (const child of children.get(next) ?? []) seen.add(child);
  }
  return found;
}

function propertiesOf({ inputs }: Registration): ResourceNode['properties'] {
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, propertyValue(value)]));
}
