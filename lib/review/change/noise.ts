import type { PropertyValue } from '../../graph';
import { isMap } from '../policy';
import type { NoiseReason } from './change';
import { canonicalText, tooDeep } from './same-value';

/** A file of the CDK's asset store: its name is the hash of its content. */
const assetFile = /^[0-9a-f]{64}(?:\.[a-z0-9]{1,5})*$/;
/** Stores of the CDK's bootstrap; `hnb659fds` is the qualifier unless an app says another. */
const assetStore = /cdk-[a-z0-9]{1,10}-(?:container-)?assets-/;
/** An asset in an address: hash of the content behind the store. */
const assetHash = /(?<=^|[/:])[0-9a-f]{64}(?=\.[a-z0-9]{1,5}\b|$|["'])/g;
/** The manifest entry of an asset for whatever account and region the app is deployed to, with its short hash. */
const environmentHash = /(?<=current_account(?:-current_region)?-)[0-9a-f]{8}\b/g;
/** A pin: what it names is decided by who wrote it, and never noise. */
const pin = /@sha256:/;

/**
 * Why a changed text says nothing about the platform: only the hash of an asset differs. A digest behind `@sha256:` names
 * what runs and is never noise.
 *
 * @param key last key of the path
 * @returns undefined where the change is one
 */
export function hashNoise(
  key: string,
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
): NoiseReason | undefined {
  const left = textOf(before);
  const right = textOf(after);
  if (left === undefined || right === undefined || pin.test(left) || pin.test(right)) return undefined;
  if (key === 'S3Key' || key === 'S3ObjectKey') {
    if (assetFile.test(left) && assetFile.test(right)) return 'hash';
  }
  return masked(left) === masked(right) ? 'hash' : undefined;
}

/** A text without the hashes of assets. */
function masked(text: string): string {
  const short = text.replace(environmentHash, '<hash>');
  return assetStore.test(short) ? short.replace(assetHash, '<hash>') : short;
}

/** The text of a text or function; undefined for other values, and for what is too deep to be compared as a text. */
function textOf(value: PropertyValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  // A function such as `Fn::Sub` with the address of the store.
  const text = isMap(value) ? canonicalText(value) : undefined;
  return text?.includes(tooDeep) === true ? undefined : text;
}
