import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

export interface GithubDeployRoleProps {
  /** An account holds one provider per issuer: `create` it once, `import` it ever after. */
  readonly provider: 'create' | 'import';
  /** `https://token.actions.githubusercontent.com` */
  readonly issuer: string;
  readonly audience: string;
  /** Exact `sub` claims that may assume the role. */
  readonly subjects: readonly string[];
  readonly roleName: string;
  /** CDK bootstrap roles of this account. */
  readonly assumableRoleArns: readonly string[];
}

/**
 * How a workflow deploys without a stored key.
 *
 * Creates a role that only tokens with these very claims may assume, and that can do nothing but become one of the CDK
 * bootstrap roles.
 */
export class GithubDeployRole extends Construct {
  readonly resource: iam.Role;

  constructor(scope: Construct, id: string, props: GithubDeployRoleProps) {
    super(scope, id);
    const host = props.issuer.replace(/^https:\/\//, '');
    this.resource = new iam.Role(this, 'Resource', {
      roleName: props.roleName,
      description: 'deploys from GitHub Actions through the CDK bootstrap roles',
      maxSessionDuration: Duration.hours(1),
      assumedBy: new iam.WebIdentityPrincipal(this.providerArn(props, host), {
        StringEquals: { [`${host}:aud`]: props.audience, [`${host}:sub`]: [...props.subjects] },
      }),
    });
    new iam.Policy(this, 'Policy', {
      roles: [this.resource],
      statements: [
        new iam.PolicyStatement({
          sid: 'BecomeBootstrapRole',
          actions: ['sts:AssumeRole'],
          resources: [...props.assumableRoleArns],
        }),
      ],
    });
  }

  private providerArn(props: GithubDeployRoleProps, host: string): string {
    switch (props.provider) {
      case 'create':
        return new iam.CfnOIDCProvider(this, 'Provider', { url: props.issuer, clientIdList: [props.audience] }).attrArn;
      case 'import': {
        const { partition, account } = Stack.of(this);
        return `arn:${partition}:iam::${account}:oidc-provider/${host}`;
      }
    }
  }
}
