import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readTemplate } from '../../lib/graph/text/template-text';
import { checkWholeTemplate } from '../helpers/check-template';
import type { TestTemplate } from '../lib/local/aws/engine';
import { testRegion } from '../lib/local/aws/engine';
import type { PlantedFault } from './planted';

/** Faults that no template shows, and what would. */
const unknowable: Readonly<Record<string, readonly string[]>> = {
  'what exists in the account': [
    'SageMaker sm_model_data_absent',
    'SageMaker sm_model_data_no_object',
    'SageMaker sm_ic_absent_endpoint',
    'SageMaker scaling_endpoint',
    'iam kms_alias_absent_key',
    'iam boundary_absent',
    'iam principal_absent',
    'vector store s3v_bucket_absent',
    'search aoss_not_encrypted',
    'search aoss_network',
    'search aoss_access',
    'agents agent_alias_of_nothing',
    'agents agent_guardrail_absent',
    'agents agent_knowledge_absent',
    'agents data_source_of_nothing',
    'service lambda_absent_role',
    'service lambda_layer_absent',
    'service esm_absent_fn',
    'service sqs_redrive_absent',
    'functions custom_absent_function',
    'functions custom_other_region',
    'service vpc_absent',
  ],
  'whether two resources with a condition exist together': ['service subnet_overlap'],
  'the values of parameters, and what they name': [
    'template param_vpc_absent',
    'template param_zone_absent',
    'template param_key_absent',
    'template param_image_shape',
    'template param_public_absent',
    'template dynamic_public_absent',
    'template dynamic_version_absent',
    'template pattern_java',
    'template pattern_malformed',
    'template rule_member',
    'template stack_output_absent',
  ],
  'a name that the service gives': ['iam bucket_policy_foreign_resource'],
  'what a function answers': [
    'functions custom_answers_failed',
    'functions custom_never_answers',
    'functions custom_answer_too_long',
    'functions custom_lacks_attribute',
    'functions custom_wrong_handler',
  ],
  'what the local cloud does not run': [
    'functions custom_python',
    'functions custom_sns_token',
    'template transform_sam',
    'template transform_include',
    'template transform_unknown',
  ],
};

const planted: (readonly [string, PlantedFault])[] = [];
// The files of the planted faults declare tests; here their rows are collected instead.
jest.mock('./planted', () => ({
  testPlanted: (family: string, rows: readonly PlantedFault[]): void => {
    planted.push(...rows.map((row) => [family, row] as const));
  },
}));
const folder = path.join(__dirname, 'planted');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.ts'))) {
  jest.requireActual(path.join(folder, file));
}

/** A finding, or an issue of a text. */
interface Said {
  readonly rule: string;
  readonly address: string;
  readonly path: string;
  readonly message: string;
}

/** What check says about a template: the issues of its text, or the errors it finds. */
function errors(template: TestTemplate | string): readonly Said[] {
  const read = readTemplate(typeof template === 'string' ? template : JSON.stringify(template), 'template');
  if (!read.ok) {
    return read.issues.map(({ message, path: place }) => ({
      rule: 'TemplateUnreadable',
      address: '',
      path: place,
      message,
    }));
  }
  return checkWholeTemplate(read.value as object, testRegion).filter(({ severity }) => severity === 'error');
}

/** Whether check finds something in the template with the fault that it does not find in its twin. */
function isFound({ broken, valid }: PlantedFault): boolean {
  const line = ({ rule, address, path: place, message }: Said): string => [rule, address, place, message].join(' ');
  const known = new Set(errors(valid).map(line));
  return errors(broken).some((error) => !known.has(line(error)));
}

test('check finds every planted fault without a cloud, except those that only a deployment can know', () => {
  const missed = planted.filter(([, row]) => !isFound(row)).map(([family, { id }]) => `${family} ${id}`);
  const known = Object.values(unknowable).flat();
  const unexpected = missed.filter((name) => !known.includes(name));
  const found = known.filter((name) => !missed.includes(name));
  expect({ unexpected, found }).toEqual({ unexpected: [], found: [] });
});

test('check refuses nothing about a valid twin that the local cloud deploys', () => {
  const own = new Set(['SchemaViolation', 'ConstraintViolation']);
  const wrong = planted.flatMap(([family, { id, valid }]) =>
    errors(valid)
      .filter(({ rule }) => own.has(rule))
      .map(({ path: place, message }) => `${family} ${id} ${place}: ${message}`),
  );
  expect(wrong).toEqual([]);
});
