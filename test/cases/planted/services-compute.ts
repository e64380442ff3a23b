import type { PlantedFault } from '../planted';
import type { Written } from './resources';
import { functionWith, resource, roleFor, templateOf } from './resources';

const lambda = (more: Written): ReturnType<typeof templateOf> => templateOf(functionWith(more));
const mapping = (name: unknown): ReturnType<typeof templateOf> =>
  templateOf({
    ...functionWith(),
    Q: resource('SQS::Queue'),
    M: resource('Lambda::EventSourceMapping', {
      FunctionName: name,
      EventSourceArn: { 'Fn::GetAtt': ['Q', 'Arn'] },
    }),
  });
const layer = (arn: string): Written => ({ Layers: [{ 'Fn::Sub': arn }] });
const subnet = (index: number): Written =>
  resource('EC2::Subnet', {
    VpcId: { Ref: 'V' },
    CidrBlock: `10.0.${index}.0/24`,
    AvailabilityZone: `eu-central-1${'ab'[index] ?? 'c'}`,
  });
const network = {
  V: resource('EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
  S0: subnet(0),
  S1: subnet(1),
};
const cluster = (subnets: readonly unknown[]): ReturnType<typeof templateOf> =>
  templateOf({
    ...network,
    R: roleFor('eks.amazonaws.com'),
    C: resource('EKS::Cluster', {
      RoleArn: { 'Fn::GetAtt': ['R', 'Arn'] },
      ResourcesVpcConfig: { SubnetIds: subnets },
    }),
  });
const balancer = (subnets: readonly unknown[]): ReturnType<typeof templateOf> =>
  templateOf({
    ...network,
    B: resource('ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal', Subnets: subnets }),
  });

const machine = (definition: Written | string): ReturnType<typeof templateOf> =>
  templateOf({
    R: roleFor('states.amazonaws.com'),
    M: resource('StepFunctions::StateMachine', {
      RoleArn: { 'Fn::GetAtt': ['R', 'Arn'] },
      ...(typeof definition === 'string' ? { DefinitionString: definition } : { Definition: definition }),
    }),
  });
const states = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } } };

const stage = (name: string, category: string, more: Written): Written => ({
  Name: name,
  Actions: [
    {
      Name: name,
      ActionTypeId: {
        Category: category,
        Owner: 'AWS',
        Provider: category === 'Source' ? 'S3' : 'CodeBuild',
        Version: '1',
      },
      ...more,
    },
  ],
});
const source = stage('Source', 'Source', {
  Configuration: { S3Bucket: 'a', S3ObjectKey: 'b' },
  OutputArtifacts: [{ Name: 'code' }],
});
const build = (artifact: string): Written =>
  stage('Build', 'Build', { Configuration: { ProjectName: 'p' }, InputArtifacts: [{ Name: artifact }] });
const pipeline = (...stages: readonly Written[]): ReturnType<typeof templateOf> =>
  templateOf({
    R: roleFor('codepipeline.amazonaws.com'),
    P: resource('CodePipeline::Pipeline', {
      RoleArn: { 'Fn::GetAtt': ['R', 'Arn'] },
      ArtifactStore: { Type: 'S3', Location: 'a' },
      Stages: stages,
    }),
  });
const all = [{ Ref: 'S0' }, { Ref: 'S1' }];

