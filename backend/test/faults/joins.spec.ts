import { describeJoins } from './support/joins-suite.js';

describeJoins('SQLite', 1_000);
