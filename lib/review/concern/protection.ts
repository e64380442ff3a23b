import type { ResourceNode } from '../../graph';
import type { MessageCode } from '../../messages';
import type { ConcernDraft, ConcernFamily } from './concern';

/** One thing that protects, and how strongly: more is stronger, 0 is off. */
export interface Protection {
  readonly path: string;
  /** What protects, such as `PII filter EMAIL`. */
  readonly name: string;
  readonly strength: number;
  readonly words: string;
}

/** A family that compares the protections of a resource before and after: what is weaker or gone is a concern. */
export function weakening(
  { code, fix }: { readonly code: MessageCode; readonly fix: string },
  protectionsOf: (node: ResourceNode) => readonly Protection[],
): ConcernFamily {
  return {
    ofChange({ change, before, after }): readonly ConcernDraft[] {
      if (before === undefined) return [];
      const former = protectionsOf(before).filter(({ strength }) => strength > 0);
      if (former.length === 0) return [];
      // What was moved under another address is compared there.
      if (after === undefined) {
        if (change.kind !== 'destroy') return [];
        const names = former.map(({ name }) => name);
        return [{ code, level: 'warning', path: '', message: `it is removed, and with it ${listed(names)}`, fix }];
      }
      const current = new Map(protectionsOf(after).map((one) => [one.name, one]));
      return former.flatMap(({ name, path, strength, words }) => {
        const now = current.get(name);
        if (now !== undefined && now.strength >= strength) return [];
        const message = `${name} is ${now === undefined || now.strength === 0 ? 'off' : 'weaker'}`;
        return [
          {
            code,
            level: 'warning',
            path: now?.path ?? path,
            message,
            before: words,
            after: now?.words ?? 'not set',
            fix,
          },
        ];
      });
    },
  };
}

/** At most three names; the others are counted. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
