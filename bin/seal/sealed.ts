import { dirname, resolve } from 'node:path';
import { settle } from '../../lib/plan';
import type { Result } from '../../lib/platform';
import { failure, isError } from '../../lib/platform';
import type { Release } from '../../lib/release/release';
import { seal } from '../../lib/release/seal';
import { packageVersion } from '../project/package-version';
import { planConfig } from '../project/planned';
import type * as platformGraphs from '../project/platform-graph';
import { documentsOf } from './documents';
import { sourceOf } from './source';

/** What is sealed, and where releases are. */
export interface SealedTree {
  readonly config: string;
  /** `NAME=FOLDER` of each knowledge base. */
  readonly documents: readonly string[];
  /** Folder of releases, which are no part of what is sealed. */
  readonly releases: string;
}

/** The release of what is checked out, or everything that is in its way, at once. */
export async function sealTree({ config, documents, releases }: SealedTree): Promise<Result<Release>> {
  const planned = await planConfig(config, process.cwd());
  const source = sourceOf(dirname(resolve(config)), releases);
  if (!planned.ok) return failure([...planned.issues, ...source.issues]);
  const { platform, plans } = planned.value;
  const knowledge = Object.keys(platform.knowledge);
  const held = await documentsOf(documents, knowledge);
  // Both clouds' libraries are loaded once the config is known to be right.
  const { wholeGraph } = require('../project/platform-graph') as typeof platformGraphs;
  const graph = await wholeGraph(plans, config);
  if (!source.ok || !held.ok || !graph.ok) return failure([...source.issues, ...held.issues, ...graph.issues]);
  const sealed = seal({
    platform: platform.name,
    kit: packageVersion(),
    source: source.value,
    models: platform.models,
    knowledge,
    documents: held.value,
    plans: plans.map((plan) => settle(plan)),
    graph: graph.value,
  });
  const warnings = planned.issues.filter((issue) => !isError(issue));
  return { ...sealed, issues: [...warnings, ...sealed.issues] };
}
