import { describeKills } from './support/kill-suite.js';

describeKills('SQLite');
