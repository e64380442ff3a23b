import type { TemplateConstraint } from '../constraint';
import type { JsonObject } from '../json';
import { isList, own } from '../json';
import { references } from './references';
import { breach, resourcesOf } from './sections';

/**
 * No resource needs itself. Resources and branches under a condition are left out: whether they are used depends on the
 * values of parameters.
 */
export const circularDependencies: TemplateConstraint = {
  id: 'template-circular-dependencies',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    asOf: '2026-11-30',
  },
  check(template) {
    const certain = resourcesOf(template).filter(([, resource]) => own(resource, 'Condition') === undefined);
    const graph = new Map(certain.map(([id, resource]) => [id, needs(id, resource)]));
    const members = circle(graph);
    if (members === undefined) return [];
    const problem = `Circular dependency between resources: [${members.join(', ')}]`;
    return [breach(`/Resources/${members[0] ?? ''}`, problem, 'move one of the references to a resource of its own')];
  },
};

function needs(id: string, resource: JsonObject): readonly string[] {
  const declared = own(resource, 'DependsOn') ?? [];
  const names = (isList(declared) ? declared : [declared]).flatMap((name) => (typeof name === 'string' ? [name] : []));
  const read = references(own(resource, 'Properties') ?? {}, `/Resources/${id}/Properties`, () => undefined);
  return [...names, ...read.map(({ target }) => target)];
}

/** The members of a circle, or undefined. A loop over an explicit stack: a chain of 500 resources is no reason to recurse. */
function circle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of graph.keys()) {
    const open: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    while (open.length > 0) {
      const top = open.at(-1);
      if (top === undefined) break;
      const target = done.has(top.id) ? undefined : graph.get(top.id)?.[top.next++];
      if (target === undefined) {
        done.add(top.id);
        open.pop();
        continue;
      }
      const from = open.findIndex(({ id }) => id === target);
      if (from >= 0) return open.slice(from).map(({ id }) => id);
      if (graph.has(target)) open.push({ id: target, next: 0 });
    }
  }
  return undefined;
}
