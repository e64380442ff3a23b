import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResourceGraph } from '../../../lib/graph';
import { readArm } from '../../../lib/graph/arm/read-arm';
import { checkInputs, readModuleRows } from '../../../lib/local/pulumi/schema';
import type { Fixture, Part } from '../fixture';
import type { Json } from '../template';
import { azureExclusions } from './excluded';
import { azureRelevant } from './relevant';
import { azureAdditions } from './weak-additions';

/** A resource of an ARM template. */
type ArmResource = { [key: string]: Json } & { type: string; name: string };

const folder = join(__dirname, 'hardened');
/** What identifies and orders a resource; the operators leave it alone. */
const identity = new Set(['type', 'apiVersion', 'name', 'location', 'dependsOn', 'scope']);
const dependents =
  /diagnosticSettings|privateEndpoints|privateDnsZoneGroups|virtualNetworkLinks|locks$|blobServices$|raiPolicies|flowLogs|actionGroups/;

/** The hardened ARM templates, one for each family. */
export function azureFixtures(): readonly Fixture[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((file) => {
    // A parser's boundary: the files are in this folder, and a test reads them all.
    const { resources } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { resources: ArmResource[] };
    const named = resources.map((resource, index) => ({ resource, part: partOf(resource, index) }));
    return {
      family: file.replace('.json', ''),
      pack: 'regulated',
      parts: named.map(({ part }) => part),
      rows: { relevant: azureRelevant, additions: azureAdditions },
      dependents,
      exclusions: azureExclusions,
      graphOf: (parts) =>
        graphOf(
          parts.flatMap(({ name, properties }) => {
            const found = named.find(({ part }) => part.name === name);
            return found === undefined ? [] : [{ ...kept(found.resource), ...properties }];
          }),
        ),
    };
  });
}

function partOf(resource: ArmResource, index: number): Part {
  const properties = Object.entries(resource).filter(([key]) => !identity.has(key));
  return { name: `${index} ${resource.name}`, type: resource.type, properties: Object.fromEntries(properties) };
}

function kept(resource: ArmResource): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(resource).filter(([key]) => identity.has(key)));
}

function graphOf(resources: readonly { [key: string]: Json }[]): ResourceGraph | undefined {
  const { graph } = readArm({ resources }, { environment: 'prod', stack: 'assistant' });
  return graph.some(isInvalid) ? undefined : graph;
}

/** Whether the declared types of azure-native refuse a value; modules without rows are not judged. */
function isInvalid({ type, properties }: ResourceGraph[number]): boolean {
  const [, module = '', name = ''] = type.split(':');
  const rows = readModuleRows(module);
  const types = rows?.resources[name]?.inputs;
  if (rows === undefined || types === undefined) return false;
  return checkInputs(properties, types, rows).some(({ code }) => code === 'WrongPropertyType');
}
