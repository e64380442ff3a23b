import type { JsonObject } from '../../../constraints/json';
import { Ledger } from './ledger';
import type { Table } from './table';

/** A resource that exists, created by any stack. */
export interface ExistingResource {
  readonly account: string;
  readonly region: string;
  readonly type: string;
  readonly logicalId: string;
  readonly stackId: string;
  readonly physicalId: string;
  readonly arn: string;
  /** Undefined when the service generates the identifier. */
  readonly uniqueKey: string | undefined;
  readonly properties: JsonObject;
}

/** Tells resources apart, whatever copy of them one holds. */
function keyOf({ stackId, logicalId, physicalId }: ExistingResource): string {
  return `${stackId}|${logicalId}|${physicalId}`;
}

/** Whether two records are of one resource. */
export function sameResource(left: ExistingResource, right: ExistingResource | undefined): boolean {
  return right !== undefined && keyOf(left) === keyOf(right);
}

/** Every resource of every account and region, by unique name and by type. */
export class Registry {
  readonly #byType = new Map<string, Map<string, ExistingResource>>();
  readonly #byKey = new Map<string, ExistingResource>();
  readonly #records: Table<ExistingResource>;

  constructor(ledger = new Ledger()) {
    this.#records = ledger.table('resources');
    for (const resource of this.#records.values()) this.#index(resource);
  }

  /** The resource with a unique name. */
  holder(uniqueKey: string): ExistingResource | undefined {
    return this.#byKey.get(uniqueKey);
  }

  /** Resources of a type in an account and region; the region is left out for global services. */
  list(type: string, account: string, region?: string): readonly ExistingResource[] {
    return [...(this.#byType.get(type)?.values() ?? [])].filter(
      (resource) => resource.account === account && (region === undefined || resource.region === region),
    );
  }

  /** Resources of a type in every account. */
  all(type: string): readonly ExistingResource[] {
    return [...(this.#byType.get(type)?.values() ?? [])];
  }

  /** Resources of an account whose physical id or ARN is one of some texts. */
  named(account: string, texts: ReadonlySet<string>): readonly ExistingResource[] {
    return [...this.#byType.values()].flatMap((peers) =>
      [...peers.values()].filter(
        (resource) => resource.account === account && (texts.has(resource.physicalId) || texts.has(resource.arn)),
      ),
    );
  }

  /** Adds a resource; a unique name that another resource had becomes its name. */
  add(resource: ExistingResource): void {
    this.#records.set(keyOf(resource), resource);
    this.#index(resource);
  }

  /** Puts a new state of a resource in place of the one before. */
  replace(before: ExistingResource, after: ExistingResource): void {
    const changed = before.uniqueKey !== after.uniqueKey || !sameResource(before, after);
    if (changed) this.remove(before);
    this.add(after);
  }

  /** Removes a resource. Its unique name remains when another resource has taken it. */
  remove(resource: ExistingResource): void {
    this.#records.delete(keyOf(resource));
    this.#byType.get(resource.type)?.delete(keyOf(resource));
    const { uniqueKey } = resource;
    if (uniqueKey !== undefined && sameResource(resource, this.#byKey.get(uniqueKey))) this.#byKey.delete(uniqueKey);
  }

  #index(resource: ExistingResource): void {
    const peers = this.#byType.get(resource.type) ?? new Map<string, ExistingResource>();
    peers.set(keyOf(resource), resource);
    this.#byType.set(resource.type, peers);
    if (resource.uniqueKey !== undefined) this.#byKey.set(resource.uniqueKey, resource);
  }
}
