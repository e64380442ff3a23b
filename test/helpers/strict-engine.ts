import type { Recording, Registration } from '../../lib/graph';
import { armPath, pathParameters } from '../../lib/local/pulumi/arm';

/**
 * The rules of the Pulumi engine and of a provider that refuses to create what exists, for a row of recorded programs: what
 * has left the program is deleted at the end unless it is retained, and a failed update deletes nothing.
 */
export class StrictEngine {
  /** Ids in the cloud. */
  readonly cloud = new Set<string>();
  private readonly state = new Map<string, { readonly id: string; readonly retain: boolean }>();

  /**
   * Deploys a program. @param failing - whether the update of a resource fails, by its type and name
   *
   * @returns ids that the provider refuses to create; they stop the update too
   */
  up({ registrations }: Recording, failing: (registration: Registration) => boolean = () => false): readonly string[] {
    const refused: string[] = [];
    let failed = false;
    const replaced: { readonly id: string; readonly retain: boolean }[] = [];
    for (const registration of registrations.filter(({ custom }) => custom)) {
      const id = idOf(registration);
      const prior = this.state.get(registration.urn);
      if (prior?.id !== id && this.cloud.has(id)) refused.push(id);
      if (failing(registration)) failed = true;
      if (prior !== undefined && prior.id !== id) replaced.push(prior);
      this.cloud.add(id);
      this.state.set(registration.urn, { id, retain: registration.retainOnDelete });
    }
    if (failed || refused.length > 0) return refused;
    const urns = new Set(registrations.map(({ urn }) => urn));
    for (const [urn, gone] of this.state) {
      if (urns.has(urn)) continue;
      replaced.push(gone);
      this.state.delete(urn);
    }
    for (const { id, retain } of replaced) if (!retain) this.cloud.delete(id);
    return [];
  }
}

/** The type and the names that place a resource; a reference counts as the name that it stands for. */
function idOf({ type, inputs, urn }: Registration): string {
  const template = armPath(type);
  const names = template === undefined ? [urn] : pathParameters(template).map((name) => String(inputs[name]));
  return [type, ...names].join(' ');
}
