import type { ResourceNode } from '../../../graph';
import type { GraphIndex } from '../../graph-index';
import { placesAt } from '../../known';
import type { JsonMap } from '../../policy';
import { listOf, matchesPattern, textsOf } from '../../policy';
import { fixOf } from '../../property-rule';
import { resourceStatements } from '../../resource-policies';
import { statementsOfRole } from '../../role-statements';
import type { Rule } from '../../rule';

/** Allow kms:Decrypt on the key of the bucket: the policy deploys, and reading fails with AccessDenied. */
export const decryptDenied: Rule = {
  code: 'DecryptDenied',
  family: 'iam',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The policy deploys, and reading fails with AccessDenied.',
  source: { url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html', asOf: '2026-11-30' },
  types: ['AWS::IAM::Role'],
  check(role, _context, graph) {
    // What a managed policy allows is not in the graph.
    if (listOf(role.properties.ManagedPolicyArns).length > 0) return [];
    const statements = statementsOfRole(role, graph);
    const reading = statements.filter(({ statement }) => allows(statement, 's3:GetObject'));
    const buckets = new Set(reading.flatMap(({ from, statement }) => graph.referencedBy(statement.Resource, from)));
    return [...buckets].flatMap((bucket) =>
      keysOf(bucket, graph)
        .filter(
          (key) =>
            !statements.some(({ from, statement }) => mayDecrypt(statement, from, key, graph)) &&
            !givesUse(key, role, graph),
        )
        .map((key) => ({
          path: '',
          message: `reads ${bucket.address} and may not use its key ${key.address}`,
          fix: fixOf('DecryptDenied'),
        })),
    );
  },
};

function allows({ Effect: effect, Action: action }: JsonMap, wanted: string): boolean {
  return effect === 'Allow' && textsOf(action).some((pattern) => matchesPattern(pattern, wanted, true));
}

/** The key of a bucket in the same stack. */
function keysOf(bucket: ResourceNode, graph: GraphIndex): readonly ResourceNode[] {
  const path = 'BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault.KMSMasterKeyID';
  if (bucket.type !== 'AWS::S3::Bucket' || placesAt(bucket.properties, path).length === 0) return [];
  return graph.referencedBy(bucket.properties.BucketEncryption, bucket).filter(({ type }) => type === 'AWS::KMS::Key');
}

/** A resource that is a reference to something else may still be a pattern, and a text may name the key. */
function mayDecrypt(statement: JsonMap, from: ResourceNode, key: ResourceNode, graph: GraphIndex): boolean {
  if (!allows(statement, 'kms:Decrypt')) return false;
  const referenced = graph.referencedBy(statement.Resource, from);
  return referenced.length === 0 || referenced.includes(key);
}

/** Whether the policy of a key gives its use to a role. */
function givesUse(key: ResourceNode, role: ResourceNode, graph: GraphIndex): boolean {
  return resourceStatements(key).some(
    ({ statement }) => allows(statement, 'kms:Decrypt') && graph.referencedBy(statement.Principal, key).includes(role),
  );
}
