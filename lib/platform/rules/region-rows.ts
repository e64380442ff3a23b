import type { Issue } from '../issue';
import type { RegionRow } from '../managed-rows';
import { repeated } from './repeated';

/** How each cloud writes the id of a region. */
const regionIds: Readonly<Record<string, RegExp>> = { aws: /^[a-z]{2,}(-[a-z]+)+-\d+$/, azure: /^[a-z]+[0-9]*$/ };
const examples: Readonly<Record<string, string>> = {
  aws: 'a region code, for example eu-central-1',
  azure: 'a location name in lower case without spaces, for example westeurope',
};

/** A region row has an id in the form of its cloud, and zones of this region, each once. */
export function regionRowIssues(path: string, { cloud, id, zones }: RegionRow): readonly Issue[] {
  const valid = regionIds[cloud]?.test(id) === true;
  return [
    ...(valid ? [] : [invalidId(`${path}.id`, id, cloud)]),
    // Zones of AWS start with the id of the region: nothing can be said about those of an id that is none.
    ...(valid || cloud === 'azure' ? zoneIssues(`${path}.zones`, { cloud, id, zones }) : []),
    ...repeated(`${path}.zones`, zones),
  ];
}

function zoneIssues(path: string, { cloud, id, zones }: Pick<RegionRow, 'cloud' | 'id' | 'zones'>): readonly Issue[] {
  const belongs = (zone: string): boolean =>
    cloud === 'azure' ? /^[1-9]$/.test(zone) : zone.startsWith(id) && /^[a-z]$/.test(zone.slice(id.length));
  return zones.flatMap((got, index) => {
    if (belongs(got)) return [];
    return [
      {
        code: 'InvalidZone',
        path: `${path}[${index}]`,
        message: `not a zone of ${id}`,
        got,
        expected:
          cloud === 'azure' ? `the number of a zone, for example '1'` : `${id} and a letter, for example ${id}a`,
        fix: `write the zone as the cloud lists it, or remove ${path}[${index}]`,
      },
    ];
  });
}

function invalidId(path: string, got: string, cloud: string): Issue {
  const expected = examples[cloud] ?? 'the id of a region';
  return {
    code: 'InvalidRegionId',
    path,
    message: `not the id of a region of ${cloud}`,
    got,
    expected,
    fix: `copy the id from the list of the cloud's regions, not the display name`,
  };
}