/** Faults of functions, clusters, state machines and pipelines. */
export const computeFaults: readonly PlantedFault[] = [
  {
    id: 'lambda_absent_role',
    fault: 'a function whose role does not exist',
    broken: lambda({ Role: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/absent' } }),
    valid: lambda({}),
    reason: /#\/Role: The role .*role\/absent cannot be assumed by lambda\.amazonaws\.com: there is no such role/,
  },
  {
    id: 'lambda_no_handler',
    fault: 'inline code without handler',
    broken: templateOf({
      R: roleFor('lambda.amazonaws.com'),
      F: resource('Lambda::Function', {
        Role: { 'Fn::GetAtt': ['R', 'Arn'] },
        Code: { ZipFile: 'exports.handler = async () => ({});' },
        Runtime: 'nodejs22.x',
      }),
    }),
    valid: lambda({}),
    reason: /Handler is mandatory for functions created with deployment package type Zip/,
  },
  {
    id: 'lambda_reserved_env',
    fault: 'a variable that Lambda sets',
    broken: lambda({ Environment: { Variables: { AWS_REGION: 'x' } } }),
    valid: lambda({ Environment: { Variables: { REGION: 'x' } } }),
    reason: /#\/Environment\/Variables\/AWS_REGION: .*reserved keys.*AWS_REGION/,
  },
  {
    id: 'lambda_layer_absent',
    fault: 'a layer that does not exist',
    broken: lambda(layer('arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:layer:absent:1')),
    valid: lambda(layer('arn:aws:lambda:${AWS::Region}:333333333333:layer:shared:1')),
    reason: /#\/Layers\/0: Layer version .*:layer:absent:1 does not exist/,
  },
  {
    id: 'esm_absent_fn',
    fault: 'an event source mapping of a function that does not exist',
    broken: mapping('absent'),
    valid: mapping({ Ref: 'F' }),
    reason: /#\/FunctionName: Function not found: absent/,
  },
  {
    id: 'eks_no_subnets',
    fault: 'a cluster without subnets',
    broken: cluster([]),
    valid: cluster(all),
    reason: /SubnetIds.*(?:subnet|minimum|min)/i,
  },
  {
    id: 'eks_one_subnet',
    fault: 'a cluster with a subnet in one zone',
    broken: cluster([{ Ref: 'S0' }]),
    valid: cluster(all),
    reason: /#\/ResourcesVpcConfig\/SubnetIds: Subnets specified must be in at least two different AZs/,
  },
  {
    id: 'alb_one_subnet',
    fault: 'an application load balancer with one subnet',
    broken: balancer([{ Ref: 'S0' }]),
    valid: balancer(all),
    reason: /#\/Subnets: At least two subnets in two different Availability Zones must be specified/,
  },
  {
    id: 'json_string_bad_def',
    fault: 'a state machine whose definition is not JSON',
    broken: machine('{not json'),
    valid: machine(JSON.stringify(states)),
    reason: /#\/DefinitionString: .*not JSON/,
  },
  {
    id: 'asl_startat',
    fault: 'StartAt names no state',
    broken: machine({ ...states, StartAt: 'Z' }),
    valid: machine(states),
    reason: /#\/Definition\/StartAt: .*MISSING_TRANSITION_TARGET.*'Z'/,
  },
  {
    id: 'asl_next',
    fault: 'Next names no state',
    broken: machine({ ...states, States: { ...states.States, A: { Type: 'Pass', Next: 'C' } } }),
    valid: machine(states),
    reason: /#\/Definition\/States\/A\/Next: .*MISSING_TRANSITION_TARGET.*'C'/,
  },
  {
    id: 'asl_no_terminal',
    fault: 'a state that neither ends nor goes on',
    broken: machine({ StartAt: 'A', States: { A: { Type: 'Pass' } } }),
    valid: machine({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }),
    reason: /#\/Definition\/States\/A: .*neither Next nor End/,
  },
  {
    id: 'codepipeline_first_stage',
    fault: 'a pipeline that starts with a build',
    broken: pipeline(build('code'), source),
    valid: pipeline(source, build('code')),
    reason: /#\/Stages\/0.*first stage.*Source/i,
  },
  {
    id: 'codepipeline_artifact',
    fault: 'an input artifact that no earlier action makes',
    broken: pipeline(source, build('other')),
    valid: pipeline(source, build('code')),
    reason: /#\/Stages\/1\/Actions\/0\/InputArtifacts\/0.*'other'/,
  },
];
