import { plainLine } from './plain-line';

describe('plainLine', () => {
  it.each([
    ['  Plain\tas  it is ', 'Plain as it is'],
    ['*Ship* it\n_today_', 'Ship it today'],
    ['> quoted\nanswer', 'quoted answer'],
    ['Todo:\n- milk\n- eggs', 'Todo: • milk • eggs'],
    ['1. milk\n2. eggs', '1. milk 2. eggs'],
    ['Run\n```sh\nnpm ci\nnpm start\n```', 'Run npm ci npm start'],
    ['2*3*4 snake_case_name', '2*3*4 snake_case_name'],
    ['see https://example.org/a_b', 'see https://example.org/a_b'],
  ])('says %j as %j', (body, line) => {
    expect(plainLine(body)).toBe(line);
  });
});
