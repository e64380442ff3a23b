import { scalarText } from '../../../constraints/json';
import { findGuardrail, versionTable } from '../services/bedrock/guardrail/guardrails';
import type { Provider } from './provider';

/** `AWS::Bedrock::GuardrailVersion`: freezes the policies of its guardrail as they are then. */
export const guardrailVersionProvider: Provider = {
  create: ({ physicalId, account, region, properties }, cloud) => {
    const guardrail = findGuardrail(scalarText(properties['GuardrailIdentifier']) ?? '', { cloud, account, region });
    if (guardrail !== undefined) versionTable(cloud).set(physicalId, guardrail.properties);
    return undefined;
  },
  remove: ({ physicalId }, cloud) => {
    versionTable(cloud).delete(physicalId);
    return undefined;
  },
};
