import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';
import { textsWithin } from '../../texts-within';

/** Leave out --express and DEPLOYMENT_MODE EXPRESS outside development: a deployment that fails leaves a stack that only express deployments can repair. */
export const expressDeployment: Rule = {
  code: 'ExpressDeployment',
  family: 'ci',
  pack: 'production',
  safeguard: 'change-control',
  rationale: 'A deployment that fails leaves a stack that only express deployments can repair.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-deployment-express.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::CodeBuild::Project', 'AWS::CodePipeline::Pipeline'],
  check: ({ properties }) =>
    textsWithin(properties)
      .filter(({ text }) => /--express\b|--deployment-mode[= ]+EXPRESS|DEPLOYMENT_?MODE["'\s:=]+EXPRESS/i.test(text))
      .map(({ path }) => ({ path, message: 'deploys without rollback', fix: fixOf('ExpressDeployment') })),
};
