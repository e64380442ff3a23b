import type { Recording, Registration } from '../../lib/graph';

/** Registrations of a type, in the recording's order. */
export function ofType(recording: Recording, type: string): readonly Registration[] {
  return recording.registrations.filter((registration) => registration.type === type);
}

/** The one registration of a type. Throws when there is none or more than one. */
export function onlyOfType(recording: Recording, type: string): Registration {
  const [only, ...more] = ofType(recording, type);
  if (only === undefined || more.length > 0)
    throw new Error(`expected one ${type}, got ${ofType(recording, type).length}`);
  return only;
}

/** Direct children of the component with a name. */
export function childrenOf(recording: Recording, component: string): readonly Registration[] {
  const parent = recording.registrations.find(({ name, custom }) => name === component && !custom);
  return recording.registrations.filter((registration) => registration.parent === parent?.urn);
}

/** Whether the engine creates one resource after the other, directly or through others. */
export function waitsFor(recording: Recording, later: Registration, earlier: Registration): boolean {
  const known = new Map(recording.registrations.map((registration) => [registration.urn, registration]));
  const seen = new Set<string>();
  const pending = [later.urn];
  for (let urn = pending.pop(); urn !== undefined; urn = pending.pop()) {
    for (const dependency of known.get(urn)?.dependencies ?? []) {
      if (dependency === earlier.urn) return true;
      if (!seen.has(dependency)) pending.push(dependency);
      seen.add(dependency);
    }
  }
  return false;
}

/** The registrations that refer to a resource in one of their inputs. */
export function referringTo(recording: Recording, urn: string): readonly Registration[] {
  return recording.registrations.filter(({ inputs }) => JSON.stringify(inputs).includes(`\${${urn}#`));
}
