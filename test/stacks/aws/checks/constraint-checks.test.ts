import { App, CfnOutput, CfnParameter, CfnResource, Fn, NestedStack, Stack, Validations } from 'aws-cdk-lib';
import { CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnEndpoint, CfnEndpointConfig } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { context } from '../../../../cdk.json';
import { addConstraintChecks, PlatformStage } from '../../../../stacks/aws';
import type { ConstraintCheckOptions } from '../../../../stacks/aws/checks/constraint-checks';
import { settledPlan } from '../../../helpers/aws-plan-fixture';

const env = { account: '111111111111', region: 'eu-central-1' };

/** What the CDK says about an app with the checks; empty where it is synthesized. */
function refusal(declare: (app: App) => void, options?: ConstraintCheckOptions): string {
  // The validator of the CDK is not asked: it takes seconds, and what is found here is ours.
  const app = new App({ builtinCloudFormationValidation: false });
  declare(app);
  addConstraintChecks(app, options);
  const printed = jest.spyOn(console, 'error').mockImplementation();
  try {
    app.synth();
    return printed.mock.calls.flat().join('\n');
  } catch (error) {
    return String(error);
  } finally {
    printed.mockRestore();
  }
}

/** The refusal of one stack. */
const ofStack = (declare: (stack: Stack) => void): string =>
  refusal((app) => {
    declare(new Stack(app, 'stack', { env }));
  });

const trust = (action: string): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: action }],
});

/** Each with the rule that refuses it, and the place that is named. */
const faults: Readonly<Record<string, readonly [declare: (scope: Construct) => void, ...expected: string[]]>> = {
  'the schema of a type': [
    (scope) => new CfnBucket(scope, 'Fault', { versioningConfiguration: { status: 'On' } }),
    'SchemaViolation',
    'VersioningConfiguration.Status: On is not a valid enum value [Enabled, Suspended]',
  ],
  'a property that the type does not have': [
    (scope) => {
      new CfnBucket(scope, 'Fault').addPropertyOverride('BucketNames', 'x');
    },
    'SchemaViolation',
    'extraneous key [BucketNames] is not permitted (did you mean BucketName?)',
  ],
  'a rule about models': [
    (scope) =>
      new CfnEndpointConfig(scope, 'Fault', {
        productionVariants: [
          { variantName: 'a', modelName: 'm', instanceType: 'ml.g6e.xlarge', initialInstanceCount: 1 },
          { variantName: 'a', modelName: 'm', instanceType: 'ml.g6e.xlarge', initialInstanceCount: 1 },
        ],
      }),
    'ConstraintViolation.endpoint-config-variant-names',
    'ProductionVariants.1.VariantName: The variant name a is used twice',
  ],
  'a rule about identities': [
    (scope) => new CfnRole(scope, 'Fault', { assumeRolePolicyDocument: trust('s3:GetObject') }),
    'ConstraintViolation.trust-policy',
    'AssumeRolePolicyDocument.Statement.0.Action: ',
  ],
  'a rule about the template': [
    (scope) => {
      new CfnBucket(scope, 'Fault', { bucketName: Fn.ref('Nothing') });
    },
    'ConstraintViolation.template-references',
    'Nothing',
  ],
};

test.each(Object.entries(faults))('%s is refused, with rule, construct and the line that created it', (_, row) => {
  const [declare, ...expected] = row;
  const refused = ofStack((stack) => {
    declare(stack);
  });
  for (const text of [...expected, 'stack/Fault', 'constraint-checks.test.ts']) expect(refused).toContain(text);
});

test('a resource without a type of its own is refused beside the others', () => {
  const refused = ofStack((stack) => {
    new CfnBucket(stack, 'Fault', { bucketName: 'Not_A_Name' });
    new CfnBucket(stack, 'Nothing').addOverride('Type', { Ref: 'AWS::Region' });
  });
  expect(refused).toContain('Not_A_Name');
  expect(refused).toContain('ConstraintViolation.template-shape');
});

test('all of them are reported in one run', () => {
  const refused = ofStack((stack) => {
    for (const [name, [declare]] of Object.entries(faults)) declare(new Construct(stack, name));
  });
  for (const [name, [, ...expected]] of Object.entries(faults)) {
    for (const text of [...expected, `stack/${name}/Fault`]) expect(refused).toContain(text);
  }
});

