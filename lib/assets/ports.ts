import type { AssetFile, ListedFile } from './asset-file';
import type { PresentFiles } from './compare-files';

/** Bytes of a file or a layer, in the order they are read. */
export type Content = AsyncIterable<Uint8Array>;

/** Where files come from: a folder, or a revision of a repository. */
export interface FileSource {
  /** For messages: the folder, or the address of the revision. */
  readonly place: string;
  /** Every file, links too. @throws CodedError (AssetSourceMissing) */
  list(): Promise<readonly ListedFile[]>;
  /** @throws CodedError (AssetSourceMissing) */
  read(path: string): Content;
}

/** Where files of an asset are kept, below one prefix. */
export interface FileStore {
  /** Ends with a slash, for example `s3://bucket/prefix/`. */
  readonly place: string;
  /** What is there; undefined where the bucket does not exist. */
  present(): Promise<PresentFiles | undefined>;
  /**
   * Uploads a file whose content was not checked yet. Nothing of it stays where the content has another size or SHA-256.
   * Parts of a former upload that stopped are used again.
   * @throws CodedError (AssetHashDiffers)
   */
  upload(file: AssetFile, content: Content): Promise<void>;
  /** Writes a text unless there is one. @returns whether it was written */
  writeOnce(path: string, text: string): Promise<boolean>;
  /** The command by which a person removes a file, or everything of the place. */
  removal(path?: string): string;
}

/** A manifest of an image or of an index of images. */
export interface ImageManifest {
  readonly text: string;
  readonly mediaType: string;
}

/** One repository of a registry, by digest. */
export interface ImageRepository {
  /** For messages: `registry/repository`. */
  readonly place: string;
  /** @returns undefined where the repository or the manifest is not there */
  manifest(digest: string): Promise<ImageManifest | undefined>;
  hasLayer(digest: string): Promise<boolean>;
  /** @throws CodedError (AssetSourceMissing) */
  layer(digest: string): Promise<Content>;
  /** Uploads a layer. It exists only where its content has the digest. @throws CodedError (AssetHashDiffers, AssetPlaceMissing) */
  putLayer(digest: string, content: Content): Promise<void>;
  putManifest(digest: string, manifest: ImageManifest): Promise<void>;
}

/** What a push tells while it runs. */
export type PushEvent =
  | { readonly kind: 'listed'; readonly files: number; readonly bytes: number }
  /** It was there already, with the right hash. */
  | { readonly kind: 'kept'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'sent'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'complete'; readonly path: string };
