import type { Operation } from '../cloudformation/operation';
import type { StackEvent, StackIdentity, StackResource } from '../cloudformation/stack';
import { keptEvents, Stack } from '../cloudformation/stack';
import type { History } from './history';
import type { Placed } from './kept-list';
import { KeptList } from './kept-list';
import type { Ledger } from './ledger';
import type { Table } from './table';

type Fields = Readonly<Record<string, unknown>>;

/** The record of a stack: what is neither a part nor a list. */
interface StackRecord {
  readonly identity: StackIdentity;
  readonly fields: Fields;
  readonly running: Fields | undefined;
  readonly failed: Fields | undefined;
}

/** What was saved of one stack. */
interface Kept {
  record: StackRecord | undefined;
  history: History<StackEvent> | undefined;
  readonly parts: Map<string, object>;
  readonly lists: Map<string, KeptList<object>>;
  /** Names of the operations that were saved. */
  readonly operations: Set<string>;
}

const stackApart: ReadonlySet<string> = new Set([
  'history',
  'resources',
  'changeSets',
  'deployment',
  'running',
  'failed',
  'id',
  'name',
  'account',
  'region',
  'createdAt',
] satisfies (keyof Stack)[]);
const operationApart: ReadonlySet<string> = new Set([
  'request',
  'before',
  'after',
  'steps',
  'leftovers',
] satisfies (keyof Operation)[]);

/** Between the id of a stack, the name of a part or list, and the name of an entry. */
const bar = '|';

/**
 * Writes stacks to the tables of a ledger, and reads them. A stack is split, so that a step writes what it changed: the
 * record, its large parts, and an entry for each resource, change set, finished step and leftover.
 */
