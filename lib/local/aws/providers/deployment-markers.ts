import type { Json, JsonObject } from '../../../constraints/json';
import { isObject, scalarText } from '../../../constraints/json';
import { ResourceFailure } from './provider';

/** The markers of one source, and how their values are written. */
interface Markers {
  readonly markers: JsonObject;
  readonly config: JsonObject;
}

/** Puts the values of markers into a file, as bytes: a file need not be text. */
export function withMarkers(content: Buffer, { markers, config }: Markers): Buffer {
  let text: string | undefined;
  for (const [marker, value] of Object.entries(markers)) {
    const replacement = Buffer.from(encoded(marker, value, config), 'utf8').toString('latin1');
    text = (text ?? content.toString('latin1')).split(Buffer.from(marker, 'utf8').toString('latin1')).join(replacement);
  }
  return text === undefined ? content : Buffer.from(text, 'latin1');
}

const safeYaml = /^[A-Za-z][A-Za-z0-9._-]*$/;
const yamlWords = new Set(['y', 'n', 'yes', 'no', 'true', 'false', 'on', 'off', 'null']);

/** A value as the encoding of its marker has it (encode_marker_value of the handler). */
function encoded(marker: string, value: Json, config: JsonObject): string {
  const escape = scalarText(config['jsonEscape'])?.toLowerCase() === 'true';
  const encodings = isObject(config['markerEncodings']) ? config['markerEncodings'] : {};
  const encoding = scalarText(encodings[marker]) ?? (escape ? 'UNQUOTED_JSON_VALUE' : 'LITERAL');
  const plain = typeof value === 'string' ? value : undefined;
  switch (encoding) {
    case 'LITERAL':
      if (plain !== undefined) return plain;
      throw failed(`Expected a string for LITERAL encoding for marker ${marker}`);
    case 'UNQUOTED_JSON_VALUE':
      return plain === undefined ? json(value) : json(value).slice(1, -1);
    case 'JSON_VALUE':
      return json(value);
    case 'YAML_STRING':
      if (plain === undefined) throw failed(`Expected a string for YAML_STRING encoding for marker ${marker}`);
      return safeYaml.test(plain) && !yamlWords.has(plain.toLowerCase()) ? plain : json(plain);
    default:
      throw failed(`Unknown marker encoding: ${encoding}`);
  }
}

function failed(message: string): ResourceFailure {
  return new ResourceFailure(`Received response status [FAILED] from custom resource. Message returned: ${message}`);
}

/** JSON as Python writes it: ASCII only. */
function json(value: Json): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
