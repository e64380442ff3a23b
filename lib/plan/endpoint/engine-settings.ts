import type { Dtype, EngineSetting, ServingEngine, VariableGrammar } from '../../catalog/types';
import type { Size } from '../sizing';

/** Values of settings, in no engine's words. `true` is a flag; several values are a list. */
export type EngineValues = Readonly<Partial<Record<EngineSetting, string | readonly string[]>>>;

/** Formats that every engine names alike; the configuration of a quantised checkpoint says how it is quantised. */
const dtypeNames: Readonly<Partial<Record<Dtype, string>>> = { bf16: 'bfloat16', fp16: 'float16' };

/** Every setting that a size depends on. */
export function engineValues(engine: ServingEngine, key: string, size: Size, modelPath: string): EngineValues {
  const dtype = dtypeNames[size.dtype] ?? engine.dtypeOfCheckpoint;
  return {
    ...(dtype === undefined ? {} : { dtype }),
    ...(size.expertParallel === true ? { expertParallel: 'true' } : {}),
    gpuMemoryUtilization: String(size.gpuMemoryUtilization),
    maxModelLen: String(size.maxModelLen),
    maxNumBatchedTokens: String(size.maxNumBatchedTokens),
    maxNumSeqs: String(size.maxNumSeqs),
    model: modelPath,
    servedModelName: key,
    tensorParallel: String(size.tensorParallel),
    ...adapterValues(size.adapters, modelPath),
  };
}

function adapterValues(adapters: Size['adapters'], modelPath: string): EngineValues {
  if (adapters === undefined) return {};
  return {
    enableAdapters: 'true',
    maxAdapters: String(adapters.modules.length),
    maxAdapterRank: String(adapters.rank),
    adapters: adapters.modules.map(({ name, path }) => `${name}=${modelPath}/${path}`),
  };
}

/** Every setting that the kit writes. */
const settings = [
  'model',
  'servedModelName',
  'dtype',
  'tensorParallel',
  'expertParallel',
  'gpuMemoryUtilization',
  'maxModelLen',
  'maxNumBatchedTokens',
  'maxNumSeqs',
  'enableAdapters',
  'maxAdapters',
  'maxAdapterRank',
  'adapters',
] as const satisfies readonly EngineSetting[];

interface Setting {
  readonly setting: EngineSetting;
  /** Long name of the argument. */
  readonly name: string;
  readonly values: readonly string[];
}

/** Settings that the engine's version has an argument for, by the names of the arguments. */
function settingsOf(engine: ServingEngine, values: EngineValues): readonly Setting[] {
  return settings
    .flatMap((setting): readonly Setting[] => {
      const name = engine.arguments[setting];
      const value = values[setting];
      if (name === undefined || value === undefined) return [];
      return [{ setting, name, values: typeof value === 'string' ? [value] : value }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The settings as a command line, `--name value`. */
export function argumentsOf(engine: ServingEngine, values: EngineValues): readonly string[] {
  return settingsOf(engine, values).flatMap(commandLine);
}

function commandLine({ name, values }: Setting): readonly string[] {
  return [`--${name}`, ...values.filter((value) => value !== 'true')];
}

/**
 * The settings as environment variables of a container.
 *
 * @param grammar - how its entry point reads them
 */
export function variablesOf(
  engine: ServingEngine,
  grammar: VariableGrammar,
  values: EngineValues,
): Readonly<Record<string, string>> {
  const rest: string[] = [];
  const variables: Record<string, string> = {};
  for (const setting of settingsOf(engine, values)) {
    const name = variableOf(grammar, setting);
    if (name !== undefined) variables[name] = valueText(grammar, setting);
    else rest.push(...commandLine(setting));
  }
  return grammar.commandLine === undefined || rest.length === 0
    ? variables
    : { ...variables, [grammar.commandLine]: rest.join(' ') };
}

function variableOf({ named = {}, prefix }: VariableGrammar, { setting, name }: Setting): string | undefined {
  const own = named[setting];
  if (own !== undefined || prefix === undefined) return own;
  return `${prefix}${name.replaceAll('-', '_').toUpperCase()}`;
}

function valueText({ arrays = false }: VariableGrammar, { values }: Setting): string {
  return values.length > 1 && arrays ? JSON.stringify(values) : values.join(',');
}
