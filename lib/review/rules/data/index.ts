import type { Rule } from '../../rule';
import { statefulRetained } from './stateful-retained';

/** The rules of the family `data`, by file name. */
export const dataRules: readonly Rule[] = [statefulRetained];
