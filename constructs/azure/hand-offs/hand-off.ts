import { getKeyValue, KeyValue } from '@pulumi/azure-native/appconfiguration';
import type { CustomResourceOptions, Input, Output } from '@pulumi/pulumi';
import { log, output, runtime, unknown } from '@pulumi/pulumi';
import { CodedError } from '../../../lib/messages';

/** Where the hand-offs of an environment are kept. */
export interface HandOffPlace {
  /** Name of the App Configuration store. */
  readonly storeName: string;
  /** What every key begins with, for example `/llmops/assistant/dev`. */
  readonly keyPrefix: string;
  readonly resourceGroupName: string;
}

/** Props of {@link publishHandOff}. */
export interface PublishedHandOff {
  /** Where it is published: names from the plan, or those of a store in the same program. */
  readonly place: { readonly [Key in keyof HandOffPlace]: Key extends 'keyPrefix' ? string : Input<string> };
  /** Key below the prefix, for example `initialization/workload-client-id`. */
  readonly handOff: string;
  readonly value: Input<string>;
}

/** Publishes a value that only the cloud knows, for another stack. Creates one key without a label. */
export function publishHandOff({ place, handOff, value }: PublishedHandOff, opts: CustomResourceOptions): KeyValue {
  return new KeyValue(
    `hand-off-${handOff.replaceAll('/', '-')}`,
    {
      configStoreName: place.storeName,
      resourceGroupName: place.resourceGroupName,
      keyValueName: keyValueName(place.keyPrefix, handOff),
      contentType: 'text/plain',
      value,
    },
    opts,
  );
}

/**
 * Reads what another stack published.
 *
 * A preview shows the value as unknown, with a warning, while the key is not there: the stages of a new environment can be
 * reviewed before the first of them is deployed.
 *
 * @param producer - name of the stack that publishes it, for the message
 * @throws (rejects with) CodedError `HandOffMissing` when an update cannot read the key
 */
export async function readHandOff(place: HandOffPlace, handOff: string, producer: string): Promise<Output<string>> {
  const read = await tryRead(place, handOff);
  if (read.value !== undefined) return output(read.value);
  const key = `${place.keyPrefix}/${handOff}`;
  if (runtime.isDryRun()) {
    await log.warn(`${key} cannot be read yet and is shown as unknown: deploy ${producer} first (${read.reason})`);
    return output(unknown).apply(String);
  }
  throw new CodedError('HandOffMissing', {
    place: `${place.storeName}: ${key}`,
    message: `the key that ${producer} publishes cannot be read`,
    got: read.reason,
    expected: 'a key with a value',
    fix: `deploy ${producer} first, with an identity that has the role App Configuration Data Owner on the store`,
  });
}

type Read = { readonly value: string } | { readonly value?: undefined; readonly reason: string };

async function tryRead(place: HandOffPlace, handOff: string): Promise<Read> {
  try {
    const { value } = await getKeyValue({
      configStoreName: place.storeName,
      resourceGroupName: place.resourceGroupName,
      keyValueName: keyValueName(place.keyPrefix, handOff),
    });
    return value === undefined || value === '' ? { reason: 'the key has no value' } : { value };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The name of a key as a resource: URL encoding, with `~` in place of `%`, which a resource name cannot hold.
 *
 * Source: Microsoft Learn, "Create an App Configuration store by using an ARM template", read 2026-11.
 */
function keyValueName(keyPrefix: string, handOff: string): string {
  return encodeURIComponent(`${keyPrefix}/${handOff}`).replaceAll('~', '~7E').replaceAll('%', '~');
}
