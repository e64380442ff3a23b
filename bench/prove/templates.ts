import fc from 'fast-check';
import { Engine, failures } from '../../test/lib/local/aws/engine';
import type { Proof } from './proof';
import { counted, tally } from './proof';

/** A resource of a random template. `edge` points to an earlier resource; `broken` cannot be created. */
interface RandomResource {
  readonly kind: number;
  readonly name: number | undefined;
  readonly value: number;
  readonly edge: number;
  readonly edgeKind: 'none' | 'dependsOn' | 'ref';
  readonly broken: boolean;
}

interface ResourceKind {
  readonly type: string;
  readonly nameProperty: string;
  readonly properties: (value: number, reference: unknown) => Readonly<Record<string, unknown>>;
}

const kinds: readonly ResourceKind[] = [
  {
    type: 'AWS::SNS::Topic',
    nameProperty: 'TopicName',
    properties: (value, reference) => ({ DisplayName: reference ?? `topic ${value}` }),
  },
  {
    type: 'AWS::SQS::Queue',
    nameProperty: 'QueueName',
    properties: (value) => ({ VisibilityTimeout: 30 + value }),
  },
  {
    type: 'AWS::SSM::Parameter',
    nameProperty: 'Name',
    properties: (value, reference) => ({ Type: 'String', Value: reference ?? `value ${value}` }),
  },
  {
    type: 'AWS::Logs::LogGroup',
    nameProperty: 'LogGroupName',
    properties: (value) => ({ RetentionInDays: [1, 3, 5, 7][value % 4] }),
  },
  {
    type: 'AWS::S3::Bucket',
    nameProperty: 'BucketName',
    properties: (value) => ({ VersioningConfiguration: { Status: value % 2 === 0 ? 'Enabled' : 'Suspended' } }),
  },
];

const resource: fc.Arbitrary<RandomResource> = fc.record({
  kind: fc.nat(kinds.length - 1),
  name: fc.option(fc.nat(4), { nil: undefined }),
  value: fc.nat(3),
  edge: fc.nat(5),
  edgeKind: fc.constantFrom('none', 'dependsOn', 'ref'),
  broken: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
});
/** Templates deployed one after the other to one stack. */
const deployments = fc.array(fc.array(resource, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });

/** CloudFormation refuses another type under a logical id, so the id says the type. */
function logicalId(index: number, { kind }: RandomResource): string {
  return `R${index}K${kind}`;
}

function template(resources: readonly RandomResource[]) {
  const entries = resources.map((one, index): [string, unknown] => {
    const kind = kinds[one.kind];
    if (kind === undefined) throw new Error(`no kind ${one.kind}`);
    const earlier = one.edge < index ? resources[one.edge] : undefined;
    const target = earlier === undefined ? undefined : logicalId(one.edge, earlier);
    const reference = one.edgeKind === 'ref' && target !== undefined ? { Ref: target } : undefined;
    return [
      logicalId(index, one),
      {
        Type: kind.type,
        ...(one.edgeKind === 'dependsOn' && target !== undefined ? { DependsOn: target } : {}),
        Properties: {
          ...kind.properties(one.value, reference),
          ...(one.name === undefined ? {} : { [kind.nameProperty]: `fuzzed-${one.name}` }),
          ...(one.broken ? { Nope: 1 } : {}),
        },
      },
    ];
  });
  return { Resources: Object.fromEntries(entries) };
}

/** What is left in the account, by type. */
function left(engine: Engine, account: string): readonly string[] {
  return kinds.flatMap(({ type }) => {
    const ids =
      type === 'AWS::S3::Bucket' ? [...engine.cloud.buckets.keys()] : engine.cloud.registry.list(type, account);
    return ids.map(() => type);
  });
}

function deployAll(sequence: readonly (readonly RandomResource[])[], counts: Map<string, number>): void {
  const engine = new Engine();
  let stack = engine.stack('S');
  let last: ReturnType<typeof template> | undefined;
  for (const resources of sequence) {
    if (stack.status === 'ROLLBACK_COMPLETE') {
      engine.destroy(stack);
      stack = engine.stack('S');
    }
    const next = template(resources);
    engine.deploy(stack, next);
    tally(counts, stack.status);
    if (/^(?:CREATE|UPDATE)_COMPLETE$/.test(stack.status)) last = next;
    else if (failures(stack).length === 0) throw new Error(`${stack.status} without a failed event`);
    const existing = left(engine, stack.account).toSorted();
    const declared =
      last === undefined ? [] : Object.values(last.Resources).map((one) => (one as { Type: string }).Type);
    if (JSON.stringify(existing) !== JSON.stringify(declared.toSorted()))
      throw new Error(`after ${stack.status}: exist ${existing.join()}, declared ${declared.join()}`);
    if (last !== undefined && engine.plan(stack, last).changed)
      throw new Error('the last success would change something');
  }
  const { status, account } = engine.destroy(stack);
  if (status !== 'DELETE_COMPLETE' || left(engine, account).length > 0)
    throw new Error(`the stack left ${left(engine, account).join()}`);
}

/** Random templates, deployed one after the other to one stack of the local CloudFormation. */
export const templates: Proof = {
  claim:
    'after any sequence of deployments exactly what the last success declared exists, deploying it again changes nothing, and a deletion leaves nothing',
  count: 20_000,
  smallCount: 300,
  run({ seed, count }) {
    const counts = new Map<string, number>();
    const outcome = fc.check(
      fc.property(deployments, (sequence) => {
        deployAll(sequence, counts);
      }),
      { seed, numRuns: count },
    );
    const { failed, counterexample, counterexamplePath, errorInstance } = outcome;
    return Promise.resolve({
      counts: counted(counts),
      counterexamples: failed
        ? [
            {
              case: `path ${counterexamplePath ?? ''}: ${JSON.stringify(counterexample)}`,
              problem: String(errorInstance),
            },
          ]
        : [],
    });
  },
};
