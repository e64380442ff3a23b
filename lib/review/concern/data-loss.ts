import { dataLossOf } from '../../graph/stateful-types';
import type { ChangedResource, ConcernDraft, ConcernFamily } from './concern';

/** Stateful resources whose data a deployment deletes, or would delete from now on. */
export const dataLoss: ConcernFamily = {
  ofChange({ change, before, after }: ChangedResource): readonly ConcernDraft[] {
    if (change.losesData) {
      const certainly = change.certain === false ? 'may delete' : 'deletes';
      const why = change.causes.length === 0 ? '' : `, because ${change.causes.join(', ')} cannot change in place`;
      const known = dataLossOf(change.type);
      const loss = known === undefined ? '' : `; ${known}`;
      return [
        {
          code: 'DataLost',
          level: 'block',
          path: change.causes[0] ?? '',
          message: `the deployment ${certainly} its data: the resource is ${verbs[change.kind] ?? 'replaced'}${why}${loss}`,
          fix: fixes[change.kind] ?? 'keep the property, or retain the resource and move its data first',
        },
      ];
    }
    if (before?.stateful !== true || !before.retained || after?.retained !== false) return [];
    return [
      {
        code: 'RetentionEnds',
        level: 'warning',
        path: 'retained',
        message: 'its data is no longer retained: the end of the stack deletes it',
        before: 'retained',
        after: 'deleted with its stack',
        fix: 'keep the retaining deletion policy, or protect and retainOnDelete',
      },
    ];
  },
};

const verbs: Readonly<Record<string, string>> = { destroy: 'destroyed', rename: 'created anew under another address' };

const fixes: Readonly<Record<string, string>> = {
  destroy: 'retain the resource, or back up its data',
  rename: 'keep the address, or move the resource with a refactoring of the stack or an alias',
};
