import { sameJson, scalarText } from '../../../constraints/json';
import { textAt } from '../../../constraints/value';
import { secretString } from '../cloudformation/secrets';
import { tagMap } from '../iam/resource-policy';
import { nameConflict } from '../services/secretsmanager/life';
import type { StoredSecret } from '../services/secretsmanager/secrets';
import { findSecret, forgetSecret, keepSecret, withVersion } from '../services/secretsmanager/secrets';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { Provider } from './provider';
import { ResourceFailure } from './provider';

const valueProperties = ['SecretString', 'GenerateSecretString'];

/** A name is given, or made by CloudFormation; the ARN has it in front of its last hyphen. */
function nameOf({ physicalId, properties }: ExistingResource): string {
  return textAt(properties, 'Name') ?? (physicalId.split(':').at(-1) ?? physicalId).slice(0, -7);
}

function described(resource: ExistingResource): Pick<StoredSecret, 'description' | 'keyId' | 'tags'> {
  const { properties } = resource;
  return {
    description: scalarText(properties['Description']),
    keyId: scalarText(properties['KmsKeyId']),
    tags: tagMap(properties['Tags']),
  };
}

/** A secret without either property has no value. Source: CloudFormation reference, AWS::SecretsManager::Secret (not compared with the page). */
function withValue(secret: StoredSecret, { properties }: ExistingResource, cloud: Cloud): StoredSecret {
  const string = secretString(secret.arn, properties, cloud.ids);
  if (string === undefined) return secret;
  const id = cloud.ids.fresh('secret-version');
  return withVersion(secret, { id, value: { string }, createdAt: cloud.now(), stages: ['AWSCURRENT'] });
}

/**
 * `AWS::SecretsManager::Secret`: a changed value is a new version. No source that was read says whether a deletion by a
 * stack leaves a recovery window: here the secret is gone at once, and its name is free.
 */
export const secretProvider: Provider = {
  create(resource, cloud) {
    const { account, region, arn } = resource;
    const name = nameOf(resource);
    const conflict = nameConflict(name, { cloud, account, region });
    if (conflict !== undefined) throw new ResourceFailure(conflict);
    const now = cloud.now();
    const empty = { arn, name, ...described(resource), createdAt: now, changedAt: now, versions: [] };
    keepSecret(withValue(empty, resource, cloud), cloud);
  },
  update(resource, before, cloud) {
    const known = findSecret(resource.arn, { cloud, account: resource.account, region: resource.region });
    if (known === undefined) throw new ResourceFailure("Secrets Manager can't find the specified secret.");
    const changed = { ...known, ...described(resource), changedAt: cloud.now() };
    const sameValue = valueProperties.every((name) => sameJson(before[name], resource.properties[name]));
    keepSecret(sameValue ? changed : withValue(changed, resource, cloud), cloud);
  },
  remove({ arn }, cloud) {
    forgetSecret(arn, cloud);
  },
};
