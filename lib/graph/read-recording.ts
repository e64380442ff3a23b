import type { Recording, Registration } from './recording';
import type { PropertyValue, ResourceNode } from './resource-graph';
import { statefulTypes } from './stateful-types';

/** The type of a stage component, whose name is the stage. */
const stageType = /^llmops-kit:azure:(\w+)Stage$/;

/**
 * Reads a recorded Pulumi program into resources of the graph: one node for each resource a provider creates, components
 * only in `source`. A resource outside of every stage gets the name of the Pulumi stack as its stack.
 *
 * References keep the form of the recording, `${<urn>#<property>}`.
 */
export function readRecording(recording: Recording, environment: string): ResourceNode[] {
  const known = new Map(recording.registrations.map((registration) => [registration.urn, registration]));
  return recording.registrations
    .filter(({ custom }) => custom)
    .map((registration) => {
      const components = componentsOf(registration, known);
      const stage = components.find(({ type }) => stageType.test(type));
      return {
        environment,
        cloud: 'azure' as const,
        stack: stage === undefined ? recording.stack : stageName(stage.type),
        address: registration.urn,
        type: registration.type,
        properties: propertiesOf(registration),
        dependsOn: dependenciesOf(registration, known),
        stateful: statefulTypes.has(registration.type),
        retained: registration.protect || registration.retainOnDelete,
        ...(components.length === 0 ? {} : { source: components.map(({ name }) => name).join('/') }),
      };
    })
    .toSorted((a, b) => compare(a.stack, b.stack) || compare(a.address, b.address));
}

/** Components that contain a resource, outermost first; the stack is not one. */
function componentsOf(registration: Registration, known: ReadonlyMap<string, Registration>): readonly Registration[] {
  const parent = known.get(registration.parent);
  if (parent === undefined || parent.parent === '') return [];
  return [...componentsOf(parent, known), ...(parent.custom ? [] : [parent])];
}

function stageName(type: string): string {
  return (stageType.exec(type)?.[1] ?? type).toLowerCase();
}

function dependenciesOf(registration: Registration, known: ReadonlyMap<string, Registration>): readonly string[] {
  const { urn, parent, dependencies, propertyDependencies } = registration;
  const declared = [...dependencies, ...Object.values(propertyDependencies).flat()];
  const customParent = known.get(parent)?.custom === true ? [parent] : [];
  const resources = [...declared, ...customParent].flatMap((dependency) => resourcesOf(dependency, known));
  return [...new Set(resources)].filter((dependency) => dependency !== urn).toSorted();
}

/** A resource itself, or every resource of a component. */
function resourcesOf(urn: string, known: ReadonlyMap<string, Registration>): readonly string[] {
  const registration = known.get(urn);
  if (registration === undefined || registration.custom) return [urn];
  return [...known.values()].filter(({ parent }) => parent === urn).flatMap((child) => resourcesOf(child.urn, known));
}

function propertiesOf({ inputs }: Registration): ResourceNode['properties'] {
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, propertyValue(value)]));
}

function propertyValue(value: unknown): PropertyValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(propertyValue);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, propertyValue(item)]));
  }
  // A recording is JSON, which leaves out every other value.
  return null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
