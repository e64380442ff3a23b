import type { Declarations } from './declaration';

/** Raised by `llmops assets`: what is brought, from where and to where. */
export const assetMessages = {
  AssetHashDiffers: {
    title: 'Hash differs',
    meaning: 'A file or a layer has other content than its source states.',
    fix: 'Get the file again from where it was published. Nothing with this content is served.',
  },
  AssetListInvalid: {
    title: 'List of files invalid',
    meaning:
      'A list of files names a path that leaves the folder, a link, an empty file or a path twice, or it names none.',
    fix: 'Correct the folder or the repository. Nothing was uploaded.',
  },
  AssetNotBrought: {
    title: 'Asset not brought by the kit',
    meaning: 'The plan says that somebody else brings this asset.',
    fix: 'Bring it as the message says.',
  },
  AssetOperationFailed: {
    title: 'Operation failed',
    meaning: 'A store began what was asked, and it failed, was canceled or did not end in time.',
    fix: 'Remove the cause that the message names, then run the command again: it continues.',
    fault: 'provider',
  },
  AssetPlaceDiffers: {
    title: 'Place holds something else',
    meaning: 'The place of an asset has files that do not belong to it. A prefix is written once.',
    fix: 'Look at what is there, remove it and run the command again; or plan another revision.',
  },
  AssetPlaceMissing: {
    title: 'Place missing',
    meaning: 'The bucket or the repository that an asset belongs into does not exist yet.',
    fix: 'Deploy the unit that creates it, then run the command again.',
  },
  AssetSignatureInvalid: {
    title: 'Signature invalid',
    meaning: 'The signature of a model is not of the trusted signer, or lists other files or hashes.',
    fix: 'Bring the files that were signed, or correct the signer in the config. Nothing was uploaded.',
  },
  AssetSourceMissing: {
    title: 'Source missing',
    meaning: 'The folder, repository or image that an asset is brought from does not exist or cannot be read.',
    fix: 'Correct the source with --from.',
  },
  AssetStoreBusy: {
    title: 'Store busy',
    meaning: 'A store answers too many requests, or is not available, and stayed so for all attempts.',
    fix: 'Run the command again later: it continues.',
    fault: 'provider',
  },
  AssetStoreDenied: {
    title: 'Store denies access',
    meaning: 'A store does not take the credentials, or the network that they come from.',
    fix: 'Sign in, assign the role or run the command inside the network, as the message says.',
    fault: 'environment',
  },
  AssetStoreUnreachable: {
    title: 'Store unreachable',
    meaning: 'No connection to a store: its name is not resolved, or nothing answers there.',
    fix: 'Run the command inside the network of the environment.',
    fault: 'environment',
  },
  ImportJobFailed: {
    title: 'Import job failed',
    meaning: 'The job that imports weights in the account could not be started, or ended without the manifest.',
    fix: 'Look at the log of the build. What it brought stays, and the next push continues.',
  },
  UnknownAsset: {
    title: 'Unknown asset',
    meaning: 'The plan of the environment has no asset with this id.',
    fix: 'Take an id from llmops assets plan.',
  },
} as const satisfies Declarations;
