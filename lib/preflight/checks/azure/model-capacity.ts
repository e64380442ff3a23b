import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';

/** Whether the location can take the planned capacity now, whatever the quota allows. */
export const modelCapacity: AzureCheck = {
  id: 'azure.model-capacity',
  cloud: 'azure',
  asks: 'Has the location capacity for each model now?',
  questions: ['modelCapacity', 'resourcesOf'],
  run: async (ask, { deployment, location, initialization }) => {
    const group = await ask.resourcesOf(initialization.resourceGroupName);
    const deployed =
      group.kind === 'value' &&
      deployment.account !== undefined &&
      group.value.includes(deployment.account.name.toLowerCase());
    const outcomes = await Promise.all(
      Object.entries(deployment.models).map(async ([key, { model, sku }]): Promise<readonly Outcome[]> => {
        const place = at(modelCapacity, `models.${key} (${model.name} ${model.version}, ${sku.name}) in ${location}`);
        if (deployed) return [passed(place, 'deployed already')];
        return outcomeOf(place, await ask.modelCapacity(model.name, model.version), (all) => {
          const offered = all.filter((one) => one.sku === sku.name);
          const here = offered.find((one) => one.location.toLowerCase() === location);
          if (here === undefined || here.available >= sku.capacity) {
            return here === undefined
              ? {
                  kind: 'unverified',
                  ...place,
                  why: 'unreadable',
                  got: 'the answer does not name the location',
                  permissions: [],
                }
              : passed(place, `${here.available} thousand tokens a minute can be deployed`);
          }
          const [other] = offered.filter(({ available }) => available >= sku.capacity).map((one) => one.location);
          return {
            kind: 'finding',
            ...place,
            cause: 'regional-capacity',
            got: `${here.available} thousand tokens a minute can be deployed`,
            expected: `${sku.capacity}`,
            fix: 'lower capacityKTpm, take another kind of deployment or location, or try again later',
            next: other === undefined ? noneKnown : `${model.name} ${sku.name} in ${other}`,
          };
        });
      }),
    );
    return outcomes.flat();
  },
};
