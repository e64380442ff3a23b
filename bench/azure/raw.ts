import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Recording } from '../../lib/graph';
import { record } from '../../stacks/azure';

/** The baseline: the same azure-native resources with their recorded inputs, without spec, plan or components. */
const [file = ''] = process.argv.slice(2);
const stages = JSON.parse(readFileSync(file, 'utf8')) as readonly {
  readonly recording: Recording;
  readonly config: Readonly<Record<string, string>>;
}[];
const load = createRequire(__filename);

function program(recording: Recording): Promise<object> {
  for (const { type, name, inputs, custom } of recording.registrations) {
    const [provider, module = '', className = ''] = type.split(':');
    if (!custom || provider !== 'azure-native') continue;
    const service = load(`@pulumi/azure-native/${module}`) as Readonly<
      Record<string, new (name: string, inputs: object) => object>
    >;
    const resource = service[className];
    if (resource === undefined) throw new Error(`no class ${type}`);
    new resource(name, { ...inputs });
  }
  return Promise.resolve({});
}

async function main(): Promise<void> {
  for (const { recording, config } of stages) {
    await record(() => program(recording), { project: 'bench', stack: 'raw', organization: 'bench', config });
  }
}

void main();
