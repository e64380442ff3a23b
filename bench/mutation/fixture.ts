import type { ResourceGraph } from '../../lib/graph';
import type { Pack } from '../../lib/review';
import { check, rulesOf } from '../../lib/review';
import type { Exclusion } from './excluded';
import type { Rows } from './operators';
import { operators } from './operators';
import type { Json } from './template';

/** A resource of a hardened fixture, as the operators change it. */
export interface Part {
  /** Unique in its fixture. */
  readonly name: string;
  readonly type: string;
  readonly properties: { [key: string]: Json };
}

/** Hardened resources of one family, in the form of one tool. */
export interface Fixture {
  readonly family: string;
  /** The rules that are asked. */
  readonly pack: Pack;
  readonly parts: readonly Part[];
  readonly rows: Rows;
  /** Types that protect something else, or without which something else is not complete. */
  readonly dependents: RegExp;
  readonly exclusions: readonly Exclusion[];
  /** The graph of the fixture with these parts; undefined where a schema refuses them. */
  readonly graphOf: (parts: readonly Part[]) => ResourceGraph | undefined;
}

/** A fixture with one flaw. */
interface PartMutant {
  /** `<family>/<name> <type> <path>: <operator>` */
  readonly id: string;
  readonly parts: readonly Part[];
  /** Why it is no flaw. @default - it is one */
  readonly excluded?: Exclusion;
}

/** Every mutant of a fixture, in order. */
export function mutantsOfParts({ family, parts, rows, dependents, exclusions }: Fixture): readonly PartMutant[] {
  const mutant = (part: Part, what: string, next: readonly Part[]): PartMutant => {
    const own = `${part.name} ${part.type} ${what}`;
    const excluded = exclusions.find(({ id }) => id.test(own));
    return { id: `${family}/${own}`, parts: next, ...(excluded === undefined ? {} : { excluded }) };
  };
  return parts.flatMap((part) => [
    ...operators
      .flatMap((operator) => operator(part.type, part.properties, rows))
      .map(({ operator, path, properties }) =>
        mutant(
          part,
          `${path}: ${operator}`,
          parts.map((one) => (one === part ? { ...part, properties } : one)),
        ),
      ),
    ...(dependents.test(part.type)
      ? [
          mutant(
            part,
            ': remove resource',
            parts.filter((one) => one !== part),
          ),
        ]
      : []),
  ]);
}

/** The codes of what the rules find in parts of a fixture; `invalid` where a schema refuses them. */
export function judgedParts(fixture: Fixture, parts: readonly Part[]): readonly string[] | 'invalid' {
  const graph = fixture.graphOf(parts);
  return graph === undefined ? 'invalid' : judgedGraph(fixture, graph);
}

/** The codes of what the rules of a fixture find in a graph. */
export function judgedGraph({ pack }: Fixture, graph: ResourceGraph): readonly string[] {
  return check(graph, rulesOf(pack)).findings.map(({ rule }) => rule);
}
