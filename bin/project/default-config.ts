/** The config that a command reads without `--config`. */
export const defaultConfigFile = 'llmops.config.ts';
