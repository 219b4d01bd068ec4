/** A part of a line: words, words that look otherwise, or something that is more than words. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Emphasis; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | LinkNode
  | { readonly kind: 'mention'; readonly text: string; readonly username: string };

export interface LinkNode {
  readonly kind: 'link';
  readonly text: string;
  readonly href: string;
  /** The host to which it leads, where its looks may say otherwise. */
  readonly leadsTo: string | null;
}

export type Emphasis = 'bold' | 'italic' | 'strike';

/** `marker` is the number that was written; null for a bullet. */
export interface ListItem {
  readonly marker: number | null;
  readonly children: readonly Inline[];
}

/** A part of a message that stands for itself. Lines inside one are separated by line breaks. */
export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly language: string | null; readonly text: string };

/** Called for each step of the reading, so that a test can bound the work. */
export type Step = () => void;

/** What a reader sees of parts of a line, without its looks. */
export const textOf = (nodes: readonly Inline[]): string =>
  nodes.map((node) => ('children' in node ? textOf(node.children) : node.text)).join('');

/** Adds a part to a line; text joins the text before it. */
export function append(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1);
  if (node.kind === 'text' && last?.kind === 'text') nodes[nodes.length - 1] = { ...last, text: last.text + node.text };
  else if (node.kind !== 'text' || node.text) nodes.push(node);
}
