import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { nextModel } from '../../next-place';

/** Whether the location lists each model version with its kind of deployment, and it is not retired. */
export const models: AzureCheck = {
  id: 'azure.models',
  cloud: 'azure',
  asks: 'Does the location list each model version, with the kind of deployment, before its last day?',
  questions: ['models'],
  run: async (ask, { deployment, location }, { catalog, today }) => {
    const planned = Object.entries(deployment.models);
    if (planned.length === 0) return [];
    const listed = await ask.models();
    return planned.flatMap(([key, { model, sku }]) => {
      const place = at(models, `models.${key} (${model.name} ${model.version}, ${sku.name}) in ${location}`);
      return outcomeOf(place, listed, (all) => {
        const same = all.filter(({ name }) => name === model.name);
        const found = same.filter(({ version }) => version === model.version);
        const skus = [...new Set(found.flatMap((one) => one.skus))];
        const ends = found.flatMap((one) => one.ends ?? [])[0]?.slice(0, 10);
        const finding = (cause: 'not-offered' | 'lifecycle', got: string, expected: string, fix: string) =>
          ({
            kind: 'finding',
            ...place,
            cause,
            got,
            expected,
            fix,
            next: nextModel(catalog, 'azure-openai', model.name),
          }) as const;
        if (found.length === 0) {
          const versions = same.map(({ version }) => version).join(', ');
          return finding(
            'not-offered',
            versions === '' ? `${location} lists no ${model.name}` : `${location} lists ${model.name} ${versions}`,
            `${model.name} ${model.version}`,
            'use a version that the location lists, or another location',
          );
        }
        if (ends !== undefined && ends <= today) {
          return finding(
            'lifecycle',
            `${model.name} ${model.version} ended on ${ends}`,
            'a version that answers',
            'use its successor',
          );
        }
        return skus.includes(sku.name)
          ? passed(place, ends === undefined ? 'listed' : `listed, answers until ${ends}`)
          : finding(
              'not-offered',
              `offered as ${skus.join(', ')}`,
              sku.name,
              `use ${skus.join(' or ')} for models.${key}.sku, or another location`,
            );
      });
    });
  },
};
