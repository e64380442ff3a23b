import type { AwsOperations } from './operations';

/** Documents of the attached and inline policies of a role. IAM writes documents URL-encoded. */
export async function rolePolicies(api: AwsOperations, role: string): Promise<readonly unknown[]> {
  const [{ AttachedPolicies = [] }, { PolicyNames = [] }] = await Promise.all([
    api['iam:ListAttachedRolePolicies']({ RoleName: role }),
    api['iam:ListRolePolicies']({ RoleName: role }),
  ]);
  const attached = AttachedPolicies.map(async ({ PolicyArn }) => {
    const { Policy } = await api['iam:GetPolicy']({ PolicyArn });
    const { PolicyVersion } = await api['iam:GetPolicyVersion']({ PolicyArn, VersionId: Policy?.DefaultVersionId });
    return documentOf(PolicyVersion?.Document);
  });
  const inline = PolicyNames.map(async (name) => {
    const { PolicyDocument } = await api['iam:GetRolePolicy']({ RoleName: role, PolicyName: name });
    return documentOf(PolicyDocument);
  });
  return Promise.all([...attached, ...inline]);
}

function documentOf(text: string | undefined): unknown {
  return JSON.parse(decodeURIComponent(text ?? '{}'));
}
