import type { DocumentFormat } from '../../../lib/graph';
import { readDocument } from '../../../lib/graph/read-document';

/** Reads of values of a document: a walk over all of it for each resource grows with their square. */
function counted(document: unknown): { readonly value: unknown; readonly reads: () => number } {
  let reads = 0;
  const wrap = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? new Proxy(value, {
          get(target, key) {
            reads++;
            return wrap(Reflect.get(target, key));
          },
        })
      : value;
  return { value: wrap(document), reads: () => reads };
}

function readsOf(format: DocumentFormat, document: unknown, nodes: number): number {
  const { value, reads } = counted(document);
  const parsed = { value, problems: [], offsetsOf: (paths: readonly unknown[]) => paths.map(() => 0) };
  const read = readDocument({ format, parsed, text: '', file: 'f' }, { environment: 'e', stack: 's' });
  expect(read.ok && Math.max(read.value.graph.length, read.value.verdicts.length)).toBe(nodes);
  return reads();
}

/** Resources in a chain: each refers to the one before. */
function chain<T>(count: number, make: (index: number, before: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index, Math.max(0, index - 1)));
}

const urn = (index: number) => `urn:pulumi:dev::p::aws:s3/bucket:Bucket::b${index}`;
const armName = (index: number) => `[format('name{0}', ${index})]`;

const documents: Readonly<Partial<Record<DocumentFormat, (count: number) => unknown>>> = {
  arm: (count) => ({
    resources: chain(count, (index, before) => ({
      type: 'Microsoft.Search/searchServices',
      name: armName(index),
      dependsOn: [`[resourceId('Microsoft.Search/searchServices', format('name{0}', ${before}))]`],
    })),
  }),
  'change-set': (count) => ({
    Changes: chain(count, (index) => ({
      ResourceChange: { Action: 'Add', LogicalResourceId: `R${index}`, ResourceType: 'T' },
    })),
  }),
  cloudformation: (count) => ({
    Resources: Object.fromEntries(
      chain(count, (index, before) => [`R${index}`, { Type: 'T', Properties: { Before: { Ref: `R${before}` } } }]),
    ),
  }),
  'pulumi-preview': (count) => ({
    steps: chain(count, (index, before) => ({
      op: 'create',
      urn: urn(index),
      newState: { urn: urn(index), type: 'aws:s3/bucket:Bucket', custom: true, dependencies: [urn(before)] },
    })),
  }),
  'pulumi-state': (count) => ({
    deployment: {
      resources: chain(count, (index, before) => ({
        urn: urn(index),
        type: 'aws:s3/bucket:Bucket',
        custom: true,
        dependencies: [urn(before)],
      })),
    },
  }),
  'terraform-plan': (count) => {
    const resources = chain(count, (index) => ({
      address: `aws_x.r${index}`,
      mode: 'managed',
      type: 'aws_x',
      values: {},
    }));
    const configured = chain(count, (index, before) => ({
      address: `aws_x.r${index}`,
      expressions: { before: { references: [`aws_x.r${before}.id`, `aws_x.r${before}`] } },
    }));
    return {
      planned_values: { root_module: { resources } },
      configuration: { root_module: { resources: configured } },
    };
  },
  'terraform-state': (count) => ({
    values: {
      root_module: {
        child_modules: chain(count, (index) => ({
          address: `module.m[${index}]`,
          resources: [{ address: `module.m[${index}].aws_x.r`, type: 'aws_x', values: {}, depends_on: ['aws_x.r'] }],
        })),
      },
    },
  }),
};

test.each(Object.entries(documents))('%s is read with work that grows with its resources', (format, make) => {
  const known = format as DocumentFormat;
  const small = readsOf(known, make(1_000), 1_000);
  expect(readsOf(known, make(4_000), 4_000) / small).toBeLessThan(4.1);
});
