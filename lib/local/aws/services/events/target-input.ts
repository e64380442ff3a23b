import type { Json, JsonObject } from '../../../../constraints/json';
import { scalarText, tryParseJson } from '../../../../constraints/json';
import { objectAt, textAt } from '../../../../constraints/value';
import { pathValue } from '../states/json-path';
import type { BusEvent } from './pattern';

/** What a transformer reads beside the event. */
interface TransformedRule {
  readonly arn: string;
  readonly name: string;
  /** ISO 8601 */
  readonly receivedAt: string;
}

/**
 * What a target gets of an event: the event, a constant, a part of it, or what its transformer makes of it.
 * Source: Amazon EventBridge User Guide, "Input transformation" (not compared with the page).
 * @returns undefined where the transformer makes no JSON
 * @throws StateError for a path that is not read
 */
export function targetInput(target: JsonObject, event: BusEvent, rule: TransformedRule): Json | undefined {
  const constant = textAt(target, 'Input');
  if (constant !== undefined) return tryParseJson(constant);
  const path = textAt(target, 'InputPath');
  if (path !== undefined) return valueAt(path, event);
  const template = textAt(target, 'InputTransformer', 'InputTemplate');
  if (template === undefined) return event;
  const paths = objectAt(target, 'InputTransformer', 'InputPathsMap') ?? {};
  const values: Readonly<Record<string, Json>> = {
    'aws.events.rule-arn': rule.arn,
    'aws.events.rule-name': rule.name,
    'aws.events.event.ingestion-time': rule.receivedAt,
    'aws.events.event': Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'detail')),
    'aws.events.event.json': event,
    ...Object.fromEntries(
      Object.entries(paths).map(([name, at]) => [name, typeof at === 'string' ? (valueAt(at, event) ?? '') : '']),
    ),
  };
  return tryParseJson(filled(template, values));
}

function valueAt(path: string, event: BusEvent): Json | undefined {
  return pathValue(path, { data: event, context: {}, variable: () => undefined });
}

/** A placeholder inside of a text becomes text, one outside becomes JSON. */
function filled(template: string, values: Readonly<Record<string, Json>>): string {
  const text = /^\s*[{["]/.test(template) ? template : JSON.stringify(template);
  let quoted = false;
  return text.replace(/\\.|"|<([\w.-]+)>/g, (part, name: string | undefined) => {
    if (part === '"') quoted = !quoted;
    if (name === undefined || !Object.hasOwn(values, name)) return part;
    const value = values[name] ?? '';
    if (!quoted) return JSON.stringify(value);
    const inner = scalarText(value) ?? JSON.stringify(value);
    return JSON.stringify(inner).slice(1, -1);
  });
}
