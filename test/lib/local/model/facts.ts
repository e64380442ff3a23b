import { randomNumbers } from '../../../../bench/prove/random-numbers';

/** Documents with one fact each, questions that one of them answers, and questions that none does. */
interface Facts {
  readonly documents: readonly { readonly name: string; readonly text: string }[];
  readonly answered: readonly { readonly question: string; readonly fact: string }[];
  readonly unanswered: readonly string[];
}

const products = ['Heron', 'Kestrel', 'Osprey', 'Plover', 'Curlew', 'Dunlin', 'Avocet', 'Bittern', 'Grebe', 'Merlin'];
const things = ['pump', 'valve', 'boiler', 'filter', 'sensor', 'compressor', 'burner', 'turbine'];
const cities = ['Graz', 'Leoben', 'Villach', 'Steyr', 'Wels', 'Bregenz', 'Dornbirn', 'Kufstein'];

/** Ways to state a fact about a thing, and to ask for it in other words. */
const shapes = [
  {
    state: (thing: string, value: number) => [`The warranty of the ${thing} lasts ${value} months.`, `${value} months`],
    ask: (thing: string) => `For how many months does the warranty of the ${thing} last?`,
  },
  {
    state: (thing: string, value: number) => [
      `Spare parts of the ${thing} arrive within ${value} working days.`,
      `${value} working days`,
    ],
    ask: (thing: string) => `When do spare parts of the ${thing} arrive?`,
  },
  {
    state: (thing: string, value: number) => [
      `The ${thing} weighs ${value} kilograms without its frame.`,
      `${value} kilograms`,
    ],
    ask: (thing: string) => `How much does the ${thing} weigh?`,
  },
  {
    state: (thing: string, value: number) => [`The ${thing} runs at ${value} degrees at most.`, `${value} degrees`],
    ask: (thing: string) => `At how many degrees does the ${thing} run at most?`,
  },
  {
    state: (thing: string, value: number) => [
      `A technician inspects the ${thing} every ${value} weeks.`,
      `${value} weeks`,
    ],
    ask: (thing: string) => `How often does a technician inspect the ${thing}?`,
  },
] as const;

const filler = [
  'Keep this sheet with the machine.',
  'Read the whole page before you start.',
  'Wear gloves and glasses during the work.',
  'The manual is available in six languages.',
  'Call the service desk where anything is unclear.',
  'Our engineers reviewed this text last spring.',
];

/** Facts of a seed: 20 documents, 20 questions with an answer and 10 without. */
export function factsOf(seed: number): Facts {
  const next = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(next() * list.length)];
    if (item === undefined) throw new Error('an empty list');
    return item;
  };
  const names = new Set<string>();
  while (names.size < 30) names.add(`${pick(products)} ${pick(things)} of ${pick(cities)}`);
  const all = [...names].map((thing) => ({ thing, shape: pick(shapes), value: 11 + Math.floor(next() * 80) }));
  const told = all.slice(0, 20).map(({ thing, shape, value }, place) => {
    const [sentence = '', fact = ''] = shape.state(thing, value);
    const text = [`# ${thing}`, pick(filler), sentence, pick(filler), pick(filler)].join('\n');
    return { document: { name: `sheet-${place}.md`, text }, asked: { question: shape.ask(thing), fact } };
  });
  return {
    documents: told.map(({ document }) => document),
    answered: told.map(({ asked }) => asked),
    unanswered: all.slice(20).map(({ thing, shape }) => shape.ask(thing)),
  };
}
