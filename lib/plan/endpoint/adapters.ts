import { variableImage } from '../../catalog/published-images';
import type { ServingEngine } from '../../catalog/types';
import type { Cloud, EndpointSpec, Issue } from '../../platform';
import { adapterRanks } from '../performance/adapters';
import type { ServedAdapters } from '../sizing/size-types';
import { isRegistryModel } from './registry-model';

/** Adapters of an endpoint as the engine keeps them: every slot as large as the largest. Undefined without adapters. */
export function servedAdapters({ adapters = {} }: EndpointSpec): ServedAdapters | undefined {
  const modules = Object.entries(adapters).map(([name, { path = `adapters/${name}` }]) => ({ name, path }));
  if (modules.length === 0) return undefined;
  const largest = Math.max(...Object.values(adapters).map(({ rank }) => rank));
  return { modules, rank: adapterRanks.find((known) => known >= largest) ?? largest };
}

/** Adapters that the engine or its container cannot load on a cloud. */
export function adapterIssues(
  path: string,
  endpoint: EndpointSpec,
  engine: ServingEngine,
  cloud: Cloud,
): readonly Issue[] {
  const { adapters = {} } = endpoint;
  const names = Object.keys(adapters);
  if (names.length === 0) return [];
  const most = adapterRanks[adapterRanks.length - 1] ?? 0;
  return [
    ...names.flatMap((name): readonly Issue[] => {
      const rank = adapters[name]?.rank ?? 0;
      if (rank <= most) return [];
      return [
        {
          code: 'LoraRankUnsupported',
          path: `${path}.adapters.${name}.rank`,
          message: 'the serving engine has no kernel for this rank',
          got: rank,
          expected: `at most ${most}`,
          fix: `train the adapter with a rank of at most ${most}`,
        },
      ];
    }),
    ...(isRegistryModel(cloud, endpoint)
      ? [registryIssue(path, names)]
      : containerIssues(path, endpoint, engine, cloud)),
  ];
}

/** A model of a registry reads neither arguments nor the directory of the adapters. */
function registryIssue(path: string, names: readonly string[]): Issue {
  return {
    code: 'AdaptersUnsupported',
    path: `${path}.adapters`,
    message: 'a model of the HuggingFace registry brings its engine and weights on Azure, and loads no adapters',
    got: names,
    expected: 'no adapters',
    fix: `remove ${path}.serving.azure and add ${path}.serving.imageDigest.azure, so that an image loads them; or remove 'azure' from ${path}.clouds`,
  };
}

/** A container without a variable for adapters, or one that makes a single argument of a list. */
function containerIssues(path: string, endpoint: EndpointSpec, engine: ServingEngine, cloud: Cloud): readonly Issue[] {
  const names = Object.keys(endpoint.adapters ?? {});
  const { serving } = endpoint;
  const onAzure = serving.azure?.from === 'own-image' ? undefined : variableImage(engine)?.variables;
  const grammar = cloud === 'aws' ? engine.aws?.variables : onAzure;
  const listed = grammar?.prefix === undefined || grammar.arrays === true || engine.engine === 'tgi';
  if (engine.arguments.adapters !== undefined && (listed || names.length === 1)) return [];
  return [
    {
      code: 'AdaptersUnsupported',
      path: `${path}.adapters`,
      message:
        engine.arguments.adapters === undefined
          ? `${engine.engine} ${engine.version} takes no adapters when it starts`
          : `the container of ${engine.engine} ${engine.version} makes one argument of a list, so it loads one adapter at most`,
      got: names,
      expected: engine.arguments.adapters === undefined ? 'no adapters' : 'one adapter',
      fix: 'use vllm 0.31.0, whose container reads a list; or an endpoint for each adapter',
    },
  ];
}
