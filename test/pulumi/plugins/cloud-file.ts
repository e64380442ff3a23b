import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { PropertyMap } from '../../../lib/local/pulumi/property-value';

/** A resource of the stand-in cloud. */
export interface CloudResource {
  readonly id: string;
  readonly type: string;
  readonly outputs: PropertyMap;
}

/** A call that the engine made, or a reason for one. */
export interface ProviderCall {
  readonly call: 'create' | 'read' | 'update' | 'delete' | 'invoke' | 'refused';
  readonly name: string;
}

/** The stand-in cloud: one JSON file of resources by ARM id, and one of calls, a line each. */
export class CloudFile {
  constructor(
    private readonly file: string,
    private readonly callFile: string,
  ) {}

  all(): readonly CloudResource[] {
    return Object.values(this.resources());
  }

  get(id: string): CloudResource | undefined {
    return this.resources()[id.toLowerCase()];
  }

  put(resource: CloudResource): void {
    this.save({ ...this.resources(), [resource.id.toLowerCase()]: resource });
  }

  remove(id: string): void {
    this.save(Object.fromEntries(Object.entries(this.resources()).filter(([key]) => key !== id.toLowerCase())));
  }

  /** Calls since the last time, oldest first. */
  takeCalls(): readonly ProviderCall[] {
    if (!existsSync(this.callFile)) return [];
    const lines = readFileSync(this.callFile, 'utf8').trimEnd().split('\n');
    writeFileSync(this.callFile, '');
    return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ProviderCall]));
  }

  note(call: ProviderCall): void {
    appendFileSync(this.callFile, `${JSON.stringify(call)}\n`);
  }

  private resources(): Readonly<Record<string, CloudResource>> {
    if (!existsSync(this.file)) return {};
    return JSON.parse(readFileSync(this.file, 'utf8')) as Readonly<Record<string, CloudResource>>;
  }

  /** Written beside and renamed, so that a reader never sees half a file. */
  private save(resources: Readonly<Record<string, CloudResource>>): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(resources));
    renameSync(`${this.file}.new`, this.file);
  }
}
