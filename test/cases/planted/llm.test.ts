import { testPlanted } from '../planted';
import { sagemakerFaults } from './llm-sagemaker';

testPlanted('SageMaker', sagemakerFaults);
