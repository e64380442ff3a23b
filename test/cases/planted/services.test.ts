import { testPlanted } from '../planted';
import { computeFaults } from './services-compute';
import { dataFaults } from './services-data';
import { networkFaults } from './services-network';
import { relationFaults } from './services-relations';
import { scheduleFaults } from './services-schedules';

testPlanted('service', [...computeFaults, ...dataFaults, ...networkFaults, ...scheduleFaults, ...relationFaults]);
