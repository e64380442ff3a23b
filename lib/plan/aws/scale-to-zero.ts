import { scaleToZeroIn } from '../../catalog/scale-to-zero';
import type { AwsTarget, Issue } from '../../platform';
import { listed } from '../../platform';
import type { EndpointContext } from '../endpoint/endpoint-context';

type Context = Pick<EndpointContext, 'key' | 'endpoint' | 'catalog'> & { readonly target: Pick<AwsTarget, 'region'> };

/** Refuses scale to zero in a region that does not have it, with what works instead; warns where it is unknown. */
export function scaleToZeroIssues({ key, endpoint, catalog, target: { region } }: Context): readonly Issue[] {
  if (endpoint.whenIdle !== 'scale-to-zero') return [];
  const row = scaleToZeroIn(region);
  if (row?.available === true) return [];
  const place = { path: `endpoints.${key}.whenIdle`, got: endpoint.whenIdle };
  const here = catalog.regions.find(({ cloud, id }) => cloud === 'aws' && id === region);
  const elsewhere = catalog.regions
    .filter(({ cloud, residency }) => cloud === 'aws' && (here === undefined || residency === here.residency))
    .map(({ id }) => id)
    .filter((id) => scaleToZeroIn(id)?.available === true);
  const other = elsewhere.length === 0 ? '' : `, or move the environment to ${listed(elsewhere)}`;
  if (row === undefined) {
    return [
      {
        ...place,
        code: 'ScaleToZeroUnproven',
        message: `whether SageMaker endpoints scale to zero in ${region} is unknown`,
        expected: 'a region in which they are known to',
        fix: `deploy it in development first, or use 'keep-warm'${other}`,
      },
    ];
  }
  return [
    {
      ...place,
      code: 'ScaleToZeroNotInRegion',
      message: `SageMaker endpoints do not scale to zero in ${region} (${row.source}, ${row.asOf})`,
      expected: `'keep-warm', or a region with inference components`,
      fix: `use 'keep-warm'${other}`,
    },
  ];
}
