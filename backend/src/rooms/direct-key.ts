/** Names the direct room of two people, whoever of them asks. */
export const directKeyOf = (userId: string, peerId: string): string => [userId, peerId].sort().join(':');

/** The other one of the two. */
export const peerOf = (directKey: string, userId: string): string =>
  directKey.split(':').find((each) => each !== userId) ?? userId;
