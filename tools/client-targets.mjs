/** What the client has to reach, of the figures of one run; `is` beside `atLeast` or `atMost`. */
export function targetsOf({ first, atOnce, loaded, log, nothing, wheel, flood }) {
  const fewestFrames = Math.min(...wheel.map(({ framesPerSecond }) => framesPerSecond));
  return [
    { what: `a room of ${log.messages} for the first time, ms`, is: first.ms, atMost: 300 },
    { what: 'the same, clicked the moment the list is there, median ms', is: atOnce.medianMs, atMost: 500 },
    { what: 'a conversation that is loaded, median ms', is: loaded.medianMs, atMost: 50 },
    { what: 'elements in the document at most', is: Math.max(log.elements, log.elementsAfter), atMost: 700 },
    { what: 'largest jump of a message in view, px', is: log.largestJumpPx, atMost: 2 },
    {
      what: 'frames of the wheel: over the log / over nothing',
      is: fewestFrames / nothing.framesPerSecond,
      atLeast: 0.95,
    },
    { what: 'messages coming fast: tasks over 100 ms', is: flood.over100Ms, atMost: 0 },
  ];
}
