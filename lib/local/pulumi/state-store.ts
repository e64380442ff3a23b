import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CodedError } from '../../messages';
import { makeFolder } from '../make-folder';
import type { DeploymentState } from './model';
import type { PropertyMap, PropertyValue } from './property-value';

/** A stack in the engine: its state, and its outputs with secrets, which the process alone keeps. */
export interface StackRecord {
  readonly state: DeploymentState;
  readonly outputs: PropertyMap;
}

const value: z.ZodType<PropertyValue> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(value), z.record(z.string(), value)]),
);
const map = z.record(z.string(), value);
const resource = z.object({
  urn: z.string(),
  type: z.string(),
  name: z.string(),
  custom: z.boolean(),
  id: z.string().exactOptional(),
  parent: z.string().exactOptional(),
  provider: z.string().exactOptional(),
  inputs: map,
  outputs: map,
  dependencies: z.array(z.string()),
  propertyDependencies: z.record(z.string(), z.array(z.string())),
  protect: z.boolean(),
  retainOnDelete: z.boolean(),
  deletedWith: z.string().exactOptional(),
  autoName: z.string().exactOptional(),
  created: z.string(),
  modified: z.string(),
});
const deploymentState = z.object({
  version: z.literal(1),
  project: z.string(),
  stack: z.string(),
  resources: z.array(resource),
  outputs: map,
  retained: z.array(z.string()),
  softDeleted: z.array(
    z.object({
      id: z.string(),
      globalName: z.string().exactOptional(),
      links: z.object({ subnets: z.array(z.string()), until: z.string() }).exactOptional(),
    }),
  ),
});

/** Parses a state file. @throws ZodError when the text is not a state of this version */
export function parseState(text: string): DeploymentState {
  return deploymentState.parse(JSON.parse(text));
}

/** State as text, with sorted keys: the file changes only where the stack did. */
export function formatState(state: DeploymentState): string {
  return `${JSON.stringify(state, sortKeys, 2)}\n`;
}

function sortKeys(_: string, item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(Object.entries(item).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** Stacks by project and name, in memory and, given a directory, in one file per stack. */
export class StateStore {
  private readonly records = new Map<string, StackRecord>();

  constructor(private readonly directory: string | undefined) {
    if (directory === undefined) return;
    makeFolder(directory);
    for (const file of readdirSync(directory).filter((name) => name.endsWith('.stack.json'))) {
      const state = parseState(readFileSync(path.join(directory, file), 'utf8'));
      this.records.set(key(state.project, state.stack), { state, outputs: state.outputs });
    }
  }

  get(project: string, stack: string): StackRecord | undefined {
    return this.records.get(key(project, stack));
  }

  states(): readonly DeploymentState[] {
    return [...this.records.values()].map((record) => record.state);
  }

  put(record: StackRecord): void {
    const { state } = record;
    this.records.set(key(state.project, state.stack), record);
    if (this.directory === undefined) return;
    const file = path.join(this.directory, `${state.project}.${state.stack}.stack.json`);
    // A crash between the two leaves the former state complete.
    writeFileSync(`${file}.new`, formatState(state));
    renameSync(`${file}.new`, file);
  }

  /**
   * A stack by `stack`, `project/stack` or `organization/project/stack`.
   * @throws CodedError (UnknownStack, AmbiguousStack) when no stack has the name, or when several projects have one
   */
  find(reference: string): StackRecord {
    const [stack = '', project] = reference.split('/').toReversed();
    const found = [...this.records.values()].filter(
      ({ state }) => state.stack === stack && (project === undefined || state.project === project),
    );
    const [record] = found;
    if (record === undefined) {
      throw new CodedError('UnknownStack', {
        place: reference,
        message: 'no stack has this name',
        expected: this.records.size === 0 ? 'a stack' : `one of ${[...this.records.keys()].toSorted().join(', ')}`,
        fix: 'run up of the stack first',
      });
    }
    if (found.length > 1) {
      throw new CodedError('AmbiguousStack', {
        place: reference,
        message: 'several projects have a stack of this name',
        got: found.map(({ state }) => state.project),
        expected: 'project/stack',
        fix: 'write the project before the stack',
      });
    }
    return record;
  }
}

function key(project: string, stack: string): string {
  return `${project}/${stack}`;
}
