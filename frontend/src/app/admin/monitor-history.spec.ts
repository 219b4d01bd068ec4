import { isUnwell, sumOf, withAnswer } from './monitor-history';
import { anInstance, aMonitor } from './testing';

describe('the history of the monitor', () => {
  it('grows the line of each instance from one answer to the next', () => {
    const first = withAnswer(null, aMonitor({ instances: [anInstance({ sockets: 3 })] }));
    const second = withAnswer(first, aMonitor({ instances: [anInstance({ sockets: 5 })] }));
    expect(second.lines).toEqual({ 'i-1': [3, 5] });
  });

  it('drops the line of an instance that is gone', () => {
    const two = withAnswer(null, aMonitor({ instances: [anInstance(), anInstance({ id: 'i-2' })] }));
    expect(Object.keys(withAnswer(two, aMonitor({ instances: [anInstance()] })).lines)).toEqual(['i-1']);
  });

  it('keeps a quarter of an hour', () => {
    let history = withAnswer(null, aMonitor());
    for (let n = 0; n < 500; n += 1)
      history = withAnswer(history, aMonitor({ instances: [anInstance({ sockets: n })] }));
    expect(history.lines['i-1']).toHaveLength(450);
    expect(history.lines['i-1']?.at(-1)).toBe(499);
  });

  it('remembers the peak of the events over all instances', () => {
    const busy = aMonitor({ instances: [anInstance({ events: 40 }), anInstance({ id: 'i-2', events: 2 })] });
    const history = withAnswer(withAnswer(null, busy), aMonitor({ instances: [anInstance({ events: 1 })] }));
    expect([history.peakEvents, sumOf(history.last, 'events')]).toEqual([42, 1]);
  });
});

describe('an instance', () => {
  it.each([
    ['that has lost the bus', { bus: 'degraded' as const }],
    ['that has lost the database', { database: 'down' as const }],
    ['with slow readers', { slowReaders: 2 }],
  ])('%s is unwell', (_, given) => expect(isUnwell(anInstance(given))).toBe(true));

  it('that is alone and has a database is well', () => expect(isUnwell(anInstance({ bus: 'alone' }))).toBe(false));
});
