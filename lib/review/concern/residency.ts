import type { ResourceNode } from '../../graph';
import { valueAt } from '../policy';
import type { ConcernDraft, ConcernFamily } from './concern';
import { modelIdOf, modelsOf } from './model-name';
import { inWords } from './values';

/** Where requests may be processed, with the wider places later. */
const widths: readonly string[] = ['one region', 'one geography', 'any region'];

/** A place where data is processed or kept. */
interface Place {
  readonly path: string;
  readonly where: string;
  readonly width: number;
}

/** Requests or data that are processed in another geography, or in more regions than before. */
export const residency: ConcernFamily = {
  ofChange({ before, after }): readonly ConcernDraft[] {
    if (after === undefined) return [];
    const former = new Map((before === undefined ? [] : placesOf(before)).map((place) => [place.path, place]));
    return placesOf(after).flatMap(({ path, where, width }) => {
      const old = former.get(path);
      const moved = old !== undefined && old.where !== where;
      if (!moved && !(old === undefined && width === 2)) return [];
      const wider = old === undefined || width > old.width ? 'in more places than before' : 'in another place';
      return [
        {
          code: 'ResidencyChanged',
          level: 'warning',
          path,
          message:
            old === undefined ? 'requests are processed in any region' : `requests or data are processed ${wider}`,
          ...(old === undefined ? {} : { before: old.where }),
          after: where,
          fix: 'choose a profile or deployment type of the geography that the data may be in',
        },
      ];
    });
  },
};

function placesOf(node: ResourceNode): readonly Place[] {
  const models = modelsOf(node).flatMap(({ path, value }): readonly Place[] => {
    const [, geography] = /^(eu|us|us-gov|apac|jp|au|ca|global)\./.exec(modelIdOf(String(value))) ?? [];
    if (geography === undefined) return [{ path, where: widths[0] ?? '', width: 0 }];
    return geography === 'global'
      ? [{ path, where: widths[2] ?? '', width: 2 }]
      : [{ path, where: `the geography ${geography}`, width: 1 }];
  });
  return [...models, ...azurePlaces(node)];
}

function azurePlaces({ type, properties }: ResourceNode): readonly Place[] {
  const location = properties.location;
  const sku = type === 'azure-native:cognitiveservices:Deployment' ? inWords(valueAt(properties.sku, 'name')) : '';
  const width = sku.startsWith('Global') ? 2 : sku.startsWith('DataZone') ? 1 : 0;
  return [
    ...(sku === '' ? [] : [{ path: 'sku.name', where: `${widths[width] ?? ''} (${sku})`, width }]),
    ...(typeof location === 'string' && !location.includes('${')
      ? [{ path: 'location', where: location, width: 0 }]
      : []),
  ];
}
