import { checkTemplate } from '../../helpers/check-template';
import type { Case } from '../case';

const model = 'anthropic.claude-sonnet-4-6';
const findings = (...regions: readonly string[]): readonly string[] =>
  checkTemplate({
    App: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: 'app',
        Roles: ['app'],
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: 'bedrock:InvokeModel',
              Resource: [
                `arn:aws:bedrock:ap-northeast-1:111111111111:inference-profile/jp.${model}`,
                ...regions.map((region) => `arn:aws:bedrock:${region}::foundation-model/${model}`),
              ],
            },
          ],
        },
      },
    },
  }).map(({ rule, message }) => `${rule}: ${message}`);

/** Source: aws/aws-cdk pull request 36778 (2026-01-22). */
export const p41: Case = {
  id: 'P41',
  fault: 'a role that may call a geographic profile, and its model in one region only',
  expected: 'check warns with the regions that are missing',
  check() {
    expect(findings('ap-northeast-1')).toEqual([
      `InferenceProfileRegions: allows the profile jp.${model}, but not its model in ap-northeast-3`,
    ]);
    expect(findings('ap-northeast-1', 'ap-northeast-3')).toEqual([]);
  },
};
