import type { Input, ResourceTransformation } from '@pulumi/pulumi';
import { output } from '@pulumi/pulumi';

interface TaggableInputs {
  readonly tags?: Input<Readonly<Record<string, string>> | undefined>;
}

/**
 * Puts the same tags on every resource below a component that can carry tags; a tag the resource sets itself wins.
 *
 * A transformation and not a property of each construct: a tag cannot be forgotten that way, and a single construct used
 * elsewhere needs no tags to be passed along. Whether a resource has tags is read from the inputs its SDK class knows.
 *
 * @example
 * new KeyVault('vault', props, { transformations: [resourceTags({ team: 'ai-platform' })] });
 */
export function resourceTags(tags: Readonly<Record<string, string>>): ResourceTransformation {
  return ({ props, opts }) => {
    const inputs: TaggableInputs = props;
    const isRead = opts.id !== undefined;
    if (!('tags' in inputs) || isRead) return undefined;
    return { props: { ...inputs, tags: output(inputs.tags).apply((own) => ({ ...tags, ...own })) }, opts };
  };
}
