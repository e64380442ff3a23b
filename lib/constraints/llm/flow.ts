import type { Breach, Constraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isObject } from '../json';
import { at, isAbsent, isUnresolved, listAt, textAt } from '../value';
import { hasUnknownPart, readTextDocument } from './document-text';

/** The nodes and connections of a flow, and the place of its definition. */
interface Definition {
  readonly nodes: readonly Json[];
  readonly connections: readonly Json[];
  readonly pointer: string;
}

/** The definition of a flow as an object or as a text; undefined where it is somewhere else or not known. */
function definitionOf(properties: JsonObject): Definition | undefined {
  const text = readTextDocument(properties['DefinitionString']);
  const inText = properties['Definition'] === undefined;
  const value = inText ? (text.state === 'read' ? camelToPascal(text.value) : undefined) : properties['Definition'];
  if (!isObject(value) || isUnresolved(value)) return undefined;
  const known = [value['Nodes'], value['Connections']].every((list) => list === undefined || !isUnresolved(list));
  const nodes = listAt(value, 'Nodes');
  const connections = listAt(value, 'Connections');
  if (!known || [...nodes, ...connections].some(isUnresolved)) return undefined;
  const pointer = inText ? '#/DefinitionString' : '#/Definition';
  return { nodes, connections, pointer };
}

/** Names as the text of a definition has them, `nodes`, as the properties have them, `Nodes`. */
function camelToPascal(value: Json): Json {
  if (Array.isArray(value)) return value.map(camelToPascal);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.charAt(0).toUpperCase() + key.slice(1), camelToPascal(inner)]),
  );
}

const types = ['AWS::Bedrock::Flow'];
/** Kinds of problems as the service names them: FlowValidationType in the API model. */
const source = {
  url: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_FlowValidation.html',
  asOf: '2026-11-30',
};

/** A flow starts and ends, and its nodes have different names and the configuration of their type. */
export const flowNodes: Constraint = {
  id: 'flow-nodes',
  types,
  source,
  check({ properties }) {
    const definition = definitionOf(properties);
    if (definition === undefined) return [];
    const { nodes, pointer } = definition;
    const names = nodes.map((node) => textAt(node, 'Name'));
    const kinds = nodes.map((node) => textAt(node, 'Type'));
    const known = !kinds.includes(undefined);
    const inputs = kinds.filter((kind) => kind === 'Input').length;
    return [
      ...(known && inputs !== 1
        ? [
            {
              pointer: `${pointer}/Nodes`,
              problem: `The flow has ${inputs} nodes of type Input, and needs one`,
              fix: 'Keep one node of type Input.',
            },
          ]
        : []),
      ...(known && !kinds.includes('Output')
        ? [
            {
              pointer: `${pointer}/Nodes`,
              problem: 'The flow has no node of type Output',
              fix: 'Add a node of type Output, and connect it.',
            },
          ]
        : []),
      ...names.flatMap((name, index) =>
        name === undefined || names.indexOf(name) === index
          ? []
          : [
              {
                pointer: `${pointer}/Nodes/${index}/Name`,
                problem: `The node name ${name} is used twice`,
                fix: 'Give each node another Name.',
              },
            ],
      ),
      ...nodes.flatMap((node, index): readonly Breach[] => {
        const kind = kinds[index];
        const configuration = at(node, 'Configuration');
        if (kind === undefined || !isObject(configuration) || isUnresolved(configuration)) return [];
        const given = Object.keys(configuration);
        if (given.length === 0 || given.includes(kind)) return [];
        return [
          {
            pointer: `${pointer}/Nodes/${index}/Configuration`,
            problem: `A node of type ${kind} has the configuration ${given.join(', ')}`,
            fix: `Write Configuration.${kind}.`,
          },
        ];
      }),
    ];
  },
};

