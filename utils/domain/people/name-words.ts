/** The words of a name or of what is typed of it, in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase('sv').normalize('NFC').split(/[\s,.'’()\-]+/u).filter((word) => word !== '');
}

/** Letters that no mark makes: what is typed for them on a keyboard that lacks them. */
const PLAIN: Readonly<Record<string, string>> = Object.freeze({ ø: 'o', æ: 'a', ß: 's', đ: 'd', ł: 'l' });

const plain = (letter: string) => PLAIN[letter] ?? letter.normalize('NFD').charAt(0);

/** Whether a word begins so. A plain letter stands for each with a mark (`a` finds `å`), a letter with a mark for itself alone: å is no a. */
export function startsLike(word: string, prefix: string): boolean {
  const letters = [...word];
  return [...prefix].every((typed, at) => {
    const letter = letters[at];
    return letter !== undefined && (letter === typed || plain(letter) === typed);
  });
}
