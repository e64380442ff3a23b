import { asList, asRecord, asText } from '../json';

/** One instance of a resource in a state or in the planned values. */
export interface TerraformInstance {
  readonly address: string;
  /** Address of the module, empty for the root. */
  readonly module: string;
  readonly type: string;
  /** For example `registry.terraform.io/hashicorp/aws`. */
  readonly provider: string;
  readonly values: unknown;
  readonly sensitive: unknown;
  /** Addresses in the configuration: without the keys of instances. */
  readonly dependsOn: readonly string[];
}

/** Managed resources of a values representation, modules included. Data sources are read, not deployed, and left out. */
export function instancesIn(values: unknown): readonly TerraformInstance[] {
  const instances: TerraformInstance[] = [];
  const modules = [asRecord(asRecord(values)['root_module'])];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    for (const child of asList(module['child_modules'])) modules.push(asRecord(child));
    for (const raw of asList(module['resources'])) {
      const resource = asRecord(raw);
      const address = instanceAddress(resource, asText(module['address']) ?? '');
      const type = asText(resource['type']);
      if (resource['mode'] === 'data' || address === undefined || type === undefined) continue;
      instances.push({
        address,
        module: asText(module['address']) ?? '',
        type,
        provider: asText(resource['provider_name']) ?? '',
        values: resource['values'],
        sensitive: resource['sensitive_values'],
        dependsOn: asList(resource['depends_on']).flatMap((name) => asText(name) ?? []),
      });
    }
  }
  return instances;
}

/** Terraform 0.12 writes states whose addresses lack the module around the resource, and the key of the instance. */
function instanceAddress({ address, index }: Readonly<Record<string, unknown>>, module: string): string | undefined {
  if (typeof address !== 'string') return undefined;
  const whole = module === '' || address.startsWith(`${module}.`) ? address : `${module}.${address}`;
  if (whole.endsWith(']')) return whole;
  return typeof index === 'number' || typeof index === 'string' ? `${whole}[${JSON.stringify(index)}]` : whole;
}

/** Steps of an address; the key of an instance belongs to its step: `module.a["x.y"]` has the steps `module`, `a["x.y"]`. */
export function stepsOf(address: string): readonly string[] {
  const steps: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < address.length; at++) {
    const character = address[at];
    if (quoted && character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === '.') {
      steps.push(address.slice(start, at));
      start = at + 1;
    }
  }
  return [...steps, address.slice(start)];
}

/** The address in the configuration: without the keys of instances. */
export function configAddress(address: string): string {
  return stepsOf(address)
    .map((step) => (step.includes('[') ? step.slice(0, step.indexOf('[')) : step))
    .join('.');
}