/** Connections have different names, join nodes, outputs, inputs and conditions that exist, and run in no circle. */
export const flowConnections: Constraint = {
  id: 'flow-connections',
  types,
  source,
  check({ properties }) {
    const definition = definitionOf(properties);
    if (definition === undefined) return [];
    const { nodes, connections, pointer } = definition;
    const byName = new Map(nodes.flatMap((node) => nameOf(node).map((name) => [name, node] as const)));
    if (byName.size < nodes.length || [...byName.keys()].some(hasUnknownPart)) return [];
    const place = `${pointer}/Connections`;
    return [
      ...connections.flatMap((connection, index) =>
        endsOf(connection, byName).map((breach) => ({ ...breach, pointer: `${place}/${index}${breach.pointer}` })),
      ),
      ...twiceConnected(connections, place),
      ...circle(nodes, connections, place),
    ];
  },
};

function nameOf(node: Json): readonly string[] {
  const name = textAt(node, 'Name');
  return name === undefined ? [] : [name];
}

/** What a connection names at a node, with its place in the connection and where the node lists such things. */
interface End {
  readonly side: 'Source' | 'Target';
  readonly what: string;
  readonly given: string | undefined;
  readonly path: string;
  readonly list: readonly string[];
}

function endsOf(connection: Json, nodes: ReadonlyMap<string, Json>): readonly Breach[] {
  const data = at(connection, 'Configuration', 'Data');
  const condition = at(connection, 'Configuration', 'Conditional');
  const missing = (['Source', 'Target'] as const).flatMap((side): readonly Breach[] => {
    const name = textAt(connection, side);
    if (name === undefined || nodes.has(name)) return [];
    return [
      {
        pointer: `/${side}`,
        problem: `${side} ${name} is no node of the flow; nodes are ${[...nodes.keys()].join(', ')}`,
        fix: `Name a node of the flow in ${side}.`,
      },
    ];
  });
  const ends: readonly End[] = [
    {
      side: 'Source',
      what: 'output',
      given: textAt(data, 'SourceOutput'),
      path: 'Data/SourceOutput',
      list: ['Outputs'],
    },
    { side: 'Target', what: 'input', given: textAt(data, 'TargetInput'), path: 'Data/TargetInput', list: ['Inputs'] },
    {
      side: 'Source',
      what: 'condition',
      given: textAt(condition, 'Condition'),
      path: 'Conditional/Condition',
      list: ['Configuration', 'Condition', 'Conditions'],
    },
  ];
  const unknown = ends.flatMap(({ side, what, given, path, list }): readonly Breach[] => {
    const node = nodes.get(textAt(connection, side) ?? '');
    if (node === undefined || given === undefined || given === 'default' || isAbsent(node, ...list)) return [];
    const names = listAt(node, ...list).map((entry) => textAt(entry, 'Name'));
    if (names.length === 0 || names.includes(undefined) || names.includes(given)) return [];
    return [
      {
        pointer: `/Configuration/${path}`,
        problem: `The node ${textAt(connection, side) ?? ''} has no ${what} ${given}; it has [${names.join(', ')}]`,
        fix: `Name one of its ${what}s.`,
      },
    ];
  });
  return [...missing, ...unknown];
}

/** Connections of one name. */
function twiceConnected(connections: readonly Json[], place: string): readonly Breach[] {
  const names = connections.map((connection) => textAt(connection, 'Name'));
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index
      ? []
      : [
          {
            pointer: `${place}/${index}/Name`,
            problem: `The connection name ${name} is used twice`,
            fix: 'Give each connection another Name.',
          },
        ],
  );
}

/** A circle in a flow without loops: iterators, collectors and loops may send data back. */
function circle(nodes: readonly Json[], connections: readonly Json[], place: string): readonly Breach[] {
  const looping = nodes.some((node) => /^(?:Loop|Iterator|Collector)/.test(textAt(node, 'Type') ?? 'Loop'));
  if (looping) return [];
  const next = new Map<string, string[]>();
  for (const connection of connections) {
    const [from, to] = [textAt(connection, 'Source'), textAt(connection, 'Target')];
    if (from !== undefined && to !== undefined) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const walk = (node: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const other of next.get(node) ?? []) {
      const found = walk(other, [...path, node]);
      if (found !== undefined) return found;
    }
    done.add(node);
    return undefined;
  };
  for (const node of next.keys()) {
    const found = walk(node, []);
    if (found === undefined) continue;
    const problem = `The connections run in a circle: ${found.join(' > ')}`;
    return [{ pointer: place, problem, fix: 'Remove one of these connections.' }];
  }
  return [];
}
