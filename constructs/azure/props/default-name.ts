import { createHash } from 'node:crypto';
import type { LandingZone } from '../landing-zone/landing-zone';

/**
 * Names of resources that are given none: an abbreviation, the longest name, and whether it may have hyphens. The planner has
 * the sources of these limits; a test compares both.
 */
const kinds = {
  vault: { abbreviation: 'kv', longest: 24, hyphens: true },
  storage: { abbreviation: 'st', longest: 24, hyphens: false },
  containerRegistry: { abbreviation: 'cr', longest: 50, hyphens: false },
  search: { abbreviation: 'srch', longest: 60, hyphens: true },
  openai: { abbreviation: 'oai', longest: 64, hyphens: true },
  workspace: { abbreviation: 'mlw', longest: 33, hyphens: true },
  endpoint: { abbreviation: 'ep', longest: 32, hyphens: true },
  handOffs: { abbreviation: 'appcs', longest: 50, hyphens: true },
  mlRegistry: { abbreviation: 'mlr', longest: 33, hyphens: true },
  telemetry: { abbreviation: 'appi', longest: 260, hyphens: true },
} as const;

/** What a default name is for. */
export type NamedKind = keyof typeof kinds;

/** The limits of default names, by kind. */
export const defaultNameLimits: Readonly<Record<NamedKind, { readonly longest: number; readonly hyphens: boolean }>> =
  kinds;

/**
 * A name that follows from the name of a component and from where it is: two programs with the same component get different
 * names, and names that are unique in Azure do not collide.
 */
export function defaultName(
  kind: NamedKind,
  component: string,
  { subscription, resourceGroup }: Pick<LandingZone, 'subscription' | 'resourceGroup'>,
): string {
  const { abbreviation, longest, hyphens } = kinds[kind];
  const place = createHash('sha256').update(`${subscription}/${resourceGroup}/${component}`).digest('hex').slice(0, 8);
  const words = component
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const separator = hyphens ? '-' : '';
  const readable = [abbreviation, ...words].join(separator).slice(0, longest - place.length - separator.length);
  return `${readable.replace(/-$/, '')}${separator}${place}`;
}
