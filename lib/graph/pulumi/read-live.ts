import type { DocumentPlace } from '../document';
import { asList, asRecord, isRecord } from '../json';
import type { LiveChange } from '../live-change';
import { liveProperties } from '../live-properties';
import { stateRegistration } from './state-registration';
import { cloudOfType } from './type-cloud';

/**
 * What a state says is live otherwise than its program declared: outputs that differ from the inputs of the same name. A refresh
 * writes what the provider read into the outputs, and into the inputs as well where the provider answers inputs: such a state
 * says what is live and not what was declared, and needs the former release beside it.
 *
 * Source: the sources of Pulumi (pkg/resource/deploy/step.go, RefreshStep.Apply), read 2026-12-01.
 */
export function readPulumiLive(
  state: unknown,
  { environment }: Pick<DocumentPlace, 'environment'>,
): readonly LiveChange[] {
  const { deployment, checkpoint } = asRecord(state);
  const held = asRecord(deployment ?? asRecord(checkpoint)['latest'] ?? asRecord(checkpoint)['Latest']);
  return asList(held['resources']).flatMap((raw): readonly LiveChange[] => {
    const resource = asRecord(raw);
    const registration = stateRegistration(resource);
    const { outputs } = resource;
    if (registration?.custom !== true || registration.type.startsWith('pulumi:') || !isRecord(outputs)) return [];
    // Outputs in the terms of inputs: the same marks for secrets and for what is unknown.
    const live = stateRegistration({ ...resource, inputs: outputs })?.inputs;
    const properties = liveProperties(registration.inputs, live);
    if (properties.length === 0) return [];
    const { urn, type } = registration;
    return [{ environment, cloud: cloudOfType(type), address: urn, kind: 'modified', properties }];
  });
}
