import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { volumeEncryptionProblems } from '../encryption/volume-problems';
import { sageMakerName } from '../props/grammars';
import type { PropProblem } from '../props/prop-problem';
import { inGrammar, numberBetween } from '../props/prop-problem';
import { imageProblems } from '../registry/image-problems';
import { alarmProblems } from './alarms';
import type { EndpointCapacity } from './endpoint-placement';
import type { PlacedEndpoint } from './placement-defaults';
import type { Rollout } from './rollout';

/*
 * What SageMaker refuses of an endpoint, some of it minutes into a deployment. The limits are those of the API model:
 * botocore 1.44.8, data/sagemaker/2017-07-24/service-2.json, as of 2026-11-30.
 */

/** SageMaker has no upper limit of its own for a count. */
const anyCount = { least: 1, most: 100_000 };
const waitSeconds = { least: 0, most: 3600 };
const startSeconds = { least: 60, most: 3600 };

/** Everything that is wrong with the placement of an endpoint in a stack. */
export function placementProblems(scope: IConstruct, placement: PlacedEndpoint): readonly PropProblem[] {
  return [
    ...inGrammar('endpointName', placement.endpointName, sageMakerName),
    ...inGrammar('instanceType', placement.instanceType, instanceType),
    ...capacityProblems(placement.capacity),
    ...concurrencyProblems(placement),
    ...imageProblems(scope, 'imageUri', placement.imageUri),
    ...inGrammar('modelDataUri', placement.modelDataUri, weightsPrefix),
    ...numberBetween('startupHealthCheckTimeoutSeconds', placement.startupHealthCheckTimeoutSeconds, startSeconds),
    ...numberBetween('modelDataDownloadTimeoutSeconds', placement.modelDataDownloadTimeoutSeconds, startSeconds),
    ...volumeEncryptionProblems('', placement),
    ...rolloutProblems(placement.capacity, placement.rollout),
    ...scheduleProblems(placement),
    ...alarmProblems(placement.alarms ?? {}, 'alarms.'),
  ];
}

/** Without a target nothing says when to add an instance, and scaling to the maximum would never happen. */
function concurrencyProblems({ capacity, targetConcurrency }: PlacedEndpoint): readonly PropProblem[] {
  if (targetConcurrency !== undefined) {
    return numberBetween('targetConcurrency', targetConcurrency, { ...anyCount, fraction: true });
  }
  if (capacity.kind === 'instances' && capacity.minInstances === capacity.maxInstances) return [];
  return [
    {
      prop: 'targetConcurrency',
      got: 'nothing',
      expected: 'the requests in flight that one instance or copy should have, because the capacity can change',
      fix: 'name it: planEndpoint works it out for a model and its traffic',
    },
  ];
}

const instanceType = {
  pattern: /^ml\.[a-z0-9-]+\.[a-z0-9-]+$/,
  expected: 'a SageMaker instance type, for example ml.g6e.2xlarge',
  fix: 'write the type with ml. and its size',
};

const weightsPrefix = {
  pattern: /^s3:\/\/[^/]+\/(?:.+\/)?$/,
  expected: 's3://bucket/prefix/',
  fix: 'write the prefix of the uncompressed weights with a final slash',
};

function capacityProblems(capacity: EndpointCapacity): readonly PropProblem[] {
  if (capacity.kind === 'copies') {
    const { maxCopies, acceleratorsPerCopy, minMemoryMiB } = capacity;
    return [
      ...numberBetween('capacity.maxCopies', maxCopies, anyCount),
      ...numberBetween('capacity.acceleratorsPerCopy', acceleratorsPerCopy, anyCount),
      ...numberBetween('capacity.minMemoryMiB', minMemoryMiB, { least: 128, most: 100_000_000 }),
    ];
  }
  const { minInstances, maxInstances } = capacity;
  const least = numberBetween('capacity.minInstances', minInstances, anyCount);
  return [
    ...least,
    ...numberBetween('capacity.maxInstances', maxInstances, {
      ...anyCount,
      least: least.length === 0 && !Token.isUnresolved(minInstances) ? minInstances : anyCount.least,
    }),
  ];
}

function rolloutProblems(capacity: EndpointCapacity, rollout: Rollout): readonly PropProblem[] {
  switch (rollout.kind) {
    case 'all-at-once':
      return rollout.waitSeconds === undefined
        ? []
        : numberBetween('rollout.waitSeconds', rollout.waitSeconds, waitSeconds);
    case 'rolling':
      return [
        ...numberBetween('rollout.batchPercent', rollout.batchPercent, { least: 5, most: 50 }),
        ...numberBetween('rollout.waitSeconds', rollout.waitSeconds, waitSeconds),
      ];
    case 'canary':
      return [
        ...numberBetween('rollout.canaryPercent', rollout.canaryPercent, { least: 1, most: 50 }),
        ...numberBetween('rollout.waitSeconds', rollout.waitSeconds, waitSeconds),
        ...canaryProblems(capacity, rollout.kind),
      ];
  }
}

function canaryProblems(capacity: EndpointCapacity, got: 'canary'): readonly PropProblem[] {
  if (capacity.kind === 'copies') {
    return [
      {
        prop: 'rollout.kind',
        got,
        expected: "'rolling' or 'all-at-once': SageMaker updates copies in batches only",
        fix: "use 'rolling'",
      },
    ];
  }
  if (capacity.minInstances !== 1) return [];
  return [
    {
      prop: 'rollout.kind',
      got,
      expected: 'two instances or more: a canary is at most half of them',
      fix: "use 'all-at-once' with waitSeconds, or capacity.minInstances of 2",
    },
  ];
}

function scheduleProblems({ capacity, scheduledActions = [] }: PlacedEndpoint): readonly PropProblem[] {
  const most = capacity.kind === 'instances' ? Math.max(1, capacity.maxInstances) : anyCount.most;
  return scheduledActions.flatMap(({ minInstances }, index) =>
    numberBetween(`scheduledActions[${index}].minInstances`, minInstances, { least: 1, most }),
  );
}
