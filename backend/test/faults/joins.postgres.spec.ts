import { effort } from './support/effort.js';
import { describeJoins } from './support/joins-suite.js';

describeJoins('PostgreSQL', effort(200, 1_000));
