import { acceptRule } from './accept';
import { catalogRule } from './catalog';
import { endpointRule } from './endpoints';
import { environmentRule } from './environments';
import { gateRule } from './gates';
import { knowledgeRule } from './knowledge';
import { logsRule } from './logs';
import { modelRule } from './models';
import { nameRule } from './names';
import { networkRule } from './networks';
import { overrideRule } from './overrides';
import { ownerRule } from './owner';
import { pipelineRule } from './pipeline';
import { promotionRule } from './promotion';
import { registryRule } from './registry';
import type { Rule } from './rule';
import { registryReplicationRule } from './standby';
import { tagRule } from './tags';
import { tuningRule } from './tuning';

/** Every rule, in the order of the fields of a spec. */
export const rules: readonly Rule[] = [
  nameRule,
  ownerRule,
  tagRule,
  environmentRule,
  registryReplicationRule,
  promotionRule,
  gateRule,
  networkRule,
  modelRule,
  endpointRule,
  overrideRule,
  knowledgeRule,
  registryRule,
  tuningRule,
  pipelineRule,
  logsRule,
  acceptRule,
  catalogRule,
];
