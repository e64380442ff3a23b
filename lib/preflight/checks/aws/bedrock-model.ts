import type { SettledAwsPlan } from '../../../plan';
import type { AwsCheck, Place, PreflightInput } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { nextModel, noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import type { AwsQuestions, FoundationModel, ModelAccess } from '../../ports/aws';

/** Whether each Bedrock model is there, alive, callable as planned, and open to the account. */
export const bedrockModel: AwsCheck = {
  id: 'aws.bedrock-model',
  cloud: 'aws',
  asks: 'Is each Bedrock model in the region, not legacy, served the planned way, and open to the account?',
  questions: ['model', 'modelAccess', 'profileRegions'],
  run: async (ask, plan, input) => {
    const models = Object.entries(plan.deployment.models ?? {});
    const outcomes = await Promise.all(models.map(([key, model]) => outcomesOf(ask, plan.region, [key, model], input)));
    return outcomes.flat();
  },
};

type Model = NonNullable<SettledAwsPlan['deployment']['models']>[string];

/** One model in its region, and how findings about it are written. */
interface Subject {
  readonly key: string;
  readonly model: Model;
  readonly place: Place;
  readonly region: string;
  readonly finding: (
    cause: 'lifecycle' | 'not-offered' | 'access-not-granted',
    words: readonly [got: string, expected: string, fix: string],
  ) => Outcome;
}

async function outcomesOf(
  ask: AwsQuestions,
  region: string,
  [key, model]: readonly [string, Model],
  { catalog, today }: PreflightInput,
): Promise<readonly Outcome[]> {
  const id = model.invokeArns.at(-1)?.split('/').at(-1) ?? model.invokeId;
  const place = at(bedrockModel, `models.${key} (${id}) in ${region}`);
  const next = nextModel(catalog, 'bedrock', id);
  const subject: Subject = {
    key,
    model,
    place,
    region,
    finding: (cause, [got, expected, fix]) => ({ kind: 'finding', ...place, cause, got, expected, fix, next }),
  };
  const [described, access] = await Promise.all([ask.model(id), ask.modelAccess(id)]);
  const lifecycle = outcomeOf(
    place,
    described,
    (found) => lifecycleOutcome(found, subject, today),
    () =>
      subject.finding('not-offered', [
        `Bedrock in ${region} has no model of the id`,
        'a model that the region has',
        'use a model or a region that ListFoundationModels names',
      ]),
  );
  const opened = outcomeOf(
    place,
    access,
    (found) => accessOutcome(found, subject),
    () => [],
  );
  return [...lifecycle, ...opened, ...(await profileOutcomes(ask, model, place.place))];
}

function lifecycleOutcome(
  { legacy, ends, onDemand }: FoundationModel,
  { key, model, place, finding }: Subject,
  today: string,
): Outcome {
  const last = ends?.slice(0, 10);
  if (last !== undefined && last <= today) {
    return finding('lifecycle', [`ended on ${last}`, 'a model that answers', 'use its successor']);
  }
  if (legacy) {
    return finding('lifecycle', [
      last === undefined ? 'legacy' : `legacy, ends on ${last}`,
      'an active model: a legacy one answers only accounts that called it lately',
      'use its successor',
    ]);
  }
  return model.inference === 'in-region' && !onDemand
    ? finding('not-offered', [
        'served through inference profiles only',
        'a model that is served on demand in the region',
        `pin models.${key}.inference to 'geographic' or 'global'`,
      ])
    : passed(place, 'active');
}

function accessOutcome({ agreement, authorized, entitled, inRegion }: ModelAccess, subject: Subject): Outcome {
  if (!inRegion) {
    return subject.finding('not-offered', [
      `not available in ${subject.region}`,
      'a model that the region has',
      'use another region or inference profile',
    ]);
  }
  return agreement === 'AVAILABLE' && authorized && entitled
    ? passed(subject.place, 'the account may call it')
    : subject.finding('access-not-granted', [
        `agreement ${agreement}, ${authorized ? 'authorized' : 'not authorized'}, ${entitled ? 'entitled' : 'not entitled'}`,
        'an agreement that is available, authorized and entitled',
        'request access to the model in the Bedrock console, with a role that may subscribe in AWS Marketplace; some vendors ask for a use case',
      ]);
}

/** Whether the profile routes to the regions that the plan grants and that residency was decided for. */
async function profileOutcomes(ask: AwsQuestions, model: Model, about: string): Promise<readonly Outcome[]> {
  const planned = model.regions;
  if (model.inference !== 'geographic' || planned === undefined) return [];
  const place = at(bedrockModel, `${about} through ${model.invokeId}`);
  return outcomeOf(
    place,
    await ask.profileRegions(model.invokeId),
    (regions) => {
      const more = regions.filter((region) => !planned.includes(region));
      return more.length === 0
        ? passed(place, `routes to ${regions.join(', ')}`)
        : {
            kind: 'finding',
            ...place,
            cause: 'not-offered',
            got: `the profile also routes to ${more.join(', ')}`,
            expected: `only ${planned.join(', ')}, for which roles and residency are planned`,
            fix: 'update the kit, or describe the model under catalog.managedModels',
            next: noneKnown,
          };
    },
    () => ({
      kind: 'finding',
      ...place,
      cause: 'not-offered',
      got: 'no such inference profile',
      expected: 'a profile that can be called from the region',
      fix: 'use a profile that ListInferenceProfiles names',
      next: noneKnown,
    }),
  );
}
