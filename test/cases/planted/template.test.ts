import { testPlanted } from '../planted';
import { templateRows } from './template-rows';

testPlanted('template', templateRows);