test('what is not known before a deployment is no offence', () => {
  expect(
    ofStack((stack) => {
      const name = new CfnParameter(stack, 'Name');
      const bucket = new CfnBucket(stack, 'Bucket', {
        bucketName: name.valueAsString,
        versioningConfiguration: { status: Fn.importValue('status') },
      });
      new CfnResource(stack, 'Own', { type: 'Own::Kind::Thing', properties: { Anything: bucket.ref } });
      new CfnOutput(stack, 'Where', { value: bucket.attrArn });
    }),
  ).toBe('');
});

test('a type that the region of the stack does not have is refused, and no type where the region is not known', () => {
  const declare = (stack: Stack): void => {
    new CfnResource(stack, 'Fault', { type: 'AWS::Bedrock::KnowledgeBase' });
  };
  const inRegion = (region: string | undefined): string =>
    refusal((app) => {
      declare(new Stack(app, 'stack', region === undefined ? {} : { env: { ...env, region } }));
    });
  expect(inRegion('ap-southeast-7')).toContain('ConstraintViolation.type-in-region');
  expect(inRegion(undefined)).not.toContain('type-in-region');
});

test('the template of a nested stack is checked too', () => {
  const refused = ofStack((stack) => {
    const nested = new NestedStack(stack, 'Inner');
    new CfnBucket(nested, 'Fault', { bucketName: 'Not_A_Name' });
  });
  expect(refused).toContain('ConstraintViolation.resource-name');
  expect(refused).toContain('stack/Inner/Fault');
});

test('a name is looked up in the stacks of one account and region, and nowhere when these are not known', () => {
  const variant = { modelName: 'm', instanceType: 'ml.g6e.xlarge', initialInstanceCount: 1 };
  const declare = (environment: object): string =>
    refusal((app) => {
      const serving = new Stack(app, 'serving', environment);
      const config = { endpointConfigName: 'chat', productionVariants: [{ ...variant, variantName: 'all' }] };
      new CfnEndpointConfig(serving, 'Config', config);
      new CfnEndpoint(serving, 'Endpoint', { endpointName: 'chat', endpointConfigName: 'chat' });
      new CfnScalableTarget(new Stack(app, 'scaling', environment), 'Target', {
        resourceId: 'endpoint/chat/variant/other',
        scalableDimension: 'sagemaker:variant:DesiredInstanceCount',
        serviceNamespace: 'sagemaker',
        minCapacity: 1,
        maxCapacity: 2,
      });
    });
  expect(declare({ env })).toContain('names variant other; endpoint chat has [all]');
  expect(declare({})).toBe('');
});

test('a finding that is acknowledged with its reason fails nothing', () => {
  const named = (acknowledge: boolean): string =>
    ofStack((stack) => {
      const bucket = new CfnBucket(stack, 'Fault', { bucketName: 'Not_A_Name' });
      if (acknowledge) {
        for (const rule of ['SchemaViolation', 'ConstraintViolation.resource-name']) {
          Validations.of(bucket).acknowledge({ id: `llmops-kit::${rule}`, reason: 'an example' });
        }
      }
    });
  expect(named(false)).toContain('Not_A_Name');
  expect(named(true)).toBe('');
});

test('a pack of review rules is asked where the app names one, with construct and line', () => {
  const declare = (app: App): void => {
    new CfnBucket(new Stack(app, 'stack', { env }), 'Fault');
  };
  expect(refusal(declare)).toBe('');
  const refused = refusal(declare, { pack: 'production' });
  for (const text of ['BucketPublicAccess', 'BucketUnversioned', 'stack/Fault', 'constraint-checks.test.ts']) {
    expect(refused).toContain(text);
  }
  expect(refusal(declare, { pack: 'baseline' })).not.toContain('BucketUnversioned');
});

test('the stacks of the kit pass', () => {
  const app = new App({ context, builtinCloudFormationValidation: false });
  for (const name of ['dev', 'prod'] as const) new PlatformStage(app, name, { plan: settledPlan(name) });
  addConstraintChecks(app, { pack: 'baseline' });
  expect(() => app.synth()).not.toThrow();
});

test('production of the kit passes the production pack', () => {
  const app = new App({ context, builtinCloudFormationValidation: false });
  new PlatformStage(app, 'prod', { plan: settledPlan('prod') });
  addConstraintChecks(app, { pack: 'production' });
  expect(() => app.synth()).not.toThrow();
});