export class StackKeeper {
  readonly #records: Table<StackRecord>;
  readonly #parts: Table<object>;
  readonly #entries: Table<Placed<object>>;
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly ledger: Ledger) {
    this.#records = ledger.table('stacks');
    this.#parts = ledger.table('stack-parts');
    this.#entries = ledger.table('stack-entries');
  }

  /** Every stack that was saved, oldest first. */
  load(): readonly Stack[] {
    const entries = this.#entriesByStack();
    return [...this.#records.values()].map((record) => this.#read(record, entries.get(record.identity.id) ?? []));
  }

  /** Notes what changed in a stack since it was saved. */
  save(stack: Stack): void {
    if (!this.ledger.lasting) return;
    const kept = this.#keptOf(stack.id);
    this.#keepHistory(kept, stack);
    const { resources, changeSets, deployment, running, failed } = stack;
    const { id, name, account, region, createdAt } = stack;
    const record: StackRecord = {
      identity: { id, name, account, region, createdAt },
      fields: without(stack, stackApart),
      running: running && operationFields(running, deployment),
      failed: failed && operationFields(failed, deployment),
    };
    if (!sameRecord(kept.record, record)) this.#records.set(id, record);
    kept.record = record;
    this.#savePart(kept, id, 'deployment', deployment);
    this.#listOf(kept, id, 'resources').saveNamed(resources);
    this.#listOf(kept, id, 'changeSets').saveNamed(
      changeSets.map((changeSet) => [`${changeSet.executionStatus} ${changeSet.id}`, changeSet]),
    );
    this.#saveOperation(kept, stack, 'running', running);
    this.#saveOperation(kept, stack, 'failed', failed);
  }

  /** Removes everything about a stack. */
  forget({ id }: Stack): void {
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    for (const list of kept.lists.values()) list.clear();
    for (const part of [...kept.parts.keys()]) this.#savePart(kept, id, part, undefined);
    this.#records.delete(id);
    this.#kept.delete(id);
    this.ledger.forget(historyOf(id));
  }

  #read({ identity, fields, running, failed }: StackRecord, entries: readonly Entry[]): Stack {
    const { id } = identity;
    const kept = this.#keptOf(id);
    const lists = new Map<string, object[]>();
    for (const { list, name, placed } of entries) {
      this.#listOf(kept, id, list).take(name, placed);
      const members = lists.get(list) ?? [];
      lists.set(list, members);
      members.push(placed[1]);
    }
    const partOf = (name: string): object | undefined => {
      const part = this.#parts.get(id + bar + name);
      if (part !== undefined) kept.parts.set(name, part);
      return part;
    };
    const deployment = partOf('deployment');
    const operationOf = (name: string, data: Fields | undefined): object | undefined => {
      if (data === undefined) return undefined;
      kept.operations.add(name);
      const { [beforeIsDeployment]: same, ...own } = data;
      return {
        ...own,
        request: partOf(`${name}.request`),
        before: same === true ? deployment : partOf(`${name}.before`),
        after: partOf(`${name}.after`),
        steps: lists.get(`${name}.steps`) ?? [],
        leftovers: lists.get(`${name}.leftovers`) ?? [],
      };
    };
    kept.history = this.ledger.history<StackEvent>(historyOf(id), keptEvents);
    const stack = Object.assign(new Stack(identity), fields, {
      deployment,
      running: operationOf('running', running),
      failed: operationOf('failed', failed),
      history: kept.history,
    });
    stack.changeSets.push(...((lists.get('changeSets') ?? []) as Stack['changeSets']));
    for (const resource of (lists.get('resources') ?? []) as readonly StackResource[])
      stack.resources.set(resource.logicalId, resource);
    return stack;
  }

  #saveOperation(
    kept: Kept,
    { id, deployment }: Stack,
    name: 'running' | 'failed',
    operation: Operation | undefined,
  ): void {
    // Mostly no operation runs, and none has failed.
    if (operation === undefined && !kept.operations.has(name)) return;
    if (operation === undefined) kept.operations.delete(name);
    else kept.operations.add(name);
    const before = operation?.before;
    this.#savePart(kept, id, `${name}.request`, operation?.request);
    this.#savePart(kept, id, `${name}.before`, before === deployment ? undefined : before);
    this.#savePart(kept, id, `${name}.after`, operation?.after);
    this.#listOf(kept, id, `${name}.steps`).save(operation?.steps ?? []);
    this.#listOf(kept, id, `${name}.leftovers`).save(operation?.leftovers ?? []);
  }

  #savePart(kept: Kept, id: string, name: string, part: object | undefined): void {
    if (kept.parts.get(name) === part) return;
    if (part === undefined) {
      kept.parts.delete(name);
      this.#parts.delete(id + bar + name);
    } else {
      kept.parts.set(name, part);
      this.#parts.set(id + bar + name, part);
    }
  }

  /** A stack begins with a history in memory; here it becomes one of the ledger. */
  #keepHistory(kept: Kept, stack: Stack): void {
    if (kept.history === stack.history) return;
    kept.history = this.ledger.history(historyOf(stack.id), keptEvents);
    for (const event of stack.events) kept.history.push(event);
    stack.history = kept.history;
  }

  #keptOf(id: string): Kept {
    const kept = this.#kept.get(id) ?? {
      record: undefined,
      history: undefined,
      parts: new Map<string, object>(),
      lists: new Map<string, KeptList<object>>(),
      operations: new Set<string>(),
    };
    this.#kept.set(id, kept);
    return kept;
  }

  #listOf({ lists }: Kept, id: string, name: string): KeptList<object> {
    const list = lists.get(name) ?? new KeptList<object>(this.#entries, `${id}${bar}${name}${bar}`);
    lists.set(name, list);
    return list;
  }

  #entriesByStack(): ReadonlyMap<string, readonly Entry[]> {
    const found = new Map<string, Entry[]>();
    for (const [key, placed] of this.#entries) {
      const [id = '', list = '', ...name] = key.split(bar);
      const entries = found.get(id) ?? [];
      found.set(id, entries);
      entries.push({ list, name: name.join(bar), placed });
    }
    for (const entries of found.values()) entries.sort((left, right) => left.placed[0] - right.placed[0]);
    return found;
  }
}

interface Entry {
  readonly list: string;
  readonly name: string;
  readonly placed: Placed<object>;
}

function historyOf(id: string): string {
  return `events/${id}`;
}

/** What a stack or an operation is besides what is saved on its own. Lists are copied: they change in place. */
function without(value: object, apart: ReadonlySet<string>): Fields {
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value) as readonly (readonly [string, unknown])[]) {
    if (!apart.has(name)) fields[name] = Array.isArray(field) ? [...(field as readonly unknown[])] : field;
  }
  return fields;
}

function sameRecord(before: StackRecord | undefined, after: StackRecord): boolean {
  return (
    before !== undefined &&
    sameFields(before.fields, after.fields) &&
    sameFields(before.running, after.running) &&
    sameFields(before.failed, after.failed)
  );
}

/** Whether fields hold the same values: objects are replaced, never changed, apart from lists. */
function sameFields(before: Fields | undefined, after: Fields | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  const names = Object.keys(after);
  return names.length === Object.keys(before).length && names.every((name) => sameField(before[name], after[name]));
}

function sameField(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return before === after;
  return before.length === after.length && before.every((entry, index) => entry === after[index]);
}

/** Says that an operation goes back to what is deployed, so that it is written once. */
const beforeIsDeployment = 'beforeIsDeployment';

function operationFields(operation: Operation, deployment: Stack['deployment']): Fields {
  const same = operation.before !== undefined && operation.before === deployment;
  return { ...without(operation, operationApart), ...(same ? { [beforeIsDeployment]: true } : {}) };
}
