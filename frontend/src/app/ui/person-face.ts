/** How somebody looks: their picture, or the letters and the tint that stand for it. */
export interface PersonFace {
  readonly id: string;
  readonly name: string;
  readonly picture: string | null;
}
