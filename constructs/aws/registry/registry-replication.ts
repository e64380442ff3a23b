import { CfnReplicationConfiguration } from 'aws-cdk-lib/aws-ecr';
import { Construct } from 'constructs';
import { accountId } from '../props/grammars';
import type { Grammar } from '../props/prop-problem';
import { eachInGrammar, numberBetween, refuseProps } from '../props/prop-problem';

/** Props of a {@link RegistryReplication}. */
export interface RegistryReplicationProps {
  /** At most ten, to at most 25 destinations. */
  readonly rules: readonly {
    readonly destinations: readonly { readonly region: string; readonly registryId: string }[];
    readonly repositoryFilters: readonly { readonly filter: string; readonly filterType: 'PREFIX_MATCH' }[];
  }[];
}

/** PutReplicationConfiguration in the API reference of ECR, read 2026-12-01. */
const region: Grammar = {
  pattern: /^[a-z]{2,}(?:-[a-z]+)+-\d{1,2}$/,
  expected: 'a region',
  fix: 'write a region such as eu-west-1',
};

/**
 * The replication of the ECR registry of an account and region.
 *
 * A registry has one replication configuration: this resource replaces whatever is there, and removes it when it is deleted. Declare it
 * in one stack of an account and region, and only where nobody else writes it.
 *
 * Copies images that are pushed from then on, most of them in less than 30 minutes, and never deletes a copy. A repository that does not exist
 * at the destination is created there without immutable tags and without a customer key. Source: "Private image replication" in the user guide of ECR,
 * read 2026-12-01. Billed per GB that crosses regions and per GB stored.
 *
 * @throws CodedError `InvalidProps`
 */
export class RegistryReplication extends Construct {
  readonly resource: CfnReplicationConfiguration;

  constructor(scope: Construct, id: string, { rules }: RegistryReplicationProps) {
    super(scope, id);
    const destinations = rules.flatMap((rule) => rule.destinations);
    refuseProps(
      this,
      numberBetween('rules', rules.length, { least: 1, most: 10 }),
      numberBetween('destinations', destinations.length, { least: 1, most: 25 }),
      eachInGrammar(
        'region',
        destinations.map((destination) => destination.region),
        region,
      ),
      eachInGrammar(
        'registryId',
        destinations.map((destination) => destination.registryId),
        accountId,
      ),
    );
    this.resource = new CfnReplicationConfiguration(this, 'Resource', {
      replicationConfiguration: {
        rules: rules.map((rule) => ({
          destinations: [...rule.destinations],
          repositoryFilters: [...rule.repositoryFilters],
        })),
      },
    });
  }
}
