import type { Declarations } from './declaration';

/** Raised while a config is read and planned: who brings weights and images into an environment. */
export const importMessages = {
  AdaptersBesideImport: {
    title: 'Adapters beside imported weights',
    meaning:
      'An endpoint loads adapters from below the weights of a model, and only the import job of the model writes there.',
    fix: 'Bring the model with llmops assets push, or serve it without adapters.',
  },
  CacheInGivenRegistry: {
    title: 'Cache in a given registry',
    meaning:
      'An endpoint pulls through a cache rule, and the registry of the environment is one that the kit does not own.',
    fix: 'Have the image imported, or let the kit create the registry.',
  },
  ImportElsewhere: {
    title: 'Import into a bucket of others',
    meaning: 'A job is to bring weights that the config places outside of the buckets of the platform.',
    fix: 'Remove the location of the weights, or the import.',
  },
  ImportWithoutEffect: {
    title: 'Import without effect',
    meaning: 'A job is to bring the weights of a model that nothing on that cloud loads.',
    fix: 'Remove the import, or add the endpoint that loads the model.',
    severity: 'warning',
  },
  ImportedAndCached: {
    title: 'Image imported and cached',
    meaning: 'One endpoint has an image imported and another one has the same digest cached, on the same cloud.',
    fix: 'Bring one digest in one way.',
  },
  InvalidHubAddress: {
    title: 'Invalid hub address',
    meaning: 'The address of a hub is not an https address without login and final slash.',
    fix: 'Write an address such as https://huggingface.co.',
  },
  InvalidSecretUri: {
    title: 'Invalid secret address',
    meaning:
      'A value is not the address of a secret in Key Vault, or the secrets of one login are in different vaults.',
    fix: 'Store both secrets in one vault and write their ids.',
  },
  LiteralToken: {
    title: 'Token in the config',
    meaning: 'The config holds a token where the name of a secret belongs.',
    fix: 'Store the token as a secret, write its name, and replace the token if it was committed.',
  },
  UnknownUpstream: {
    title: 'Unknown upstream registry',
    meaning: 'A cache of the cloud cannot fetch images from this registry.',
    fix: 'Name the image in a registry that the cache knows, or have it imported.',
  },
  UpstreamLogin: {
    title: 'Login of an upstream registry',
    meaning: 'A registry that a cache fetches from needs a login that the config does not name, or takes none.',
    fix: 'Add the login, or remove it.',
  },
} as const satisfies Declarations;
