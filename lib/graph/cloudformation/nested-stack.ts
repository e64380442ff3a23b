import { asRecord, asText, isRecord, mapEntries, nestsTooDeep } from '../json';

/** Type of a nested stack. */
const nestedStackType = 'AWS::CloudFormation::Stack';

/** A nested stack that a template declares. */
export interface NestedStackDeclaration {
  readonly logicalId: string;
  /** Path of its template beside the one that declares it; undefined where the template is an object in a bucket. */
  readonly file: string | undefined;
  /** Where its template is, as the declaration says it. */
  readonly location: unknown;
}

/**
 * The nested stacks of a template. The CDK writes the file of the template into `aws:asset:path`; templates that
 * `aws cloudformation package` uploads have a relative path in `TemplateURL`.
 */
export function nestedStacksOf(template: unknown): readonly NestedStackDeclaration[] {
  return Object.entries(asRecord(asRecord(template)['Resources'])).flatMap(([logicalId, raw]) => {
    const resource = asRecord(raw);
    if (resource['Type'] !== nestedStackType) return [];
    const metadata = asRecord(resource['Metadata']);
    const asset = metadata['aws:asset:property'] === 'TemplateURL' ? asText(metadata['aws:asset:path']) : undefined;
    const location = asRecord(resource['Properties'])['TemplateURL'];
    const relative = typeof location === 'string' && !/^(\w+:|\/)/.test(location) ? location : undefined;
    return [{ logicalId, file: asset ?? relative, location }];
  });
}

/** A parameter of a nested stack: a literal, or what its value refers to in the template around it. */
export type ParameterBindings = ReadonlyMap<string, unknown>;

/** Values of the parameters of a template: those given, then the defaults. */
export function parameterBindings(template: unknown, given: unknown): ParameterBindings {
  const values = asRecord(given);
  return new Map(
    Object.entries(asRecord(asRecord(template)['Parameters'])).flatMap(([name, declaration]): [string, unknown][] => {
      const value = Object.hasOwn(values, name) ? values[name] : asRecord(declaration)['Default'];
      const isPath = (asText(asRecord(declaration)['Type']) ?? '').startsWith('AWS::SSM::Parameter::Value<');
      return value === undefined || isPath ? [] : [[name, value]];
    }),
  );
}

/** A template whose references to parameters with a literal value are that value. Secret parameters keep their reference. */
export function withLiterals(template: unknown, bindings: ParameterBindings): unknown {
  const declared = asRecord(asRecord(template)['Parameters']);
  const literals = new Map(
    [...bindings].filter(([name, value]) => {
      const { NoEcho: hidden, Type: type } = asRecord(declared[name]);
      const secret = hidden === true || hidden === 'true';
      return !secret && !/List/.test(asText(type) ?? '') && ['string', 'number', 'boolean'].includes(typeof value);
    }),
  );
  if (literals.size === 0 || nestsTooDeep(template)) return template;
  const { Resources: resources, Outputs: outputs, ...rest } = asRecord(template);
  return { ...rest, Resources: replaced(resources, literals), Outputs: replaced(outputs, literals) };
}

function replaced(value: unknown, literals: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, literals));
  if (!isRecord(value)) return value;
  const keys = Object.keys(value);
  const [only] = keys;
  if (keys.length === 1 && only === 'Ref' && literals.has(String(value['Ref'])))
    return literals.get(String(value['Ref']));
  if (keys.length === 1 && only === 'Fn::Sub' && typeof value['Fn::Sub'] === 'string') {
    const text = value['Fn::Sub'].replaceAll(/\$\{([A-Za-z0-9]+)\}/g, (whole, name: string) =>
      literals.has(name) ? String(literals.get(name)) : whole,
    );
    return text.includes('${') ? { 'Fn::Sub': text } : text;
  }
  return mapEntries(value, (item) => replaced(item, literals));
}
