import { managedModels } from '../../lib/catalog/rows/managed-models';
import type { ConcernContext } from '../../lib/review/concern/concern';

/** The last day of a managed model or inference profile, as the edition of its provider's schedule has it. */
export const endOfLife: NonNullable<ConcernContext['endOfLife']> = (model) => {
  for (const { id, versions } of managedModels) {
    // A version of Azure is not in the id, and the same version is in several models: only ids are looked up.
    const version = versions.find(
      (one) => (id === model && one.version === undefined) || one.offers.some(({ profile }) => profile === model),
    );
    const { retires, source, edition } = version?.lifecycle ?? {};
    if (retires !== undefined) return { date: retires, source: `${source ?? ''}, edition of ${edition ?? ''}` };
  }
  return undefined;
};
