import type { AwsTarget } from '../environment';
import type { Issue } from '../issue';
import type { AwsStandby } from '../standby';
import type { Rule } from './rule';

/** Bucket and key of the second region belong together: S3 replicates encrypted objects with the key that it is told. */
export function halfGiven(path: string, { bucketArn, keyArn }: AwsStandby): readonly Issue[] {
  if ((bucketArn === undefined) === (keyArn === undefined)) return [];
  const [given, missing] = bucketArn === undefined ? ['keyArn', 'bucketArn'] : ['bucketArn', 'keyArn'];
  return [
    {
      code: 'StandbyHalfGiven',
      path: `${path}.standby.${missing}`,
      message: `${given} is given without ${missing}`,
      expected: 'bucketArn and keyArn, or neither of them',
      fix: `add ${path}.standby.${missing}, or remove ${path}.standby.${given}`,
    },
  ];
}

/** Whoever owns a repository owns the replication of its registry: a configuration of the kit would replace theirs. */
export function ownedReplication(path: string, { standby, registry }: AwsTarget): readonly Issue[] {
  if (standby?.registryReplication === undefined || registry === undefined) return [];
  return [
    {
      code: 'ReplicationOwned',
      path: `${path}.standby.registryReplication`,
      message: `${path}.registry gives a repository of the company, and ECR has one replication configuration for the whole registry: the kit's would replace the company's`,
      got: standby.registryReplication,
      expected: 'no registryReplication beside registry',
      fix: `remove ${path}.standby.registryReplication; the plan has the rule for the owner of the registry`,
    },
  ];
}

/** ECR has one replication configuration for each account and region: the second environment would replace the first one's. */
export const registryReplicationRule: Rule = ({ spec }) => {
  const first = new Map<string, string>();
  return Object.entries(spec.environments ?? {}).flatMap(([key, { aws }]): readonly Issue[] => {
    if (aws?.standby?.registryReplication === undefined) return [];
    const place = `account ${aws.account} in ${aws.region}`;
    const other = first.get(place);
    if (other === undefined) {
      first.set(place, key);
      return [];
    }
    return [
      {
        code: 'ReplicationTwice',
        path: `environments.${key}.aws.standby.registryReplication`,
        message: `environments.${other} writes the replication of the registry of ${place}, and there is one`,
        got: aws.standby.registryReplication,
        expected: 'one environment of an account and region that writes it',
        fix: `remove it here, and let the owner add the rule of environments.${key} that the plan has`,
      },
    ];
  });
};
