import { assetMessages } from './assets';
import { azureProgramMessages } from './azure-program';
import { commandMessages } from './command';
import { concernMessages } from './concern';
import { configMessages } from './config';
import { constructMessages } from './construct';
import type { Declaration, Declarations, Message } from './declaration';
import { deployMessages } from './deploy';
import { fileMessages } from './file';
import { importMessages } from './imports';
import { landingZoneMessages } from './landing-zone';
import { localCloudMessages } from './local-cloud';
import { planMessages } from './plan';
import { releaseMessages } from './release';
import { reviewMessages } from './review';
import { ruleMessages } from './rule';
import { shapeMessages } from './shape';

const byCode = {
  ...shapeMessages,
  ...configMessages,
  ...landingZoneMessages,
  ...importMessages,
  ...planMessages,
  ...commandMessages,
  ...deployMessages,
  ...assetMessages,
  ...releaseMessages,
  ...fileMessages,
  ...reviewMessages,
  ...concernMessages,
  ...ruleMessages,
  ...constructMessages,
  ...localCloudMessages,
  ...azureProgramMessages,
} as const;

/** Code of an issue, a finding or an error. A code without a declaration does not compile. */
export type MessageCode = keyof typeof byCode;

/** Every message by where it is raised, in the order of the reference page. */
export const messagesByOrigin: Readonly<Record<string, Declarations>> = {
  'Shape of the config': shapeMessages,
  'Rules of the config': configMessages,
  'Landing zone of the config': landingZoneMessages,
  'Imports and caches': importMessages,
  'Plan and estimate': planMessages,
  Commands: commandMessages,
  'Deploy and destroy': deployMessages,
  Assets: assetMessages,
  Releases: releaseMessages,
  'Templates and graph files': fileMessages,
  'Sides of a review': reviewMessages,
  'Concerns of a review': concernMessages,
  'Review rules': ruleMessages,
  'Constructs and stacks': constructMessages,
  'Local AWS cloud': localCloudMessages,
  'Local Azure engine': azureProgramMessages,
};

/** The declaration of a code, with the defaults filled in. */
export function messageOf(code: MessageCode): Message {
  return withDefaults(byCode[code]);
}

/** A declaration with the defaults filled in. */
export function withDefaults(declaration: Declaration): Message {
  return { severity: 'error', fault: 'user', ...declaration };
}
