import type { JsonAction } from '../service';
import { describeParameters, getParameter, getParameterHistory, getParameters, getParametersByPath } from './reads';
import {
  addTags,
  deleteParameter,
  deleteParameters,
  labelParameterVersion,
  listTags,
  putParameter,
  removeTags,
} from './writes';

/** The SSM Parameter Store actions of the local cloud. */
export const ssmActions: Readonly<Record<string, JsonAction>> = {
  AddTagsToResource: addTags,
  DeleteParameter: deleteParameter,
  DeleteParameters: deleteParameters,
  DescribeParameters: describeParameters,
  GetParameter: getParameter,
  GetParameterHistory: getParameterHistory,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
  LabelParameterVersion: labelParameterVersion,
  ListTagsForResource: listTags,
  PutParameter: putParameter,
  RemoveTagsFromResource: removeTags,
};
