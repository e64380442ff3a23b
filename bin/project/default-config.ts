/** The config every command reads unless told otherwise. */
export const defaultConfigFile = 'llmops.config.ts';
