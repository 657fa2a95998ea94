import { markedParts } from './marked-parts.ts';

/** A text with the words of the question marked. It is drawn as text, whatever stands in it. */
export const Marked = ({ text, question }: { text: string; question: string }) =>
  markedParts(text, question).map((part, index) =>
    part.isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name than their place
      <mark key={index}>{part.text}</mark>
    ) : (
      part.text
    ),
  );
