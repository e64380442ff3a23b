import { bedrock } from '../../../../lib/platform';
import { planNote } from '../../../../lib/review/plan-report';
import { datedPlan } from '../../../helpers/plan';
import { platform } from '../../../helpers/platform';

const models = { ...platform().models, claude: bedrock('anthropic.profile-v1:0') };
const { rows } = planNote(datedPlan({ models }));
const linesOf = (what: string): readonly string[] =>
  rows.flatMap((row) => (row.what === what ? row.lines.map(({ text }) => text) : []));

test('a model of Bedrock is shown with the regions that process, and one that only embeds with its knowledge base', () => {
  expect(linesOf('model claude')).toEqual(['eu.anthropic.profile-v1:0, geographic: eu-central-1, eu-south-2']);
  expect(linesOf('model embed')).toEqual([]);
});

test('the quota of a model of Azure OpenAI is asked for by the name that the provider uses', () => {
  expect(linesOf('quota tokens')).toContain(
    'request 50 thousand tokens a minute of "OpenAI.DataZoneStandard.gpt-4.1" (swedencentral) before deploying',
  );
});
