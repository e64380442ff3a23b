import type { Breach, Constraint } from '../constraint';
import { at, textAt } from '../value';

/** Source types of which the location is needed. Source: ProjectSource in the API model of CodeBuild, botocore 1.44.8. */
const located = ['CODECOMMIT', 'GITHUB_ENTERPRISE', 'BITBUCKET', 'GITHUB', 'GITLAB', 'GITLAB_SELF_MANAGED', 'S3'];

/** Source and artifacts of a build project fit together. */
export const buildProject: Constraint = {
  id: 'build-project',
  types: ['AWS::CodeBuild::Project'],
  source: {
    url: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const [source, artifacts] = [textAt(properties, 'Source', 'Type'), textAt(properties, 'Artifacts', 'Type')];
    const found: Breach[] = [];
    if (
      source !== undefined &&
      artifacts !== undefined &&
      (source === 'CODEPIPELINE') !== (artifacts === 'CODEPIPELINE')
    ) {
      found.push({
        pointer: '#/Artifacts/Type',
        problem: `Invalid artifacts: the type is ${artifacts} and the type of the source is ${source}, expected CODEPIPELINE for both or neither`,
        fix: source === 'CODEPIPELINE' ? 'Write CODEPIPELINE.' : 'Write NO_ARTIFACTS or S3.',
      });
    }
    if (source !== undefined && located.includes(source) && at(properties, 'Source', 'Location') === undefined) {
      found.push({
        pointer: '#/Source',
        problem: `Invalid project source: location must be specified for the source type ${source}`,
        fix: 'Add Location.',
      });
    }
    if (source === 'NO_SOURCE' && at(properties, 'Source', 'BuildSpec') === undefined) {
      found.push({
        pointer: '#/Source',
        problem: 'Invalid project source: a build specification must be specified for the source type NO_SOURCE',
        fix: 'Add BuildSpec.',
      });
    }
    return found;
  },
};
