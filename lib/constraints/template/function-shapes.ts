import type { Breach, TemplateConstraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, own, scalarText } from '../json';
import type { FunctionCall } from './calls';
import { attributeReference, callsIn, intrinsicName } from './calls';
import { breach, didYouMean, hasExtensions, membersOf, partsOf } from './sections';

/** The functions of a template have the arguments they require: in branches that are not taken too. */
export const functionShapes: TemplateConstraint = {
  id: 'template-functions',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
    asOf: '2026-11-30',
  },
  check: (template) =>
    partsOf(template).flatMap(({ value, path }) =>
      callsIn(value, path).flatMap((call) => callBreaches(template, call)),
    ),
};

type Shape = readonly [fits: (argument: Json, extended: boolean) => boolean, words: string];

const isText = (value: Json | undefined): boolean => scalarText(value) !== undefined;
const isCall = (value: Json | undefined): boolean => intrinsicName(value) !== undefined;
const isTextOrCall = (value: Json | undefined): boolean => isText(value) || isCall(value);
const isListOrCall = (value: Json | undefined): boolean => isList(value) || isCall(value);
const elements = (value: Json): readonly Json[] => (isList(value) ? value : []);

/** What each function requires, in the words of the service. */
const shapes: Readonly<Record<string, Shape>> = {
  Ref: [
    (argument, extended) => typeof argument === 'string' || (extended && isCall(argument)),
    'every Ref object must have a single String value.',
  ],
  'Fn::Base64': [(argument) => isTextOrCall(argument), 'every Fn::Base64 object must have a String-typed value.'],
  'Fn::Cidr': [
    (argument) => isCall(argument) || [2, 3].includes(elements(argument).length),
    'every Fn::Cidr object requires an IP address block, a count and optionally the bits of a subnet.',
  ],
  'Fn::FindInMap': [
    (argument, extended) => {
      const { length } = elements(argument);
      return length === 3 || (extended && length === 4);
    },
    'every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value',
  ],
  'Fn::GetAtt': [
    (argument, extended) =>
      attributeReference(argument) !== undefined ||
      // The attribute may be a Ref of a parameter; with the extensions the logical id too.
      (elements(argument).length === 2 &&
        (isText(elements(argument)[0]) || extended) &&
        elements(argument).every((part) => isTextOrCall(part))),
    'every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
  ],
  'Fn::GetAZs': [(argument) => isTextOrCall(argument), 'every Fn::GetAZs object requires a region or an empty string'],
  'Fn::GetStackOutput': [
    (argument) => isTextOrCall(own(argument, 'StackName')) && isTextOrCall(own(argument, 'OutputName')),
    'every Fn::GetStackOutput object requires StackName and OutputName',
  ],
  'Fn::ImportValue': [
    (argument) => isTextOrCall(argument),
    'the attribute in Fn::ImportValue must be a string or a function that returns a string',
  ],
  'Fn::Join': [
    (argument) =>
      elements(argument).length === 2 &&
      typeof elements(argument)[0] === 'string' &&
      isListOrCall(elements(argument)[1]),
    'every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.',
  ],
  'Fn::Select': [
    (argument) =>
      elements(argument).length === 2 && isTextOrCall(elements(argument)[0]) && isListOrCall(elements(argument)[1]),
    'Fn::Select requires a list argument with two elements: an integer index and a list',
  ],
  'Fn::Split': [
    (argument) =>
      elements(argument).length === 2 &&
      typeof elements(argument)[0] === 'string' &&
      isTextOrCall(elements(argument)[1]),
    'every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.',
  ],
  'Fn::Sub': [
    (argument) =>
      typeof argument === 'string' ||
      (elements(argument).length === 2 && typeof elements(argument)[0] === 'string' && isObject(elements(argument)[1])),
    "One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string",
  ],
};
/** Functions whose arguments another rule reads, and those that take anything. */
const others = ['Fn::And', 'Fn::Equals', 'Fn::If', 'Fn::Not', 'Fn::Or', 'Fn::Transform'];
const extensions = ['Fn::ForEach', 'Fn::Length', 'Fn::ToJsonString'];

function callBreaches(template: JsonObject, { name, argument, path }: FunctionCall): readonly Breach[] {
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  if (shape === undefined) return unknownBreaches(template, name, path);
  const [fits, words] = shape;
  // Null is refused wherever it stands.
  if (argument === null) return [];
  if (!fits(argument, hasExtensions(template)))
    return [breach(path, `Template error: ${words} (${path})`, `give ${name} the arguments it takes`)];
  return name === 'Fn::FindInMap' ? mappingBreaches(template, argument, path) : [];
}

function unknownBreaches(template: JsonObject, name: string, path: string): readonly Breach[] {
  if (others.includes(name)) return [];
  if (extensions.some((extension) => name === extension || name.startsWith(`${extension}::`))) {
    if (hasExtensions(template)) return [];
    const problem = `Template error: ${name} at ${path} needs Transform: AWS::LanguageExtensions`;
    return [breach(path, problem, 'add Transform: AWS::LanguageExtensions')];
  }
  const known = [...Object.keys(shapes), ...others, ...extensions];
  const problem = `Template error: unknown intrinsic function ${name} at ${path}${didYouMean(name, known)}`;
  return [breach(path, problem, `use one of ${known.join(', ')}`)];
}

function mappingBreaches(template: JsonObject, argument: Json, path: string): readonly Breach[] {
  const [name, , , options] = elements(argument);
  if (typeof name !== 'string' || own(options, 'DefaultValue') !== undefined) return [];
  const names = membersOf(template, 'Mappings').map(([mapping]) => mapping);
  if (names.includes(name)) return [];
  const problem = `Template error: Mapping named '${name}' is not present in the 'Mappings' section of template. (${path})${didYouMean(name, names)}`;
  return [breach(path, problem, 'name a mapping of the Mappings section')];
}
