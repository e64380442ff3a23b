import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { flowConnections, flowNodes } from '../../../../lib/constraints/llm/flow';
import { breaches } from './around';

const unknown = { Ref: 'Unknown' };
const start: JsonObject = { Name: 'Start', Type: 'Input', Outputs: [{ Name: 'document', Type: 'String' }] };
const ask: JsonObject = {
  Name: 'Ask',
  Type: 'Prompt',
  Configuration: { Prompt: {} },
  Inputs: [{ Name: 'question', Type: 'String' }],
  Outputs: [{ Name: 'answer', Type: 'String' }],
};
const end: JsonObject = { Name: 'End', Type: 'Output', Inputs: [{ Name: 'document', Type: 'String' }] };
const data = (Name: string, Source: Json, SourceOutput: Json, Target: Json, TargetInput: Json): JsonObject => ({
  Name,
  Type: 'Data',
  Source,
  Target,
  Configuration: { Data: { SourceOutput, TargetInput } },
});
const first = data('A', 'Start', 'document', 'Ask', 'question');
const last = data('B', 'Ask', 'answer', 'End', 'document');
const flow = (Nodes: Json, Connections: Json = [first, last]): JsonObject => ({ Definition: { Nodes, Connections } });

test.each<[string, JsonObject, readonly string[]]>([
  ['a start and an end', flow([start, ask, end]), []],
  ['unknown nodes', flow(unknown), []],
  ['an unknown node', flow([start, unknown]), []],
  ['a node of unknown type', flow([{ Name: 'X', Type: unknown }]), []],
  ['its definition elsewhere', { DefinitionS3Location: {} }, []],
  ['an unknown text', { DefinitionString: unknown }, []],
  ['no start', flow([ask, end]), ['#/Definition/Nodes: The flow has 0 nodes of type Input, and needs one']],
  [
    'two starts',
    flow([start, { ...start, Name: 'Other' }, end]),
    ['#/Definition/Nodes: The flow has 2 nodes of type Input, and needs one'],
  ],
  ['no end', flow([start]), ['#/Definition/Nodes: The flow has no node of type Output']],
  [
    'a name twice',
    flow([start, end, { ...ask, Name: 'End' }]),
    ['#/Definition/Nodes/2/Name: The node name End is used twice'],
  ],
  [
    'the configuration of another type',
    flow([start, end, { ...ask, Configuration: { Lex: {} } }]),
    ['#/Definition/Nodes/2/Configuration: A node of type Prompt has the configuration Lex'],
  ],
  [
    'no end, as a text',
    { DefinitionString: '{"nodes":[{"name":"Start","type":"Input"}]}' },
    ['#/DefinitionString/Nodes: The flow has no node of type Output'],
  ],
])('a flow with %s', (_name, properties, expected) => {
  expect(breaches(flowNodes, properties)).toEqual(expected);
});

const nodes = [start, ask, end];
const check: JsonObject = {
  Name: 'Check',
  Type: 'Condition',
  Configuration: { Condition: { Conditions: [{ Name: 'long', Expression: 'x' }] } },
};
const branch = (Condition: string): JsonObject => ({
  Name: 'C',
  Type: 'Conditional',
  Source: 'Check',
  Target: 'End',
  Configuration: { Conditional: { Condition } },
});
test.each<[string, JsonObject, readonly string[]]>([
  ['nodes that exist', flow(nodes), []],
  ['an unknown end', flow(nodes, [data('A', unknown, unknown, 'Ask', 'question')]), []],
  ['nodes of unknown names', flow([start, { Name: unknown }]), []],
  ['a branch', flow([...nodes, check], [branch('long')]), []],
  ['the default branch', flow([...nodes, check], [branch('default')]), []],
  [
    'a circle in a loop',
    flow(
      [...nodes, { Name: 'Each', Type: 'Iterator' }],
      [first, data('C', 'Ask', 'answer', 'Each', 'x'), data('D', 'Each', 'y', 'Ask', 'question')],
    ),
    [],
  ],
  [
    'no such source',
    flow(nodes, [data('A', 'Begin', 'document', 'Ask', 'question')]),
    ['#/Definition/Connections/0/Source: Source Begin is no node of the flow; nodes are Start, Ask, End'],
  ],
  [
    'no such target',
    flow(nodes, [data('A', 'Start', 'document', 'Stop', 'document')]),
    ['#/Definition/Connections/0/Target: Target Stop is no node of the flow; nodes are Start, Ask, End'],
  ],
  [
    'no such output',
    flow(nodes, [data('A', 'Start', 'text', 'Ask', 'question')]),
    [
      '#/Definition/Connections/0/Configuration/Data/SourceOutput: The node Start has no output text; it has [document]',
    ],
  ],
  [
    'no such input',
    flow(nodes, [data('A', 'Start', 'document', 'Ask', 'text')]),
    ['#/Definition/Connections/0/Configuration/Data/TargetInput: The node Ask has no input text; it has [question]'],
  ],
  [
    'no such condition',
    flow([...nodes, check], [branch('short')]),
    [
      '#/Definition/Connections/0/Configuration/Conditional/Condition: The node Check has no condition short; it has [long]',
    ],
  ],
  [
    'a name twice',
    flow(nodes, [first, { ...last, Name: 'A' }]),
    ['#/Definition/Connections/1/Name: The connection name A is used twice'],
  ],
  [
    'a circle',
    flow(nodes, [first, last, data('C', 'Ask', 'answer', 'Ask', 'question')]),
    ['#/Definition/Connections: The connections run in a circle: Ask > Ask'],
  ],
])('connections of %s', (_name, properties, expected) => {
  expect(breaches(flowConnections, properties)).toEqual(expected);
});
