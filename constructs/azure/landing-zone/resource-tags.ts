import type { Input, ResourceTransformation } from '@pulumi/pulumi';
import { output } from '@pulumi/pulumi';

interface TaggableInputs {
  readonly tags?: Input<Readonly<Record<string, string>> | undefined>;
}

/**
 * Puts the same tags on every taggable resource below a component. A tag that a resource sets itself takes precedence.
 *
 * It is a transformation and not a prop of each component: no tag can be forgotten, and a component that is used alone
 * needs no tags. A resource is taggable when the inputs of its SDK class include `tags`.
 *
 * @example
 * new KeyVault('vault', props, { transformations: [resourceTags({ team: 'ai-platform' })] });
 */
export function resourceTags(tags: Readonly<Record<string, string>>): ResourceTransformation {
  return ({ props, opts }) => {
    const inputs: TaggableInputs = props;
    const isRead = opts.id !== undefined;
    if (!('tags' in inputs) || isRead) return undefined;
    return { props: { ...inputs, tags: output(inputs.tags).apply((set) => ({ ...tags, ...set })) }, opts };
  };
}
