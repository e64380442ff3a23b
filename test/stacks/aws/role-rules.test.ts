import { resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { settledPlan } from '../../helpers/aws-plan-fixture';

const permissionsBoundary = 'arn:aws:iam::111111111111:policy/boundary';

function rolesOf(roles?: Parameters<typeof settledPlan>[1]) {
  return Object.values(stageTemplates(settledPlan('dev', roles))).flatMap((template) =>
    resourcesOf(template, 'AWS::IAM::Role').map(([, { Properties }]) => Properties),
  );
}

test('every role has the boundary and the path of the plan', () => {
  const roles = rolesOf({ roles: { permissionsBoundary, path: '/platform/' } });
  expect(roles.length).toBeGreaterThanOrEqual(6);
  for (const role of roles)
    expect(role).toMatchObject({ PermissionsBoundary: permissionsBoundary, Path: '/platform/' });
});

test('without them no role changes', () => {
  expect(rolesOf({ roles: { path: '/platform/' } })[0]).not.toHaveProperty('PermissionsBoundary');
  for (const role of rolesOf()) {
    expect(role).not.toHaveProperty('PermissionsBoundary');
    expect(role).not.toHaveProperty('Path');
  }
});
