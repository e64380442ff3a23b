import { distance } from 'fastest-levenshtein';
import type { Constraint } from '../constraint';
import { judgePolicies, typesWithPolicies } from './documents';

/** Global condition keys without `aws:`; a key with a slash takes any name behind it. */
const keys = `PrincipalArn PrincipalAccount PrincipalOrgPaths PrincipalOrgID PrincipalTag PrincipalIsAWSService
PrincipalServiceName PrincipalServiceNamesList PrincipalType userid username AssumedRoot FederatedProvider TokenIssueTime
MultiFactorAuthAge MultiFactorAuthPresent ChatbotSourceArn Ec2InstanceSourceVpc Ec2InstanceSourcePrivateIPv4 SourceIdentity
SourceInstanceArn SourceIp SourceVpc SourceVpcArn SourceVpce VpceAccount VpceOrgPaths VpceOrgID VpcSourceIp ResourceAccount
ResourceOrgID ResourceOrgPaths ResourceTag CalledVia CalledViaFirst CalledViaLast CalledViaAWSMCP ViaAWSService
ViaAWSMCPService CurrentTime EpochTime referer RequestedRegion RequestTag TagKeys SecureTransport SourceArn SourceAccount
SourceOwner SourceOrgPaths SourceOrgID UserAgent IsMcpServiceAction`.split(/\s+/);
const known = new Map(keys.map((key) => [key.toLowerCase(), key]));

/** The global key that a misspelt one stands for; no list is complete, so only a near name is a misspelling. */
function misspelling(key: string): string | undefined {
  const [prefix, ...rest] = key.split(':');
  const [name = ''] = rest.join(':').toLowerCase().split('/');
  if (prefix?.toLowerCase() !== 'aws' || known.has(name)) return undefined;
  for (const [lower, written] of known) if (distance(name, lower) === 1) return `aws:${written}`;
  return undefined;
}

/** A condition on a global key that does not exist is never true, or always; IAM stores it. */
export const conditionKey: Constraint = {
  id: 'condition-key',
  types: typesWithPolicies(['identity', 'trust', 'resource', 'key']),
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    asOf: '2026-09-26',
  },
  taken: true,
  check: (resource) =>
    judgePolicies(resource, ({ policy }) =>
      policy.statements.flatMap(({ conditions }) =>
        conditions.flatMap(({ key, pointer }) => {
          const meant = misspelling(key);
          if (meant === undefined) return [];
          return [
            {
              pointer,
              problem: `${key} is not a global condition key (did you mean ${meant}?)`,
              fix: `Write ${meant}.`,
            },
          ];
        }),
      ),
    ),
};
