import { readRows } from './schema/rows';

/** The generated file: a region is named where a type is missing from it. */
interface RegionRows {
  readonly regions: readonly string[];
  /** By the places of regions in the list, the types that those lack; by the empty text, the types that every region has. */
  readonly missing: Readonly<Record<string, string>>;
}

interface RegionTypes {
  readonly regions: ReadonlySet<string>;
  /** By type, the regions that lack it. */
  readonly missing: ReadonlyMap<string, ReadonlySet<string>>;
}

let known: RegionTypes | undefined;

function regionTypes(): RegionTypes {
  if (known !== undefined) return known;
  // A parser's boundary: the file is generated in this shape, and a test reads it.
  const rows = (readRows('-regions') ?? { regions: [], missing: {} }) as RegionRows;
  const missing = new Map<string, ReadonlySet<string>>();
  for (const [places, types] of Object.entries(rows.missing)) {
    const lacking = new Set(places.split(' ').flatMap((place) => rows.regions[Number.parseInt(place, 10)] ?? []));
    for (const type of types.split(' ')) missing.set(type, lacking);
  }
  known = { regions: new Set(rows.regions), missing };
  return known;
}

/**
 * Whether the CloudFormation registry of a region has a resource type.
 *
 * @returns undefined where that is not known: for a region without a list of its own, and for a type that no list has
 */
export function typeInRegion(type: string, region: string): boolean | undefined {
  const { regions, missing } = regionTypes();
  const lacking = missing.get(type);
  return lacking === undefined || !regions.has(region) ? undefined : !lacking.has(region);
}
