/** Purpose of an environment: development is cheap and can be deleted, production is redundant and its data is retained. */
export type Tier = 'development' | 'staging' | 'production';

/** Clouds that a platform can run on. */
export type Cloud = 'aws' | 'azure';
