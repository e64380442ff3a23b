import type { AwsTarget } from '../environment';
import type { Issue } from '../issue';

/** CreateRole in the API reference of IAM, read 2026-11-30. */
const rolePath = /^\/(?:[\u0021-\u007F]{1,510}\/)?$/;
/** A managed policy: a boundary can be one of the account, or one of AWS. */
const policy = /^arn:aws(?:-cn|-us-gov)?:iam::(\d{12}|aws):policy\/[\w+=,.@/-]{1,512}$/;

/** What holds for every role: a boundary of the same account, and a path of IAM. */
export function roleIssues(path: string, target: AwsTarget): readonly Issue[] {
  return [
    ...boundaryIssues(`${path}.permissionsBoundary`, target),
    ...(target.rolePath === undefined || rolePath.test(target.rolePath) ? [] : [notAPath(path, target.rolePath)]),
  ];
}

function boundaryIssues(path: string, { account, permissionsBoundary: got }: AwsTarget): readonly Issue[] {
  if (got === undefined) return [];
  const [, owner] = policy.exec(got) ?? [];
  if (owner === account || owner === 'aws') return [];
  return [
    {
      code: 'InvalidBoundary',
      path,
      message:
        owner === undefined ? 'not the ARN of a managed policy' : `a policy of account ${owner}, not of ${account}`,
      got,
      expected: `the ARN of a managed policy of ${account}, or of AWS`,
      fix: `write arn:aws:iam::${account}:policy/ and the name of the policy`,
    },
  ];
}

function notAPath(path: string, got: string): Issue {
  return {
    code: 'InvalidRolePath',
    path: `${path}.rolePath`,
    message: 'not a path of IAM',
    got,
    expected: 'slashes at both ends and printable ASCII between them, at most 512 characters',
    fix: `write '/${got.replaceAll(/[^!-~]/g, '').replaceAll(/^\/+|\/+$/g, '') || 'platform'}/'`,
  };
}
