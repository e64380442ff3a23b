/** Mutants that are no flaw, with the reason. The reason is about the provider, never about what a rule finds. */
export interface Exclusion {
  /** Matches the id of the mutant without its family. */
  readonly id: RegExp;
  readonly reason: string;
}

/** Each was read against the documentation of the service, 2026-12-01. */
export const exclusions: readonly Exclusion[] = [
  {
    id: /FiltersConfig\.5\.(?:OutputEnabled|OutputAction):/,
    reason: 'a filter of type PROMPT_ATTACK judges inputs only, and its OutputStrength must be NONE',
  },
  {
    id: /^AgentPermission .*Source(?:Arn|Account): remove$/,
    reason: 'the permission has SourceArn and SourceAccount, and the other one still limits it',
  },
  {
    id: /LoadBalancerAttributes\.1: remove item$/,
    reason: 'access logs without a bucket are refused by the service',
  },
  {
    id: /AuthorizerType: lower to "AUTHENTICATE_ONLY"$/,
    reason: 'the policy engine of the gateway enforces, so that it decides who may call what',
  },
  {
    id: /^Provider AWS::IAM::OIDCProvider DeletionPolicy/,
    reason: 'an identity provider holds no data, and can be created again from the template',
  },
  {
    id: /Stages\.[02]: remove item$/,
    reason: 'a pipeline without its source or its deployment deploys nothing',
  },
  {
    id: /^Caller AWS::IAM::Role .*Principal: widen principal$/,
    reason: 'the condition on aws:PrincipalArn still names the one role that may take it',
  },
];

/** Why a mutant is no flaw; undefined where it is one. */
export function exclusionOf(id: string): Exclusion | undefined {
  return exclusions.find((one) => one.id.test(id));
}
