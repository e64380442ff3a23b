/** One document of the rehearsal: fictitious, and short enough to read in a report. */
export interface SampleDocument {
  readonly name: string;
  readonly text: string;
}

/** A question, and what its answer must say; `undefined` where no document says it. */
export interface SampleQuestion {
  readonly text: string;
  readonly fact: string | undefined;
}

/** A question that was asked, as the report shows it. */
export interface RehearsedAnswer {
  readonly cloud: 'aws' | 'azure';
  readonly question: string;
  readonly answer: string;
  /** Where each sentence of the answer stands; empty for a question that was refused. */
  readonly citations: readonly { readonly document: string; readonly text: string }[];
}

/** What the rehearsal ingests. */
export const sampleDocuments: readonly SampleDocument[] = [
  {
    name: 'returns.md',
    text: [
      '# Returns',
      'Unused goods can be returned within 30 days of the delivery.',
      'A refund reaches the account of the customer within 14 days of the return.',
      'Opened software is not taken back.',
    ].join('\n'),
  },
  {
    name: 'support-hours.txt',
    text: 'The support desk answers calls from 8 to 18 on working days. Outside these hours an emergency number is on the contract.',
  },
  {
    name: 'warranty.html',
    text: '<html><body><h1>Warranty</h1><p>The warranty of the Heron pump lasts 27 months.</p><p>It covers the motor and the seal.</p></body></html>',
  },
];

/** What the rehearsal asks. */
export const sampleQuestions: readonly SampleQuestion[] = [
  { text: 'Within how many days does a refund reach the account of the customer?', fact: '14 days' },
  { text: 'When does the support desk answer calls?', fact: 'from 8 to 18' },
  { text: 'How long does the warranty of the Heron pump last?', fact: '27 months' },
  { text: 'How long does the warranty of the Kestrel boiler last?', fact: undefined },
];

/**
 * What is wrong with the answers: a fact that is missing, a citation whose document does not hold it, an answer where the
 * documents have none.
 */
export function answerProblems(answers: readonly RehearsedAnswer[]): readonly string[] {
  return sampleQuestions.flatMap(({ text, fact }, place) => {
    const answer = answers[place];
    if (answer?.question !== text) return [`not asked: ${text}`];
    if (fact === undefined)
      return answer.citations.length === 0 ? [] : [`answered, though no document says it: ${text}`];
    const cited = answer.citations.some((citation) => citation.text.includes(fact) && holds(citation.document, fact));
    return answer.answer.includes(fact) && cited ? [] : [`no cited answer with "${fact}": ${text}`];
  });
}

function holds(document: string, fact: string): boolean {
  return sampleDocuments.some(({ name, text }) => document.endsWith(name) && text.includes(fact));
}

/** The answers in one line. */
export function answersInWords(answers: readonly RehearsedAnswer[]): string {
  const cited = answers.filter(({ citations }) => citations.length > 0).length;
  return `${sampleDocuments.length} documents ingested, ${cited} of ${answers.length} questions answered with a citation, ${answers.length - cited} refused`;
}
