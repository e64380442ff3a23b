import { catalog } from '../../../lib/catalog';
import { stateOn } from '../../../lib/catalog/managed-models';
import type { Case } from '../case';

/** State and last day of a version on the day on which the schedule was read. */
function lifecycleOf(id: string): readonly [state: string, retires: string | undefined, edition: string] {
  const row = catalog.managedModels.find((model) => model.service === 'azure-openai' && model.id === id);
  const lifecycle = row?.versions[0]?.lifecycle;
  if (lifecycle === undefined) throw new Error(`no lifecycle of ${id}`);
  return [stateOn(lifecycle, lifecycle.asOf), lifecycle.retires, lifecycle.edition];
}

export const azureA01: Case = {
  id: 'azure-A01',
  fault: 'one of 19 managed models has a date, an outdated one, and there is no gpt-5 family',
  expected: 'every managed model has its state, last day and edition, and the gpt-5 family is there',
  check() {
    for (const { service, id, versions } of catalog.managedModels)
      expect([service, id, ...versions.map(({ lifecycle }) => lifecycle.edition)]).not.toContain(undefined);
    const edition = '2026-09-02';
    expect(lifecycleOf('gpt-4.1')).toEqual(['legacy', '2027-04-14', edition]);
    expect(lifecycleOf('gpt-4.1-mini')).toEqual(['legacy', '2027-04-14', edition]);
    expect(lifecycleOf('gpt-4o')).toEqual(['legacy', '2027-04-14', edition]);
    expect(lifecycleOf('gpt-4o-mini')).toEqual(['deprecated', '2027-04-14', edition]);
    expect(lifecycleOf('gpt-4.1-nano')).toEqual(['retired', '2026-10-14', edition]);
    expect(lifecycleOf('gpt-5')).toEqual(['generally-available', '2027-02-09', edition]);
    expect(lifecycleOf('gpt-5.1')).toEqual(['generally-available', '2027-05-15', edition]);
    expect(lifecycleOf('gpt-5.6-sol')).toEqual(['generally-available', '2028-01-11', edition]);
    expect(lifecycleOf('text-embedding-3-large')).toEqual(['generally-available', '2028-02-09', edition]);
  },
};
