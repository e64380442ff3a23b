import type { PropertyMap } from '../property-value';
import type { ArmCheck } from './check';

/** What a service refuses, although the schema of its API takes it. */
interface Refusal {
  readonly path: string;
  readonly message: string;
  readonly got: string;
  readonly expected: string;
}

/** Partitions of a search service. Source: learn.microsoft.com, AI Search service limits, read 2026-11. */
const partitions: readonly unknown[] = [1, 2, 3, 4, 6, 12];

const rules: Readonly<Record<string, (inputs: PropertyMap) => readonly Refusal[]>> = {
  /** Source of the first: Azure/bicep-registry-modules#6944 (2026-04-22). */
  'azure-native:search:Service': ({ authOptions, disableLocalAuth, partitionCount }) => [
    ...(disableLocalAuth === true && authOptions !== undefined
      ? [
          {
            path: 'authOptions',
            message: 'the service takes no authOptions when keys are disabled',
            got: 'authOptions beside disableLocalAuth true',
            expected: 'one of the two',
          },
        ]
      : []),
    ...(typeof partitionCount === 'number' && !partitions.includes(partitionCount)
      ? [
          {
            path: 'partitionCount',
            message: `a search service cannot have ${partitionCount} partitions`,
            got: String(partitionCount),
            expected: `one of ${partitions.join(', ')}`,
          },
        ]
      : []),
  ],
  /** Source: pulumi/pulumi-azure-native#3022 (2024-02). */
  'azure-native:cognitiveservices:RaiPolicy': ({ properties }) =>
    filtersOf(properties).flatMap((filter, index) =>
      ['blocking', 'source']
        .filter((field) => !(field in filter))
        .map((field) => ({
          path: `properties.contentFilters[${index}].${field}`,
          message: `a content filter needs ${field}`,
          got: 'nothing',
          expected: field === 'blocking' ? 'true or false' : 'Prompt or Completion',
        })),
    ),
};

function filtersOf(properties: unknown): readonly object[] {
  if (typeof properties !== 'object' || properties === null || !('contentFilters' in properties)) return [];
  const { contentFilters } = properties;
  if (!Array.isArray(contentFilters)) return [];
  return contentFilters.filter((filter): filter is object => typeof filter === 'object' && filter !== null);
}

/** Refuses values that the service answers 400 to. */
export const refusedValues: ArmCheck = ({ urn, type, inputs }) =>
  (rules[type]?.(inputs) ?? []).map(({ path, message, got, expected }) => ({
    code: 'RefusedValue',
    urn,
    path,
    message,
    got,
    expected,
    fix: `write ${expected}`,
  }));
