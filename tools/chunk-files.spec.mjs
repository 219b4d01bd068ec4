import { describe, expect, it } from 'vitest';
import { filesOf } from './chunk-files.mjs';

const GROUPS = [
  { name: 'door', entries: ['sign-in'] },
  { name: 'chat', entries: ['conversation'], stands: true },
  { name: 'settings', entries: ['profile'] },
  { name: 'clicks', entries: ['menu', 'dialog'] },
];
const graph = (parts) => new Map(Object.entries({ main: [], ...parts }));
const files = (parts) => Object.fromEntries(filesOf(graph(parts), ['main'], GROUPS));

describe('the parts of the client', () => {
  it('that are asked for together are one file', () => {
    expect(files({ menu: ['list'], list: [], dialog: ['frame'], frame: [] })).toEqual({
      menu: 'clicks',
      list: 'clicks',
      dialog: 'clicks',
      frame: 'clicks',
    });
  });

  it('that come with the start are left to it, whoever else needs them', () => {
    expect(files({ main: ['router'], router: [], conversation: ['router'] })).toEqual({ conversation: 'chat' });
  });

  it('that stand by then come with what brought them', () => {
    expect(
      files({ conversation: ['bubble'], bubble: ['avatar'], avatar: [], profile: ['avatar'], menu: ['bubble'] }),
    ).toEqual({
      conversation: 'chat',
      bubble: 'chat',
      avatar: 'chat',
      profile: 'settings',
      menu: 'clicks',
    });
  });

  it('that two groups need, of which neither brings the other, are fetched by both and once', () => {
    expect(
      files({
        'sign-in': ['field'],
        field: [],
        conversation: ['field'],
        profile: ['field', 'switch'],
        menu: ['switch'],
        switch: [],
      }),
    ).toEqual({
      'sign-in': 'door',
      field: 'door-and-chat',
      conversation: 'chat',
      profile: 'settings',
      menu: 'clicks',
      switch: 'settings-and-clicks',
    });
  });

  it('may need each other', () => {
    expect(files({ menu: ['list'], list: ['menu'] })).toEqual({ menu: 'clicks', list: 'clicks' });
  });
});
