/** What is wrong with an asset that is there. */
export type WrongAsset =
  /** Files are missing: an upload stopped, or was cut. */
  | 'half'
  /** A file has other content than the manifest says. */
  | 'hash'
  /** A file that the manifest does not list. */
  | 'extra'
  /** The manifest is none, or is of something else. */
  | 'manifest'
  /** An image with another digest, or without a layer. */
  | 'digest'
  /** A tag that it must carry is missing or another. */
  | 'tags';

/** Whether an asset is where it must be. */
export type AssetState =
  | { readonly kind: 'present' }
  | { readonly kind: 'missing'; readonly cause: string; readonly repair: string }
  | { readonly kind: 'wrong'; readonly problem: WrongAsset; readonly cause: string; readonly repair: string }
  /** Nobody could be asked. It never counts as present. */
  | { readonly kind: 'unverified'; readonly cause: string };

/** An asset that is where it must be. */
export const present: AssetState = { kind: 'present' };

/** An asset that is not there. @param repair - the command that brings it */
export function missing(cause: string, repair: string): AssetState {
  return { kind: 'missing', cause, repair };
}

/** An asset that is there and is not the wanted one. @param repair - the command that repairs it */
export function wrong(problem: WrongAsset, cause: string, repair: string): AssetState {
  return { kind: 'wrong', problem, cause, repair };
}

/** An asset that nobody could be asked about. */
export function unverified(cause: string): AssetState {
  return { kind: 'unverified', cause };
}
