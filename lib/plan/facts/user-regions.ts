import type { Catalog, Region } from '../../catalog/types';
import type { CatalogSpec, Issue } from '../../platform';
import type { Merged } from './user-offers';

/** Regions of a catalogue with those of a config. A region that the catalogue has is replaced, with a warning. */
export function withRegions(
  { regions }: Pick<Catalog, 'regions'>,
  { regions: written = [] }: CatalogSpec,
): Merged<Region> {
  const rows = new Map(regions.map((row) => [keyOf(row), row]));
  const issues = written.flatMap((row, index): readonly Issue[] => {
    const known = rows.get(keyOf(row));
    // The shape of the spec allows the words of the catalogue only.
    rows.set(keyOf(row), {
      ...row,
      cloud: row.cloud as Region['cloud'],
      residency: row.residency as Region['residency'],
    });
    if (known === undefined) return [];
    const { id, source, asOf } = known;
    return [
      {
        code: 'RowReplacesCatalogue',
        path: `catalog.regions[${index}].id`,
        message: `the catalogue knows ${id} already (${source}, ${asOf}); your row is used instead`,
        got: id,
        expected: 'a region the catalogue does not have',
        fix: 'remove the row unless it is more exact',
      },
    ];
  });
  return { rows: [...rows.values()], issues };
}

function keyOf({ cloud, id }: { readonly cloud: string; readonly id: string }): string {
  return `${cloud} ${id}`;
}
