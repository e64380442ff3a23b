import { testPlanted } from '../planted';
import { templateRows } from './template-rows';
import { templateValueRows } from './template-value-rows';

testPlanted('template', [...templateRows, ...templateValueRows]);
