import * as z from 'zod/mini';

/** Another text for an own message, not saved yet. */
export const Change = z.readonly(
  z.object({
    messageId: z.string(),
    /** The text as it stands. */
    before: z.string(),
    text: z.string(),
  }),
);
export type Change = z.infer<typeof Change>;

/** What was typed into a room's composer and not sent. As it is kept on the device, and told to other tabs. */
export const Draft = z.readonly(
  z.object({ text: z.string(), replyTo: z.nullable(z.number()), change: z._default(z.nullable(Change), null) }),
);
export type Draft = z.infer<typeof Draft>;

/** Null where there is nothing left of it. */
export const DraftNews = z.readonly(z.object({ roomId: z.string(), draft: z.nullable(Draft) }));
export type DraftNews = z.infer<typeof DraftNews>;

export type DraftsByRoom = Readonly<Record<string, Draft>>;

export const NO_DRAFT: Draft = { text: '', replyTo: null, change: null };

/** The drafts with one changed; an empty one goes. */
export function withDraft(drafts: DraftsByRoom, roomId: string, draft: Draft | null): DraftsByRoom {
  const { [roomId]: _before, ...others } = drafts;
  return draft && !isEmpty(draft) ? { ...others, [roomId]: draft } : others;
}

const isEmpty = ({ text, replyTo, change }: Draft): boolean => text === '' && replyTo === null && change === null;
