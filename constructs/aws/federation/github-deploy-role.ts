import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Grammar } from '../props/prop-problem';
import { eachInGrammar, inGrammar, refuseProps } from '../props/prop-problem';
import { removalPolicyOf } from '../retention/data-retention';

/** Props of a {@link GithubDeployRole}. */
export interface GithubDeployRoleProps {
  /**
   * An account has one provider per issuer: `create` it in one environment and `import` it in the others, and where the
   * account has one already. It needs the audience in its list of clients.
   */
  readonly provider: 'create' | 'import';
  /** Issuer URL: `https://token.actions.githubusercontent.com`. */
  readonly issuer: string;
  /** Value of the `aud` claim: `sts.amazonaws.com`. */
  readonly audience: string;
  /** Exact `sub` claims whose tokens may assume the role. */
  readonly subjects: readonly string[];
  readonly roleName: string;
  /** Names of the CDK bootstrap roles of this account, in the partition of the stack. */
  readonly assumableRoleNames: readonly string[];
}

const issuer: Grammar = {
  pattern: /^https:\/\/[^\s?#]+[^\s?#/]$/,
  expected: 'an https URL without a final slash',
  fix: 'write https://token.actions.githubusercontent.com',
};

/** The condition is StringEquals: a wildcard would be compared as it stands and match nothing. */
const subject: Grammar = {
  pattern: /^[^*?\s]+$/,
  expected: 'an exact sub claim, without wildcards',
  fix: 'name one GitHub environment: repo:organisation/repository:environment:name, with ids where GitHub sends them',
};

/** CreateRole in the API reference of IAM, read 2026-11-30. */
const roleName: Grammar = {
  pattern: /^[\w+=,.@-]{1,64}$/,
  expected: '1 to 64 letters, digits and _ + = , . @ -',
  fix: 'write the name without path and ARN',
};

/**
 * The role with which a GitHub Actions workflow deploys, without a stored key.
 *
 * Creates a role that tokens with the exact audience and subjects may assume for an hour, and the OIDC provider when
 * `provider` is `create`. The provider is retained with any stack. The role may only assume the given CDK bootstrap
 * roles. It is free.
 *
 * @throws CodedError `InvalidProps`
 */
export class GithubDeployRole extends Construct implements iam.IGrantable {
  readonly resource: iam.Role;
  readonly grantPrincipal: iam.IPrincipal;
  readonly role: iam.IRole;
  readonly roleArn: string;
  readonly roleName: string;

  constructor(scope: Construct, id: string, props: GithubDeployRoleProps) {
    super(scope, id);
    refuseProps(
      this,
      inGrammar('issuer', props.issuer, issuer),
      props.subjects.length === 0
        ? [{ prop: 'subjects', got: [], expected: 'at least one subject', fix: 'write the sub claim of the jobs' }]
        : eachInGrammar('subjects', props.subjects, subject),
      inGrammar('roleName', props.roleName, roleName),
      eachInGrammar('assumableRoleNames', props.assumableRoleNames, roleName),
    );
    const host = props.issuer.replace(/^https:\/\//, '');
    const { partition, account } = Stack.of(this);
    const arn = (resource: string): string => `arn:${partition}:iam::${account}:${resource}`;
    this.resource = new iam.Role(this, 'Resource', {
      roleName: props.roleName,
      description: 'deploys from GitHub Actions through the CDK bootstrap roles',
      maxSessionDuration: Duration.hours(1),
      assumedBy: new iam.WebIdentityPrincipal(
        props.provider === 'create' ? this.provider(props) : arn(`oidc-provider/${host}`),
        {
          StringEquals: { [`${host}:aud`]: props.audience, [`${host}:sub`]: [...props.subjects] },
        },
      ),
    });
    this.role = this.resource;
    this.roleArn = this.resource.roleArn;
    this.roleName = props.roleName;
    this.grantPrincipal = this.resource.grantPrincipal;
    new iam.Policy(this, 'Policy', {
      roles: [this.resource],
      statements: [
        new iam.PolicyStatement({
          sid: 'BecomeBootstrapRole',
          actions: ['sts:AssumeRole'],
          resources: props.assumableRoleNames.map((name) => arn(`role/${name}`)),
        }),
      ],
    });
  }

  /** It stays when the stack is deleted: roles of other platforms and teams trust it too. */
  private provider({ issuer, audience }: GithubDeployRoleProps): string {
    const provider = new iam.CfnOIDCProvider(this, 'Provider', { url: issuer, clientIdList: [audience] });
    provider.applyRemovalPolicy(removalPolicyOf('retain'));
    return provider.attrArn;
  }
}
