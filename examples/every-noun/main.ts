import { program } from './index';

/** What `main` of Pulumi.yaml names: the engine runs this file. */
export const { endpointId, accountId } = program();
