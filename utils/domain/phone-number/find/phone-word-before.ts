/** A word that says phone is so near, and so few words are between. */
const REACH = 32;
const WORDS = 3;

/** One of the last words of `text` says phone: a quick look, where most texts go no further. */
export const saysPhone = (text: string, isPhone: (word: string) => boolean): boolean => (text.slice(-REACH).match(/\p{L}+/gu) ?? []).slice(-WORDS).some(isPhone);
