import type { Constraint } from '../constraint';
import { at } from '../value';

/** RDS manages the password of the master user, or the template gives it. */
export const databasePassword: Constraint = {
  id: 'database-password',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  source: {
    url: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const managed = at(properties, 'ManageMasterUserPassword');
    return (managed === true || managed === 'true') && at(properties, 'MasterUserPassword') !== undefined
      ? [
          {
            pointer: '#/MasterUserPassword',
            problem:
              "You can't specify MasterUserPassword when ManageMasterUserPassword is enabled. Expected one of them",
            fix: 'Remove MasterUserPassword.',
          },
        ]
      : [];
  },
};
