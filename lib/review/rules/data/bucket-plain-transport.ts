import type { JsonMap } from '../../policy';
import { isMap, statementsIn } from '../../policy';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Deny requests where aws:SecureTransport is false: documents and weights cross the network in clear text. */
export const bucketPlainTransport: Rule = {
  code: 'BucketPlainTransport',
  family: 'data',
  pack: 'production',
  safeguard: 'encryption-in-transit',
  securityHub: ['S3.5'],
  rationale: 'Documents and weights cross the network in clear text.',
  source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html', asOf: '2026-11-30' },
  types: ['AWS::S3::Bucket'],
  check(bucket, _context, graph) {
    const policies = graph.referrersOf(bucket).filter(({ type }) => type === 'AWS::S3::BucketPolicy');
    const own = policies.filter((policy) => graph.referencedBy(policy.properties.Bucket, policy).includes(bucket));
    const denied = own.some(({ properties }) =>
      statementsIn(properties.PolicyDocument, '').some(({ statement }) => deniesPlain(statement)),
    );
    // A policy that is not known may deny it.
    const unknown = own.some(
      ({ properties }) => !isMap(properties.PolicyDocument) || properties.PolicyDocument.Statement === undefined,
    );
    if (denied || unknown) return [];
    return [{ path: '', message: 'no policy refuses requests without TLS', fix: fixOf('BucketPlainTransport') }];
  },
};

function deniesPlain({ Effect: effect, Condition: condition }: JsonMap): boolean {
  const text = JSON.stringify(condition ?? {});
  return effect === 'Deny' && /"aws:SecureTransport":\[?"?false/i.test(text);
}
