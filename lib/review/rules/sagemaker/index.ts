import type { Rule } from '../../rule';
import { gpuStartTimeout } from './gpu-start-timeout';
import { hostImageMismatch } from './host-image-mismatch';
import { hostImageUnset } from './host-image-unset';
import { imagePull } from './image-pull';

/** The rules of the family `sagemaker`, by file name. */
export const sagemakerRules: readonly Rule[] = [gpuStartTimeout, hostImageMismatch, hostImageUnset, imagePull];
