import { computed, linkedSignal, untracked, type Signal } from '@angular/core';
import { sameFields } from '../../core/same-fields';
import type { Unread } from './grouping';
import type { Entry } from './timeline-store';

/** How far a room has come, and how far its reader has read it, here or elsewhere. */
export interface Reading {
  readonly lastSeq: number;
  readonly readSeq: number;
}

interface Moment {
  readonly entry: Entry;
  readonly isHere: boolean;
  /** Null until the room is held. */
  readonly reading: Reading | null;
}

interface Standing {
  readonly line: Unread | null;
  /** The last message that was seen before the reader looked away; null while they look. */
  readonly seenSeq: number | null;
}

/**
 * The line above what is unread, as the time goes: where it was when the reader came in it stays while they look. While they
 * look elsewhere it goes before what comes meanwhile, and with what they read in another tab or on another device.
 *
 * @param seenSeq the last message that the reader has had before their eyes
 */
export function movingLine(moment: Signal<Moment>, seenSeq: Signal<number>): Signal<Unread | null> {
  const standing = linkedSignal<Moment, Standing>({
    source: moment,
    computation: ({ entry, isHere, reading }, before) => {
      const isSame = before?.source.entry === entry;
      const line = isSame ? before.value.line : entry.unread;
      if (isHere || !reading) return { line, seenSeq: null };
      const seen = (isSame ? before.value.seenSeq : null) ?? untracked(seenSeq);
      return { line: lineWhileAway(line, reading, seen), seenSeq: seen };
    },
  });
  return computed(() => standing().line, { equal: sameFields });
}

/** Where the line stands while nobody looks; what was seen here before counts as read. */
export function lineWhileAway(line: Unread | null, { lastSeq, readSeq }: Reading, seenSeq: number): Unread | null {
  const isReadElsewhere = readSeq > seenSeq;
  const afterSeq = Math.max(readSeq, seenSeq);
  if (lastSeq <= afterSeq) return isReadElsewhere ? null : line;
  const isUnderWay = line !== null && line.afterSeq < afterSeq && afterSeq < line.afterSeq + line.count;
  return isUnderWay && !isReadElsewhere ? line : { afterSeq, count: lastSeq - afterSeq };
}
