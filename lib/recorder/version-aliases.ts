import type { ResourceTransformation } from '@pulumi/pulumi';
import { withoutVersionAliases } from '../graph';

/**
 * Drops the 21 to 50 aliases that azure-native adds to each resource for its older API versions. Resolving them takes two
 * fifths of the time of a recording and a third of that of a program. Only a stack whose program once named an API version
 * in its types needs them.
 */
export const dropVersionAliases: ResourceTransformation = ({ props, opts }) => ({
  props,
  opts: { ...opts, aliases: (opts.aliases ?? []).filter((alias) => !isVersionAlias(alias)) },
});

function isVersionAlias(alias: unknown): boolean {
  if (typeof alias !== 'object' || alias === null || !('type' in alias) || typeof alias.type !== 'string') return false;
  return withoutVersionAliases([{ type: alias.type }]).length === 0;
}
